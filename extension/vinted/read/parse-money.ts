import * as z from 'zod/mini';

import { currency as currencyCode, type Money } from '../../../shared/money.ts';

/** Amounts are strings, numbers, or objects with their currency: sources differ (site.md §1). */
export const price = z.union([
  z.string(),
  z.number(),
  z.object({ amount: z.union([z.string(), z.number()]), currency_code: z.nullish(z.string()) }),
]);

export function moneyOf(
  raw: z.infer<typeof price> | null | undefined,
  fallback: string | null | undefined,
): Money | null {
  const amount = typeof raw === 'object' ? raw?.amount : raw;
  const code = currencyCode.safeParse((typeof raw === 'object' ? raw?.currency_code : null) ?? fallback);
  const minor = Math.round(Number(amount) * 100);
  if (amount === undefined || amount === null || !code.success || !Number.isFinite(minor) || minor < 0) return null;
  return { amount: minor, currency: code.data };
}
