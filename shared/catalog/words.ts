/** Words as they are compared: lower case, no accents, singular as far as a rule of thumb goes. */
const joiners = new Set(
  'd l and with for of the et de du des le la les avec pour a au aux und mit fur von der die das y con para e o i em met en van voor z na do w em com'.split(
    ' ',
  ),
);
const mostRemembered = 20_000;
const special: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i' };

export const plainText = remembered((text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßøłæœđı]/g, (letter) => special[letter] ?? letter),
);

/** The words that carry meaning, in order. `t-shirt`, `tshirt` and `t shirt` are one word. */
export const wordsOf = remembered((text: string): readonly string[] =>
  plainText(text)
    .replaceAll(/\bt[\s-]?shirt/g, 'tshirt')
    .replaceAll(/\btee[\s-]shirt/g, 'tshirt')
    .replaceAll(/(\p{L})['’](?=s\b)/gu, '$1')
    .split(/[^\p{L}\p{N}¾]+/u)
    .filter((word) => word !== '' && !joiners.has(word))
    .map(singular),
);

/** A tree says the same few hundred titles thousands of times, and taking them apart is most of the work of reading it. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= mostRemembered) known.clear();
    known.set(text, made);
    return made;
  };
}

function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is)$/.test(word)) return word;
  if (/(sse|she|che|xe)s$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/**
 * Letters to add, drop, change or swap between two words, counted up to `most` and `most + 1` beyond it. Runs over the
 * whole vocabulary at each key, hence the three reused rows.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || one.length > longest || other.length > longest) return most + 1;
  let [before, last, next] = rows;
  for (let column = 0; column <= other.length; column += 1) last[column] = column;
  for (let row = 1; row <= one.length; row += 1) {
    next[0] = row;
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const value = cell(one, other, row, column, before, last, next);
      next[column] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, last, next] = [last, next, before];
  }
  return Math.min(last[other.length] ?? most + 1, most + 1);
}

const longest = 40;
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const;

function cell(
  one: string,
  other: string,
  row: number,
  column: number,
  before: Uint8Array,
  last: Uint8Array,
  next: Uint8Array,
): number {
  const a = one.charCodeAt(row - 1);
  const b = other.charCodeAt(column - 1);
  const changed = (last[column - 1] ?? 0) + (a === b ? 0 : 1);
  const best = Math.min(changed, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
  const swapped = row > 1 && column > 1 && a === other.charCodeAt(column - 2) && b === one.charCodeAt(row - 2);
  return swapped ? Math.min(best, (before[column - 2] ?? 0) + 1) : best;
}

/** One bit per letter of a word: words that lack too many of each other's letters need no closer look. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}
