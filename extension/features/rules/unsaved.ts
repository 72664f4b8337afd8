/** What is typed into the editor and not saved yet, kept outside the databases: written at once, so nothing typed is lost. */
import * as z from 'zod';

import type { RuleForm } from './rule-form.ts';

const text = z.string();
const unsavedForm = z.strictObject({
  kind: z.enum(['relist', 'price-drop']),
  name: text,
  mode: z.enum(['safe', 'prepare']),
  restDays: text,
  relistsPerDay: text,
  pricePercent: text,
  stepBy: z.enum(['percent', 'amount']),
  stepPercent: text,
  stepAmount: text,
  everyDays: text,
  times: text,
  floorPercent: text,
  dropsPerDay: text,
  minAgeDays: text,
  maxViews: text,
  maxFavourites: text,
  minPrice: text,
  maxPrice: text,
  catalogIds: z.array(z.int()),
  tags: z.array(text),
}) satisfies z.ZodType<RuleForm>;
const unsaved = z.strictObject({ ruleId: z.nullable(text), form: unsavedForm });
/** `ruleId` null = a new rule. */
export type Unsaved = z.infer<typeof unsaved>;

const keyOf = (account: string): string => `unsaved rule ${account}`;

export function readUnsaved(storage: Storage, account: string): Unsaved | null {
  const stored = storage.getItem(keyOf(account));
  if (stored === null) return null;
  try {
    const read = unsaved.safeParse(JSON.parse(stored));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A full storage must not stop the typing. */
export function keepUnsaved(storage: Storage, account: string, one: Unsaved): void {
  try {
    storage.setItem(keyOf(account), JSON.stringify(one));
  } catch {
    storage.removeItem(keyOf(account));
  }
}

export const forgetUnsaved = (storage: Storage, account: string): void => storage.removeItem(keyOf(account));
