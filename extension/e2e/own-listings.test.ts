import { afterAll, beforeAll, expect, it } from 'vitest';

import { createFakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import { backupsIn } from './extension-state.ts';
import { bag, book, phone, shirt, type Kind } from './forms.ts';
import { onlineOf, putOnline, untilEnded, wholeOf, wish, type Own } from './own-listings.ts';
import { startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } } });
});
afterAll(() => world.close());

/** What the site was told to write about anything but uploads since then, in order. */
const written = (from: number): string[] =>
  world.sandbox.state.writes
    .slice(from)
    .filter(({ kind }) => kind !== 'photo')
    .map(({ kind, id }) => `${kind} ${id}`);

/** Waits for the job; the only listing of that title there is then, which must be equal to what it was. */
async function survivorOf(own: Own, jobId: string) {
  const job = await untilEnded(world, jobId);
  expect(job, JSON.stringify(job.failure)).toMatchObject({ status: 'done' });
  const [item, ...twins] = onlineOf(world, own.title);
  if (!item) throw new Error('It is lost.');
  expect(twins).toEqual([]);
  return item;
}

const kinds: [string, Kind][] = [
  ['shirt', shirt],
  ['phone', phone],
  ['book', book],
  ['bag', bag],
];

it.each(kinds)('a %s is relisted: hidden first, its copy published, the old one deleted last', async (name, kind) => {
  const own = await putOnline(world, kind, `Relisted ${name}`);
  const from = world.sandbox.state.writes.length;
  const jobId = await wish(world.page, 'listing.relist', { listingKeys: [own.key], mode: 'safe' });
  const copy = await survivorOf(own, jobId);
  expect(copy.id).not.toBe(own.id);
  expect(copy).toMatchObject({ isHidden: false, isDraft: false, pushedUp: false });
  expect(wholeOf(world.sandbox.state, copy)).toEqual(own.original);
  expect(written(from)).toEqual([`hide ${own.id}`, `publish ${copy.id}`, `delete ${own.id}`]);
  expect((await backupsIn(world.page)).find(({ jobId: by }) => by === jobId)).toMatchObject({
    state: 'replaced',
    replacedBy: String(copy.id),
  });
});

it('changes a price by the form of the listing, and nothing else', async () => {
  const own = await putOnline(world, shirt, 'Price drop');
  const from = world.sandbox.state.writes.length;
  const jobId = await wish(world.page, 'listing.price', { prices: [{ listingKey: own.key, amount: 999 }] });
  const item = await survivorOf(own, jobId);
  expect(item.id).toBe(own.id);
  expect(wholeOf(world.sandbox.state, item)).toEqual({
    ...own.original,
    body: { ...own.original.body, price: 9.99 },
  });
  expect(written(from)).toEqual([`edit ${own.id}`]);
});

it.each(['both', 'list'] as const)('hides a listing and shows it again, its state told by: %s', async (stateIn) => {
  world.sandbox.set({ stateIn });
  const own = await putOnline(world, shirt, `Now you see it ${stateIn}`);
  const from = world.sandbox.state.writes.length;
  for (const act of ['hide', 'unhide'] as const) {
    const item = await survivorOf(own, await wish(world.page, 'listing.act', { listingKeys: [own.key], act }));
    expect(item.isHidden).toBe(act === 'hide');
    expect(wholeOf(world.sandbox.state, item)).toEqual(own.original);
  }
  expect(written(from)).toEqual([`hide ${own.id}`, `unhide ${own.id}`]);
  world.sandbox.set({ stateIn: 'both' });
});

it('relists where only the list of listings tells what state one is in', async () => {
  world.sandbox.set({ stateIn: 'list' });
  const own = await putOnline(world, shirt, 'Stateless');
  const from = world.sandbox.state.writes.length;
  const copy = await survivorOf(
    own,
    await wish(world.page, 'listing.relist', { listingKeys: [own.key], mode: 'safe' }),
  );
  expect(wholeOf(world.sandbox.state, copy)).toEqual(own.original);
  expect(written(from)).toEqual([`hide ${own.id}`, `publish ${copy.id}`, `delete ${own.id}`]);
  world.sandbox.set({ stateIn: 'both' });
});

it('deletes a listing once it is kept whole, and publishes it again from what was kept', async () => {
  const own = await putOnline(world, shirt, 'Gone and back');
  const from = world.sandbox.state.writes.length;
  const jobId = await wish(world.page, 'listing.act', { listingKeys: [own.key], act: 'delete' });
  expect(await untilEnded(world, jobId)).toMatchObject({ status: 'done' });
  expect(onlineOf(world, own.title)).toEqual([]);
  const backup = (await backupsIn(world.page)).find(({ jobId: by }) => by === jobId);
  expect(backup).toMatchObject({ state: 'deleted', photos: own.original.photos.map((sha256) => ({ sha256 })) });
  const back = await survivorOf(
    own,
    await wish(world.page, 'backup.restore', { backupIds: [backup?.id], mode: 'safe' }),
  );
  expect(wholeOf(world.sandbox.state, back)).toEqual(own.original);
  expect(written(from)).toEqual([`delete ${own.id}`, `publish ${back.id}`]);
});
