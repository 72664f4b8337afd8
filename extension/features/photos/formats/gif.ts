import { noExif } from './exif.ts';
import { refuse, viewOf, type Header, type Refused } from './header.ts';

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const END = 0x3b;

const colourTable = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

/** Past the data blocks that start at `at`; beyond the end of the file when it breaks off. */
function pastBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

export function readGif(bytes: Uint8Array): Header | Refused {
  if (bytes.length < 14) return refuse('photo-damaged');
  const view = viewOf(bytes);
  let pictures = 0;
  let at = 13 + colourTable(bytes[10] ?? 0);
  while (at < bytes.length && bytes[at] !== END) {
    if (bytes[at] === PICTURE) {
      pictures += 1;
      if (pictures > 1) return refuse('photo-animated');
      at = pastBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    } else if (bytes[at] === EXTENSION) at = pastBlocks(bytes, at + 2);
    else return refuse('photo-damaged');
  }
  if (at >= bytes.length || pictures === 0) return refuse('photo-damaged');
  return {
    format: 'gif',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    ...noExif,
    plainColours: true,
  };
}
