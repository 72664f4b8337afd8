/**
 * One file becomes what is kept of it. Runs in a worker (photo-worker.ts), but needs no more than any worker has, so the
 * background may use it too. Owns no storage.
 */
import { fingerprintOf, grayscale17x16, mirroredFingerprintOf } from '../../../shared/fingerprint.ts';
import { swatchOf } from '../../../shared/swatch.ts';
import { limits } from '../../../shared/vocabulary.ts';
import { refuse, type Header, type Refused } from './formats/header.ts';
import { inspectPhoto, maximumFileBytes } from './inspect-photo.ts';
import { stripMetadata } from './strip-metadata.ts';

export type PreparedPhoto = {
  original: Blob;
  small: Blob;
  thumbnail: Blob;
  hash: string;
  width: number;
  height: number;
  takenAt: number | null;
  fingerprint: string;
  mirrored: string;
  swatch: number[];
};

/** Runs `work` alone among all workers when `pixels` is so many that two at once would fill the memory. */
export type Alone = <T>(pixels: number, work: () => Promise<T>) => Promise<T>;

const smallSide = 1_600;
const thumbnailSide = 320;
/** A copy encoded anew is at most this many pixels: more than Vinted shows, and little enough to hold in memory. */
const publishedPixels = 16_000_000;

export async function preparePhoto(file: Blob, alone: Alone): Promise<PreparedPhoto | Refused> {
  if (file.size > maximumFileBytes) return refuse('photo-too-big');
  const bytes = await readBytes(file);
  if (!bytes) return refuse('photo-unreadable');
  const header = inspectPhoto(bytes);
  if ('refused' in header) return header;
  // Full-size pixels exist only inside `alone`; what comes out of it is small, and the next photo may be decoded meanwhile.
  const drawn = await alone(header.width * header.height, () => drawCopies(file, bytes, header));
  // Given back now: the collector sees a small object and would let dozens of these pile up.
  bytes.buffer.transfer(0);
  return 'refused' in drawn ? drawn : describe(drawn, header);
}

/** A file moved, changed or locked since it was picked cannot be read any more. */
async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

type Drawn = { original: Blob; small: OffscreenCanvas; width: number; height: number };

async function drawCopies(file: Blob, bytes: Uint8Array<ArrayBuffer>, header: Header): Promise<Drawn | Refused> {
  const bitmap = await decode(file.slice(0, file.size, `image/${header.format}`), header);
  if (!bitmap) return refuse(header.format === 'avif' ? 'photo-unsupported' : 'photo-damaged');
  const { width, height } = bitmap;
  const stripped = stripMetadata(bytes, header);
  if (stripped) {
    const small = draw(bitmap, smallSide);
    bitmap.close();
    return { original: new Blob([stripped], { type: `image/${header.format}` }), small, width, height };
  }
  const full = draw(bitmap, Math.max(width, height));
  bitmap.close();
  const small = draw(full, smallSide);
  const original = await publishingCopy(full);
  release(full);
  return { original, small, width, height };
}

/** A canvas keeps its pixels until the collector comes by, which does not know how large they are. */
function release(canvas: OffscreenCanvas): void {
  canvas.width = 1;
  canvas.height = 1;
}

async function describe({ small, original, width, height }: Drawn, { takenAt }: Header): Promise<PreparedPhoto> {
  const thumbnail = draw(small, thumbnailSide, true);
  const smallBlob = await encode(small, 0.86);
  release(small);
  const looks = looksOf(thumbnail);
  const thumbnailBlob = await encode(thumbnail, 0.8);
  release(thumbnail);
  const hash = await sha256(await smallBlob.arrayBuffer());
  return { original, small: smallBlob, thumbnail: thumbnailBlob, hash, width, height, takenAt, ...looks };
}

async function decode(blob: Blob, { width, height, orientation }: Header): Promise<ImageBitmap | null> {
  const shrink = Math.sqrt(publishedPixels / (width * height));
  const upright = orientation >= 5 ? height : width;
  const resize = shrink < 1 ? { resizeWidth: Math.round(upright * shrink), resizeQuality: 'high' as const } : {};
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image', ...resize });
  } catch {
    // Whatever the decoder dislikes, the answer to the seller is the same: this file cannot be read.
    return null;
  }
}

/** Never enlarged; transparent becomes white, as the site would show it. */
function draw(source: ImageBitmap | OffscreenCanvas, longest: number, willReadFrequently = false): OffscreenCanvas {
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas, willReadFrequently);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas, willReadFrequently: boolean): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { colorSpace: 'srgb', willReadFrequently });
  if (!context) throw new Error('This browser gives no canvas.');
  return context;
}

const encode = (canvas: OffscreenCanvas, quality: number): Promise<Blob> =>
  canvas.convertToBlob({ type: 'image/jpeg', quality });

/** Encoded anew, upright, without metadata, and no larger than the site takes. */
async function publishingCopy(full: OffscreenCanvas): Promise<Blob> {
  for (const [scale, quality] of [
    [1, 0.92],
    [1, 0.82],
    [0.75, 0.82],
    [0.5, 0.8],
  ] as const) {
    const canvas = scale === 1 ? full : draw(full, Math.max(full.width, full.height) * scale);
    const copy = await encode(canvas, quality);
    if (canvas !== full) release(canvas);
    if (copy.size <= limits.photoBytes) return copy;
  }
  return encode(draw(full, smallSide), 0.8);
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function looksOf(canvas: OffscreenCanvas): Pick<PreparedPhoto, 'fingerprint' | 'mirrored' | 'swatch'> {
  const { data, width, height } = contextOf(canvas, true).getImageData(0, 0, canvas.width, canvas.height);
  const gray = grayscale17x16(data, width, height);
  return {
    fingerprint: fingerprintOf(gray),
    mirrored: mirroredFingerprintOf(gray),
    swatch: swatchOf(data, width, height),
  };
}
