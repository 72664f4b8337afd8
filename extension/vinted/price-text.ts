/** The amount a price field shows, in minor units; `undefined` for nothing, “NaN €” and everything else that is no price. */
export function readAmount(shown: string): number | undefined {
  if (/nan|infinity/i.test(shown)) return undefined;
  const digits = shown.replace(/[^\d.,-]/g, '').replace(/^[.,]+|[.,]+$/g, '');
  const match = /^(-?)([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(digits);
  const whole = match?.[2]?.replace(/[.,]/g, '') ?? '';
  if (!match || (whole === '' && match[3] === undefined) || match[1] === '-') return undefined;
  return Number(whole || '0') * 100 + Number((match[3] ?? '0').padEnd(2, '0'));
}

/**
 * How to write an amount: which decimal sign the mask takes differs (site.md §3.2: “12,5” became “NaN €” in one month,
 * the comma was the one that stuck in another). A whole amount needs none.
 */
export function spellingsOf(amount: number): readonly string[] {
  const whole = String(Math.floor(amount / 100));
  const cents = String(amount % 100).padStart(2, '0');
  const signed = [`${whole}.${cents}`, `${whole},${cents}`];
  return cents === '00' ? [whole, ...signed] : signed;
}
