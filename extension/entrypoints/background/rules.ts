import { browser } from 'wxt/browser';
import * as z from 'zod';

/** How fast and how far the engine may go. */
export type Rules = {
  pacing: 'human' | 'instant';
  ceilings: boolean;
  settleWindow: number;
  between: readonly [number, number];
};

const seller: Rules = { pacing: 'human', ceilings: true, settleWindow: 150_000, between: [400, 1_800] };

const tryout = z.object({
  pacing: z.enum(['human', 'instant']).default('instant'),
  ceilings: z.boolean().default(false),
  settleWindow: z.int().min(0).max(600_000).default(3_000),
  /** Shortest and longest pause between two steps, ms (site.md §10). */
  between: z.tuple([z.int().min(0), z.int().max(60_000)]).default([0, 0]),
});

/**
 * The seller's rules, or those of the try-out. The try-out is honoured only in an unpacked copy (never in one installed
 * from a store) and every surface shows its badge (docs/decisions.md).
 */
export async function readRules(): Promise<Rules> {
  const stored = (await browser.storage.local.get('tryout'))['tryout'];
  if (stored === undefined) return seller;
  const parsed = tryout.safeParse(stored);
  const self = await browser.management.getSelf();
  return parsed.success && self.installType === 'development' ? parsed.data : seller;
}
