/** Characters that show nothing, turn text around or hide it: control, format, tags, half surrogates, private use. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u{FE00}-\u{FE0F}]/gu;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20E3]/gu;

const markup: [RegExp, string][] = [
  [/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' '],
  [/<!--[\s\S]*?(-->|$)/g, ' '],
  [/<\s*\/?\s*[a-z][^>]*(>|$)/gi, ' '],
  [/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});/gi, ' '],
  [/!?\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/`{1,3}|\*{1,3}|_{2,3}|~~/g, ''],
  [/^\s{0,3}(?:#{1,6}|>)\s+/gm, ''],
];

/** Ways to be reached or to be sent elsewhere: none belongs into a listing. */
const contacts: RegExp[] = [
  /[a-z][a-z0-9+.-]{0,20}:\/\/\S*/gi,
  /(?:javascript|data|mailto|tel|vbscript):\S*/gi,
  /[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+/gi,
  /\b(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|shop|store|online|site|link|app|me|io|co|ly|eu|fr|de|it|es|nl|be|pl|pt|uk|lt|cz|sk|hu|ro|at|lu|dk|se|fi|ie|gr|hr|us|ru|test|example)\b(?:\/\S*)?/gi,
  /(?:\+|\b00)\d(?:[\s()./-]{0,2}\d){6,}/g,
  /\b\d(?:[\s()./-]{0,2}\d){8,}\b/g,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu,
];

export type CleanOptions = { lines: boolean; emoji: boolean; max: number };

/** A model's words as plain text; null when nothing is left. Cleaned until nothing changes: what one rule uncovers, another finds. */
export function cleanText(text: string, options: CleanOptions): string | null {
  let cleaned = text.normalize('NFC');
  for (let round = 0; round < 10; round += 1) {
    const next = cleanOnce(cleaned, options);
    if (next === cleaned) break;
    cleaned = next;
  }
  return truncate(cleaned.replaceAll('<', '').trim(), options.max) || null;
}

function cleanOnce(text: string, { lines, emoji: mayHaveEmoji }: CleanOptions): string {
  let cleaned = text
    .replace(/\r\n?/g, '\n')
    .replaceAll(invisible, (found) => (found === '\n' ? '\n' : found === '\t' ? ' ' : ''));
  for (const [pattern, replacement] of markup) cleaned = cleaned.replaceAll(pattern, replacement);
  for (const pattern of contacts) cleaned = cleaned.replaceAll(pattern, '');
  if (!mayHaveEmoji) cleaned = cleaned.replaceAll(emoji, '');
  if (!lines) cleaned = cleaned.replaceAll('\n', ' ');
  return cleaned
    .replaceAll(/#(?=\p{L})/gu, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/ +([,.;:!?)])/g, '$1')
    .replaceAll(/\(\s*\)/g, '')
    .trim();
}

function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text
    .slice(0, max)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  return cut.trim();
}
