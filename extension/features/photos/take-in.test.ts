import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Workshop } from '../../db/database.ts';
import { refuse, type Refused } from './formats/header.ts';
import { findOpenIntake, photoDesk } from './photo-desk.ts';
import type { PreparedPhoto } from './prepare-photo.ts';
import { closeInterrupted, openIntake, takeIn, type NamedFile, type TakeInDeps } from './take-in.ts';

let workshop: Workshop;
let ids = 0;
beforeEach(() => {
  workshop = new Workshop(`take-in-${(ids += 1)}`);
});
afterEach(() => workshop.delete());

const signal = new AbortController().signal;
const digits = (text: string): string =>
  Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .padEnd(64, '0');

/** The content of a fake file is its text: `bad:code` is refused with that code. */
async function prepared(file: Blob): Promise<PreparedPhoto | Refused> {
  const content = await file.text();
  if (content.startsWith('bad:')) return refuse(content.slice(4) as 'photo-damaged');
  const blob = new Blob([content]);
  return {
    original: blob,
    small: blob,
    thumbnail: blob,
    hash: digits(content),
    width: 800,
    height: 600,
    takenAt: null,
    fingerprint: digits(content),
    mirrored: digits(content),
    swatch: [],
  };
}

const deps = (more: Partial<TakeInDeps> = {}): TakeInDeps => ({
  workshop,
  prepare: prepared,
  now: () => 1,
  newId: () => `id-${(ids += 1)}`,
  parallel: 3,
  ...more,
});
const file = (name: string, content = name): NamedFile => ({ name, file: new Blob([content]) });
const drop = async (names: readonly NamedFile[], own = deps()) => {
  const { id } = await openIntake(own, 'www.vinted.fr');
  await takeIn(own, id, names, signal);
  return (await workshop.intakes.get(id))!;
};
const names = async (): Promise<string[]> => (await workshop.photos.orderBy('id').toArray()).map(({ name }) => name);

test('takes in what is good, names what is not, and groups the rest', async () => {
  const intake = await drop([file('a'), file('b', 'bad:photo-heic'), file('c'), file('d', 'bad:photo-empty')]);
  expect(intake.state).toBe('grouping');
  expect(intake.refused).toEqual([
    { name: 'b', code: 'photo-heic' },
    { name: 'd', code: 'photo-empty' },
  ]);
  expect(await names()).toEqual(['a', 'c']);
  expect(intake.stacks.flatMap((stack) => stack.photoIds)).toHaveLength(2);
});

test('the 201st photo is refused by name, also over several drops', async () => {
  const many = Array.from({ length: 199 }, (_, index) => file(`p${index}`));
  await drop(many);
  const intake = await drop([file('x'), file('y'), file('z')]);
  expect(intake.refused).toEqual([
    { name: 'y', code: 'too-many-photos' },
    { name: 'z', code: 'too-many-photos' },
  ]);
  expect(await workshop.photos.count()).toBe(200);
});

test('the same photo twice is pointed out, one taken out may come back', async () => {
  const first = await drop([file('a', 'same'), file('b', 'same')]);
  expect(first.refused).toEqual([{ name: 'b', code: 'photo-twice' }]);
  await workshop.intakes.update(first.id, { stacks: [] });
  const again = await drop([file('c', 'same')]);
  expect(again.stacks.flatMap((stack) => stack.photoIds)).toHaveLength(1);
  expect(await names()).toContain('c');
});

test('photos added later go behind what the seller has arranged', async () => {
  const first = await drop([file('a'), file('b')]);
  const [a, b] = first.stacks.flatMap((stack) => stack.photoIds);
  await workshop.intakes.update(first.id, { stacks: [{ key: 'mine', photoIds: [b!, a!] }] });
  const later = await drop([file('c')]);
  expect(later.stacks[0]).toEqual({ key: 'mine', photoIds: [b, a] });
  expect(later.stacks).toHaveLength(2);
});

test('a full disk loses only the photo that did not fit, and says so', async () => {
  const add = workshop.photos.add.bind(workshop.photos);
  workshop.photos.add = ((photo: { name: string }) => {
    if (photo.name === 'b') throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    return add(photo as never);
  }) as never;
  const intake = await drop([file('a'), file('b'), file('c')]);
  expect(intake.refused).toEqual([{ name: 'b', code: 'storage-full' }]);
  expect(await names()).toEqual(['a', 'c']);
  expect(intake.preparing).toEqual([]);
});

describe('the browser is closed half way', () => {
  test('what was taken in stays, what was not is named', async () => {
    const never = new Promise<never>(() => undefined);
    const stuck = deps({
      prepare: async (blob) => ((await blob.text()) === 'c' ? never : prepared(blob)),
      parallel: 1,
    });
    const { id } = await openIntake(stuck, 'www.vinted.fr');
    void takeIn(stuck, id, [file('a'), file('b'), file('c'), file('d')], signal);
    await expect.poll(() => workshop.photos.count()).toBe(2);
    expect((await workshop.intakes.get(id))?.preparing).toEqual(['c', 'd']);

    await closeInterrupted(deps(), id);
    const intake = (await workshop.intakes.get(id))!;
    expect(intake.state).toBe('grouping');
    expect(intake.refused).toEqual([
      { name: 'c', code: 'interrupted' },
      { name: 'd', code: 'interrupted' },
    ]);
    expect(intake.stacks.flatMap((stack) => stack.photoIds)).toHaveLength(2);
  });

  test('a page still at work is left alone', async () => {
    const { id } = await openIntake(deps(), 'www.vinted.fr');
    await workshop.intakes.update(id, { preparing: ['x'] });
    let free = false;
    const request = (async (_name: string, _options: LockOptions, run: (lock: Lock | null) => unknown) =>
      run(free ? ({} as Lock) : null)) as LockManager['request'];
    const desk = photoDesk(deps(), { request });
    await desk.recover();
    expect((await findOpenIntake(workshop))?.intake.preparing).toEqual(['x']);
    free = true;
    await desk.recover();
    expect((await workshop.intakes.get(id))?.refused).toEqual([{ name: 'x', code: 'interrupted' }]);
  });
});

test('starting over removes the photos, but never those of drafts', async () => {
  const desk = photoDesk(deps(), { request: (async () => undefined) as LockManager['request'] });
  const first = await drop([file('a')]);
  await desk.discard(first.id);
  expect(await workshop.photos.count()).toBe(0);
  const second = await drop([file('a')]);
  await workshop.intakes.update(second.id, { state: 'analysing' });
  await desk.discard(second.id);
  expect(await workshop.photos.count()).toBe(1);
});
