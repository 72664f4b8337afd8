import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { Workshop } from '../../db/database.ts';
import { refuse, type Refused } from './formats/header.ts';
import type { PreparedPhoto } from './prepare-photo.ts';
import { namedFiles } from './read-drop.ts';
import { closeInterrupted, openIntake, takeIn, type TakeInDeps } from './take-in.ts';

let tables = 0;

function prepared(content: string): PreparedPhoto {
  const blob = new Blob([content]);
  const print = content
    .padEnd(64, '0')
    .slice(0, 64)
    .replaceAll(/[^0-9a-f]/g, '0');
  return {
    original: blob,
    small: blob,
    thumbnail: blob,
    hash: content,
    width: 400,
    height: 300,
    takenAt: null,
    fingerprint: print,
    mirrored: print,
    swatch: [],
  };
}

/** A desk whose preparing answers by what the file holds. */
async function freshDesk(prepare: TakeInDeps['prepare'] = async (file) => prepared(await file.text())) {
  const workshop = new Workshop(`intake-${(tables += 1)}`);
  let ids = 0;
  const deps: TakeInDeps = { workshop, prepare, now: () => 1, newId: () => `id${(ids += 1)}`, parallel: 3 };
  const { id } = await openIntake(deps, 'www.vinted.fr');
  const read = async () => {
    const intake = await workshop.intakes.get(id);
    if (!intake) throw new Error('The intake is gone.');
    return intake;
  };
  return { deps, id, workshop, read };
}

const file = (name: string, content = name) => ({ name, file: new Blob([content]) });
const never = new AbortController().signal;

describe('a drop of too many photos', () => {
  it('takes 200 of 201 and names the last', async () => {
    const { deps, id, workshop, read } = await freshDesk();
    await takeIn(
      deps,
      id,
      Array.from({ length: 201 }, (_, index) => file(`${index}`)),
      never,
    );
    expect(await workshop.photos.count()).toBe(200);
    expect((await read()).refused).toEqual([{ name: '200', code: 'too-many-photos' }]);
    expect((await read()).stacks.flatMap((stack) => stack.photoIds)).toHaveLength(200);
  });

  it('counts what is already there when more is dropped, also at the same time', async () => {
    const { deps, id, workshop, read } = await freshDesk();
    const drop = (from: number) => Array.from({ length: 150 }, (_, index) => file(`${from + index}`));
    await Promise.all([takeIn(deps, id, drop(0), never), takeIn(deps, id, drop(1_000), never)]);
    expect(await workshop.photos.count()).toBe(200);
    expect((await read()).refused).toHaveLength(100);
  });
});

describe('one bad photo among good ones', () => {
  const oneBad = (bad: () => Promise<PreparedPhoto | Refused>) =>
    freshDesk(async (blob) => ((await blob.text()) === 'bad' ? bad() : prepared(await blob.text())));
  const photos = [file('a.jpg'), file('IMG_1.jpg', 'bad'), file('b.jpg')];

  it('is named with the reason, and costs no other photo', async () => {
    const { deps, id, workshop, read } = await oneBad(async () => refuse('photo-damaged'));
    await takeIn(deps, id, photos, never);
    expect((await read()).refused).toEqual([{ name: 'IMG_1.jpg', code: 'photo-damaged' }]);
    expect(await workshop.photos.count()).toBe(2);
    expect((await read()).state).toBe('grouping');
  });

  it('that the disk has no room for is named, and what was stored stays', async () => {
    const { deps, id, workshop, read } = await freshDesk();
    workshop.photos.hook('creating', (_, photo) => {
      if (photo.name === 'IMG_1.jpg') throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    await takeIn(deps, id, photos, never);
    expect((await read()).refused).toEqual([{ name: 'IMG_1.jpg', code: 'storage-full' }]);
    expect(await workshop.photos.count()).toBe(2);
  });

  it('dropped twice is kept once', async () => {
    const { deps, id, workshop, read } = await freshDesk();
    await takeIn(deps, id, [file('a.jpg', 'same'), file('copy of a.jpg', 'same')], never);
    expect(await workshop.photos.count()).toBe(1);
    expect((await read()).refused.map(({ code }) => code)).toEqual(['photo-twice']);
  });
});

describe('names of files', () => {
  const names = [
    '../../etc/passwd',
    'a'.repeat(300),
    'nul\0name.jpg',
    '👗.jpg',
    'CON',
    'equal.jpg',
    'equal.jpg',
    '\u202Egpj.exe',
  ];

  it('are kept to show and never lead anywhere', async () => {
    const { deps, id, workshop } = await freshDesk();
    await takeIn(
      deps,
      id,
      names.map((name, index) => file(name, `${index}`)),
      never,
    );
    const kept = await workshop.photos.toArray();
    expect(kept).toHaveLength(names.length);
    expect(kept.every((photo) => photo.name.length <= 200 && /^\d{4}-id\d+$/.test(photo.id))).toBe(true);
  });

  it('that are hidden or the system’s own are not photos', () => {
    const files = ['.DS_Store', 'Thumbs.db', 'IMG_10.jpg', 'IMG_2.jpg'].map((name) => new File(['x'], name));
    expect(namedFiles(files).map(({ name }) => name)).toEqual(['IMG_2.jpg', 'IMG_10.jpg']);
  });
});

it('a browser closed halfway names what it had not read, and keeps the rest', async () => {
  const { deps, id, workshop, read } = await freshDesk();
  await takeIn(deps, id, [file('a.jpg')], never);
  await workshop.intakes.update(id, { state: 'preparing', preparing: ['b.jpg'] });
  await closeInterrupted(deps, id);
  expect((await read()).refused).toEqual([{ name: 'b.jpg', code: 'interrupted' }]);
  expect((await read()).stacks.flatMap((stack) => stack.photoIds)).toHaveLength(1);
});
