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
  return alone(header.width * header.height, () => copiesOf(bytes, header));
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

async function copiesOf(bytes: Uint8Array<ArrayBuffer>, header: Header): Promise<PreparedPhoto | Refused> {
  const bitmap = await decode(new Blob([bytes], { type: `image/${header.format}` }), header);
  if (!bitmap) return refuse(header.format === 'avif' ? 'photo-unsupported' : 'photo-damaged');
  try {
    const small = draw(bitmap, smallSide);
    const thumbnail = draw(small, thumbnailSide);
    const stripped = stripMetadata(bytes, header);
    const original = stripped ? new Blob([stripped], { type: `image/${header.format}` }) : await publishingCopy(bitmap);
    const smallBlob = await encode(small, 0.86);
    return {
      original,
      small: smallBlob,
      thumbnail: await encode(thumbnail, 0.8),
      hash: await sha256(await smallBlob.arrayBuffer()),
      width: bitmap.width,
      height: bitmap.height,
      takenAt: header.takenAt,
      ...looksOf(thumbnail),
    };
  } finally {
    bitmap.close();
  }
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
function draw(source: ImageBitmap | OffscreenCanvas, longest: number): OffscreenCanvas {
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { colorSpace: 'srgb', willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas.');
  return context;
}

const encode = (canvas: OffscreenCanvas, quality: number): Promise<Blob> =>
  canvas.convertToBlob({ type: 'image/jpeg', quality });

/** Encoded anew, upright, without metadata, and no larger than the site takes. */
async function publishingCopy(bitmap: ImageBitmap): Promise<Blob> {
  for (const [side, quality] of [
    [1, 0.92],
    [1, 0.82],
    [0.75, 0.82],
    [0.5, 0.8],
  ] as const) {
    const copy = await encode(draw(bitmap, Math.max(bitmap.width, bitmap.height) * side), quality);
    if (copy.size <= limits.photoBytes) return copy;
  }
  return encode(draw(bitmap, smallSide), 0.8);
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function looksOf(canvas: OffscreenCanvas): Pick<PreparedPhoto, 'fingerprint' | 'mirrored' | 'swatch'> {
  const { data, width, height } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  const gray = grayscale17x16(data, width, height);
  return {
    fingerprint: fingerprintOf(gray),
    mirrored: mirroredFingerprintOf(gray),
    swatch: swatchOf(data, width, height),
  };
}
