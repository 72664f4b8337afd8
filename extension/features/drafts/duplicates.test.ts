import { beforeEach, describe, expect, it } from 'vitest';

import { distance } from '../../../shared/fingerprint.ts';
import { draftWith, freshDesk, photoWith } from './desk-in-tests.ts';
import { bitsOf, distanceOf } from './duplicates.ts';
import { readAlbum, twinsOf } from './twins.ts';

const hex = (seed: number) =>
  Array.from({ length: 64 }, (_, at) => ((seed * (at + 7) * 2_654_435_761) >>> 27).toString(16).at(-1)).join('');
/** `fingerprint` with its first `bits` bits turned. */
const turned = (fingerprint: string, bits: number) =>
  Array.from(fingerprint)
    .map((digit, at) => (Number.parseInt(digit, 16) ^ (2 ** Math.max(0, Math.min(4, bits - at * 4)) - 1)).toString(16))
    .join('');

let desk = freshDesk();
beforeEach(() => {
  desk = freshDesk();
});

const twins = async (id: string) => {
  const draft = await desk.db.drafts.get(id);
  return twinsOf(draft!, await readAlbum(desk)).map(({ of, likeness, mirrored }) => ({
    ...of.owner,
    likeness,
    mirrored,
  }));
};

describe('twins', () => {
  it('counts bits as the shared fingerprint does', () => {
    for (let seed = 1; seed < 20; seed += 1) {
      expect(distanceOf(bitsOf(hex(seed))!, bitsOf(hex(seed + 1))!)).toBe(distance(hex(seed), hex(seed + 1)));
    }
    expect(bitsOf('xyz')).toBeUndefined();
  });

  it('finds the same, the alike and the flipped photo, and not another', async () => {
    const mine = hex(3);
    await desk.db.photos.bulkPut([
      photoWith('mine', mine, hex(5)),
      photoWith('near', turned(mine, 40), hex(7)),
      photoWith('alike', turned(mine, 70), hex(9)),
      photoWith('flipped', hex(11), turned(mine, 4)),
      photoWith('other', turned(mine, 130), turned(mine, 128)),
    ]);
    await desk.db.drafts.bulkPut(
      ['mine', 'near', 'alike', 'flipped', 'other'].map((id) => draftWith(id, {}, { photoIds: [id] })),
    );
    expect(await twins('mine')).toEqual([
      { kind: 'draft', draftId: 'flipped', likeness: 'same', mirrored: true },
      { kind: 'draft', draftId: 'near', likeness: 'same', mirrored: false },
      { kind: 'draft', draftId: 'alike', likeness: 'alike', mirrored: false },
    ]);
  });

  it('warns of an own listing once, not of the draft it came from', async () => {
    await desk.db.photos.bulkPut([photoWith('p', hex(3)), photoWith('q', hex(3))]);
    await desk.db.drafts.bulkPut([
      draftWith('new', {}, { photoIds: ['p'] }),
      draftWith('sold', {}, { photoIds: ['q'], state: 'published' }),
    ]);
    const published = {
      id: 'x',
      draftId: 'sold',
      vintedId: '42',
      market: 'www.vinted.fr',
      title: 'T',
      fingerprint: hex(3),
      mirrored: hex(5),
    };
    await desk.db.publishedPhotos.bulkPut([published, { ...published, id: 'y' }]);
    expect(await twins('new')).toEqual([
      { kind: 'listing', vintedId: '42', draftId: 'sold', likeness: 'same', mirrored: false },
    ]);
    expect(await twins('sold')).toEqual([expect.objectContaining({ draftId: 'new' })]);
  });

  it('reads thousands of photos without a stutter', async () => {
    const photos = Array.from({ length: 4_000 }, (_, at) => bitsOf(hex(at + 1))!);
    const start = performance.now();
    let near = 0;
    for (const one of photos.slice(0, 100)) for (const other of photos) if (distanceOf(one, other) < 60) near += 1;
    expect(near).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
