import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

import type { ItemBody } from '../item-body.ts';
import { seedItem, takeId, type Photo, type SandboxState, type StoredItem } from '../state.ts';

/** A wardrobe as if it had grown over months, the same for the same call; every listing with a picture of its own. */

/** A small seeded generator (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}

const width = 68;
const height = 64;

/** A grey picture of 17 × 16 patches; another seed is another picture to the eye and to any fingerprint. */
export function drawPhoto(seed: number): Uint8Array {
  const random = dice(seed);
  const patches = Array.from({ length: 17 * 16 }, () => Math.floor(random() * 256));
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => patches[Math.floor(y / 4) * 17 + Math.floor(x / 4)]!)]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of grey.
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

/** A photo as if uploaded before. */
export function seedPhoto(state: SandboxState, bytes: Uint8Array, at: number, memberId = 101): Photo {
  const id = takeId(state);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const photo = { id, memberId, temp_uuid: `seed-${id}`, name: `${id}.png`, type: 'image/png', bytes, sha256, at };
  state.photos.push(photo);
  return photo;
}

const things = ['Robe', 'Chemise', 'Pull', 'Jean', 'Veste', 'Jupe', 'Manteau', 'T-shirt'];
const looks = ['bleue', 'verte', 'rouge', 'noire', 'blanche', 'rayée', 'fleurie', 'en lin'];

const bodyOf = (index: number, photoIds: readonly number[], random: () => number): Partial<ItemBody> => ({
  title: `${things[index % things.length]} ${looks[Math.floor(index / things.length) % looks.length]} ${index + 1}`,
  description: `Portée deux fois, numéro ${index + 1}.`,
  catalog_id: 221,
  brand_id: 53,
  brand: 'Nike',
  size_id: 3,
  status_id: 1 + (index % 4),
  color_ids: [9, 1],
  price: 5 + Math.floor(random() * 80),
  package_size_id: 1,
  assigned_photos: photoIds.map((id) => ({ id, orientation: 0 })),
  item_attributes: [{ code: 'material', ids: [44] }],
});

/** One in so many of each state; most are simply for sale. */
function stateOf(index: number): Partial<StoredItem> {
  if (index % 37 === 36) return { isDraft: true };
  if (index % 31 === 30) return { isHidden: true };
  if (index % 41 === 40) return { isReserved: true };
  if (index % 29 === 28) return { isSold: true };
  if (index % 97 === 96) return { isWithdrawn: true };
  return index % 101 === 100 ? { isProcessing: true } : {};
}

const HOUR = 60 * 60 * 1000;

/** `count` listings of one member, the newest just before `now`, an hour apart. */
export function seedWardrobe(
  state: SandboxState,
  count: number,
  now: number,
  { memberId = 101, seed = 1 }: { memberId?: number; seed?: number } = {},
): StoredItem[] {
  const random = dice(seed);
  return Array.from({ length: count }, (_, index) => {
    const at = now - (count - index) * HOUR;
    const photo = seedPhoto(state, drawPhoto(seed * 100_000 + index), at, memberId);
    const figures = { views: Math.floor(random() * 400), favourites: Math.floor(random() * 30) };
    const body = bodyOf(index, [photo.id], random);
    return seedItem(state, { memberId, createdAt: at, bumpedAt: at, ...figures, ...stateOf(index), body }, at);
  });
}
