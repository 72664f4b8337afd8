import * as z from 'zod';

/** Currencies of the 23 sites (site.md §1). ISO 4217. */
export const currencies = ['EUR', 'GBP', 'PLN', 'USD', 'CZK', 'DKK', 'HUF', 'RON', 'SEK'] as const;
export const currency = z.enum(currencies);
export type Currency = z.infer<typeof currency>;

/** An amount in minor units (cents), always whole. Every currency Vinted shows has two decimals in its form. */
export const money = z.strictObject({
  amount: z.int().min(0).max(100_000_000),
  currency,
});
export type Money = z.infer<typeof money>;
