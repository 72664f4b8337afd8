import { plainText } from '../../shared/catalog/words.ts';

export type SizeGuess = { size: string; confidence: number };

const letters = '(?:xxs|xs|xxxl|xxl|xl|[2-8]xl|s|m|l)';
const letterLine = new RegExp(
  `^(?:size|taille|tamano|talla|taglia|maat|grosse|gr|rozmiar|tam|tg|t)?[\\s.:]*(${letters})$`,
);
const letterSpan = new RegExp(`^(${letters})\\s*[/-]\\s*(${letters})$`);
const named =
  /(?:size|taille|talla|tamano|taglia|maat|grosse|rozmiar|gr|tg|tam)[\s.:]*(\d{2,3}(?:[.,]5)?)(?!\d|\s*%|\s*(?:c|°))/;
const european = /(?:eur|eu)[\s.:]*(\d{2}(?:[.,]5)?)(?!\d|\s*%)/;
const byCountry = /\b(fr|de|d|it|i|es|e|uk|gb|us|usa)[\s.:]*(\d{1,2}(?:[.,]5)?)(?!\d|\s*%)/g;
const waistAndLength = /\bw[\s.:]*(\d{2})\s*[/x,-]?\s*l[\s.:]*(\d{2})\b/;
const height = /\b(\d{2,3})\s*cm\b/;
const years = /\b(\d{1,2}(?:\s*[-/]\s*\d{1,2})?)\s*(?:years?|yrs?|ans|jahre|anos|anni|jaar|lat|a\b|y\b)/;
const months = /\b(\d{1,2}(?:\s*[-/]\s*\d{1,2})?)\s*(?:months?|mois|monate|meses|mesi|maanden|miesiecy|mths?|m\b)/;

/** The size as printed, only from text that says it is one. Two different sizes of one system mean nobody knows. */
export function findSize(lines: readonly string[]): SizeGuess | null {
  const found = lines.map((line) => plainText(line).trim()).flatMap((line) => sizeIn(line) ?? []);
  const surest = found.toSorted((one, other) => other.confidence - one.confidence)[0];
  if (!surest) return null;
  const rivals = found.filter(({ size, confidence }) => size !== surest.size && confidence === surest.confidence);
  return rivals.length > 0 ? null : surest;
}

function sizeIn(line: string): SizeGuess | null {
  const jeans = waistAndLength.exec(line);
  if (jeans) return { size: `W${jeans[1]} L${jeans[2]}`, confidence: 0.85 };
  const eu = european.exec(line) ?? named.exec(line);
  if (eu?.[1] && isSize(eu[1])) return { size: eu[1].replace(',', '.'), confidence: 0.8 };
  const letter = letterLine.exec(line.replaceAll(/[()[\]]/g, ''))?.[1];
  if (letter) return { size: letter.toUpperCase(), confidence: letter.length === 1 && line.length === 1 ? 0.65 : 0.8 };
  const span = letterSpan.exec(line);
  if (span) return { size: `${span[1]}/${span[2]}`.toUpperCase(), confidence: 0.75 };
  return childSize(line) ?? countrySize(line);
}

const isSize = (digits: string): boolean =>
  Number(digits.replace(',', '.')) >= 15 && Number(digits.replace(',', '.')) <= 188;

function childSize(line: string): SizeGuess | null {
  const age = years.exec(line);
  if (age?.[1]) return { size: `${tidy(age[1])} years`, confidence: 0.75 };
  const month = months.exec(line);
  if (month?.[1] && !line.includes('%')) return { size: `${tidy(month[1])} months`, confidence: 0.7 };
  const tall = height.exec(line)?.[1];
  return tall && Number(tall) >= 44 && Number(tall) <= 182 ? { size: `${tall} cm`, confidence: 0.6 } : null;
}

/** "FR 40 · UK 12 · IT 44": as printed for the first country named, with its letters. */
function countrySize(line: string): SizeGuess | null {
  const all = [...line.matchAll(byCountry)];
  const [first] = all;
  if (!first?.[1] || !first[2] || (all.length === 1 && first[1].length === 1)) return null;
  return { size: `${first[1].toUpperCase()} ${first[2].replace(',', '.')}`, confidence: all.length > 1 ? 0.7 : 0.6 };
}

const tidy = (span: string): string => span.replaceAll(/\s/g, '').replace('/', '-');
