/** One plain space for every run of white space, the non-breaking one too: “128 Go” holds U+00A0 (site.md §3.1). */
export const normalise = (text: string): string => text.replace(/[\s\u00a0\u202f\u2007]+/g, ' ').trim();

export const sameText = (a: string, b: string): boolean => normalise(a) === normalise(b);

/** Last resort after exact text: the same words whatever their case and accents. */
export const similarText = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (text: string): string =>
  normalise(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The pieces of text of an element in order, white space normalised: a title and its subtitle are two pieces. */
export function piecesOf(element: Element): string[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) {
    const piece = normalise(walker.currentNode.nodeValue ?? '');
    if (piece && !['SCRIPT', 'STYLE'].includes(walker.currentNode.parentElement?.tagName ?? '')) pieces.push(piece);
  }
  return pieces;
}

/** All a person would read of an element. */
export const textOf = (element: Element): string => piecesOf(element).join(' ');

export const clip = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
