import * as z from 'zod';

import type { SmallStore } from '../../engine/mirror.ts';

/** Runs that a sleeping computer missed: from when to when, and how many were planned for that time. */
export const missed = z.strictObject({
  account: z.string(),
  from: z.int(),
  until: z.int(),
  relists: z.int().min(0),
  prices: z.int().min(0),
});
export type Missed = z.infer<typeof missed>;

export const MISSED = 'rules:missed';
const LOOKED = 'rules:looked:';
const KEPT = 20;

/** When each account's rules were last looked at, and what was missed in between. */
export function lookBook(small: SmallStore) {
  return {
    /** Notes this look; the answer is when the last one was. */
    async look(account: string, now: number): Promise<number | null> {
      const last = (await small.all())[LOOKED + account];
      await small.set({ [LOOKED + account]: now });
      return typeof last === 'number' && last <= now ? last : null;
    },

    async miss(one: Missed): Promise<void> {
      const before = readMissed(await small.all());
      await small.set({ [MISSED]: [...before, one].slice(-KEPT) });
    },
  };
}
export type LookBook = ReturnType<typeof lookBook>;

export function readMissed(stored: Record<string, unknown>): Missed[] {
  const read = z.array(missed).safeParse(stored[MISSED]);
  return read.success ? read.data : [];
}
