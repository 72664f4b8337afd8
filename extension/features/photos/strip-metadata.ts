import { limits } from '../../../shared/vocabulary.ts';
import type { Header } from './formats/header.ts';
import { stripJpeg } from './formats/jpeg.ts';
import { stripPng } from './formats/png.ts';
import { stripWebp } from './formats/webp.ts';

/** The seller's own bytes without metadata where nothing else needs changing; `null` = encode the photo anew. */
export function stripMetadata(bytes: Uint8Array, header: Header): Uint8Array<ArrayBuffer> | null {
  if (header.orientation !== 1 || !header.plainColours) return null;
  const strip = { jpeg: stripJpeg, png: stripPng, webp: stripWebp, gif: null, avif: null }[header.format];
  const stripped = strip?.(bytes) ?? null;
  return stripped && stripped.length <= limits.photoBytes ? stripped : null;
}
