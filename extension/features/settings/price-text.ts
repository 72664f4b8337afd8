/** A price as typed in a default: whole or with two decimals, comma or point; null when it is none Vinted takes. */
export function readPrice(text: string): number | null | 'wrong' {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!/^\d{1,5}([.,]\d{1,2})?$/.test(trimmed)) return 'wrong';
  const minor = Math.round(Number(trimmed.replace(',', '.')) * 100);
  return minor >= 100 ? minor : 'wrong';
}

export const showPrice = (minor: number | undefined): string =>
  minor === undefined ? '' : minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2);
