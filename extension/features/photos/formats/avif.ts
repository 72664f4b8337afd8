import { noExif } from './exif.ts';
import { ascii, refuse, viewOf, type Header, type Refused } from './header.ts';

const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
const VIDEO = new Set(['isom', 'iso2', 'mp41', 'mp42', 'qt  ', 'M4V ', '3gp4', '3gp5']);

/** Files built of `ftyp` boxes: AVIF is read, HEIC and videos are named for what they are. */
export function readBoxes(bytes: Uint8Array): Header | Refused {
  const length = Math.min(viewOf(bytes).getUint32(0), 256, bytes.length);
  const brands = [ascii(bytes, 8, 4)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(ascii(bytes, at, 4));
  if (brands.some((brand) => HEIC.has(brand))) return refuse('photo-heic');
  if (brands[0] === 'avis') return refuse('photo-animated');
  if (!brands.includes('avif')) return refuse(VIDEO.has(brands[0] ?? '') ? 'photo-video' : 'photo-unsupported');
  return avifHeader(bytes);
}

/** The largest `ispe` box: a picture of tiles holds one for each tile and one for the whole. */
function avifHeader(bytes: Uint8Array): Header | Refused {
  const view = viewOf(bytes);
  const end = Math.min(bytes.length - 16, 65_536);
  let size: { width: number; height: number } | null = null;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== 0x69 || ascii(bytes, at, 4) !== 'ispe') continue;
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!size || found.width * found.height > size.width * size.height) size = found;
  }
  if (!size) return refuse('photo-damaged');
  return { format: 'avif', ...size, ...noExif, plainColours: false };
}
