import { createHash } from 'node:crypto';

import { analyzeManifest, bulkLimits } from '../../shared/bulk.ts';
import type { AnalyzeManifest, AnalyzeOptions } from '../../shared/bulk.ts';
import { Refused } from '../http/refused.ts';
import { parseJson } from '../http/json.ts';

const longestManifest = 256 * 1024;

/** The `manifest` part as data: strict, every photo once, every photo in exactly one item when items are given. */
export function parseManifest(bytes: Uint8Array): AnalyzeManifest {
  if (bytes.length > longestManifest)
    throw new Refused('body-too-large', 'The manifest is too long.', { field: 'manifest' });
  const manifest = parseJson(bytes, analyzeManifest, 'manifest');
  checkUnique(
    manifest.photos.map((photo) => photo.hash),
    'manifest.photos',
  );
  if (manifest.items !== null) checkItems(manifest, manifest.items);
  return manifest;
}

function checkItems(manifest: AnalyzeManifest, items: NonNullable<AnalyzeManifest['items']>): void {
  if (items.length === 0 || items.length > bulkLimits.photos) {
    throw new Refused('invalid-input', 'Give between 1 and 200 items, or null.', { field: 'manifest.items' });
  }
  checkUnique(
    items.map((item) => item.key),
    'manifest.items',
  );
  const inItems = items.flatMap((item) => item.photos);
  checkUnique(inItems, 'manifest.items');
  const listed = new Set(manifest.photos.map((photo) => photo.hash));
  if (inItems.length !== listed.size || inItems.some((hash) => !listed.has(hash))) {
    throw new Refused('invalid-input', 'Every photo belongs to exactly one item.', { field: 'manifest.items' });
  }
}

function checkUnique(values: string[], field: string): void {
  if (new Set(values).size !== values.length)
    throw new Refused('invalid-input', `${field} names something twice.`, { field });
}

/** The manifest of a sender who gave none: everything that came, in order, to be grouped here. */
export const manifestOf = (hashes: string[], options: AnalyzeOptions): AnalyzeManifest => ({
  photos: hashes.map((hash) => ({ hash, takenAt: null })),
  items: null,
  options,
});

/** Equal for equal manifests: the schema gives every key, in one order. */
export const manifestHash = (manifest: AnalyzeManifest): string =>
  createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
