import { browser } from 'wxt/browser';
import * as z from 'zod';

import { sellerDefaults } from '../../shared/defaults.ts';

/** Small settings, in `storage.local` so that every context can watch them. Parsed on every read; bad values fall back. */
export const settings = z.object({
  backendUrl: z
    .nullable(z.url({ protocol: /^https?$/ }))
    .catch(null)
    .default(null),
  /** Market the dashboard prepares drafts for. */
  market: z
    .string()
    .regex(/^www\.vinted\.[a-z.]{2,6}$/)
    .catch('www.vinted.fr')
    .default('www.vinted.fr'),
  language: z.nullable(z.string()).catch(null).default(null),
  tone: z.enum(['neutral', 'friendly', 'short', 'detailed']).catch('neutral').default('neutral'),
  defaults: sellerDefaults.catch(sellerDefaults.parse({})).prefault({}),
  /** Provider host the seller agreed to send photos to; asked again when it changes. */
  consent: z.nullable(z.string()).catch(null).default(null),
  publishAs: z.enum(['publish', 'draft']).catch('draft').default('draft'),
  theme: z.enum(['system', 'light', 'dark']).catch('system').default('system'),
  panelPlace: z
    .nullable(z.object({ x: z.number(), y: z.number(), folded: z.boolean() }))
    .catch(null)
    .default(null),
  /** The first-run pages were read to the end. */
  onboarded: z.boolean().catch(false).default(false),
  templateId: z.nullable(z.string()).catch(null).default(null),
});
export type Settings = z.infer<typeof settings>;

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = settings.safeParse(stored[KEY] ?? {});
  return parsed.success ? parsed.data : settings.parse({});
}

export async function writeSettings(change: Partial<Settings>): Promise<Settings> {
  const next = settings.parse({ ...(await readSettings()), ...change });
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

/** Calls back with the new settings whenever any context changed them. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && KEY in changes) void readSettings().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
