/** The amount in a text as the mask reads it; with the other decimal sign it is not a number (site.md §3.2, "Decimal sign"). */
export function parseAmount(text: string, sign: 'point' | 'comma'): number | null {
  const raw = text.replaceAll(/[^\d.,-]/g, '');
  if (raw === '') return null;
  const normal = sign === 'comma' ? raw.replace('.', 'x').replace(',', '.') : raw;
  return /^-?\d*\.?\d*$/.test(normal) ? Number(normal) : Number.NaN;
}
