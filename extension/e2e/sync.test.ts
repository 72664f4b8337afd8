import { afterEach, expect, it } from 'vitest';

import { seedWardrobe } from '../sandbox/server/seed-wardrobe.ts';
import { jobsIn, listingsIn, say, until } from './extension-state.ts';
import { startWorld, type World } from './world.ts';

let world: World;
afterEach(() => world.close());

it('2,000 listings come in with one request at a time and at most 120 of them', async () => {
  world = await startWorld({ switches: { answerMs: 30 } });
  const { page, sandbox, market } = world;
  const items = seedWardrobe(sandbox.state, 2_000, Date.now());
  const from = sandbox.log.length;
  await say(page, 'wardrobe.sync', { market, memberId: null });
  const jobs = await until(
    () => jobsIn(page),
    (all) => all.some((job) => job.doneAt !== null),
    150_000,
    'the wardrobe',
  );
  expect(jobs).toMatchObject([{ kind: 'sync', status: 'done', memberId: '101' }]);
  const listings = await listingsIn(page);
  expect(listings).toHaveLength(2_000);
  for (const item of items.filter((_, index) => index % 100 === 0)) {
    expect(listings.find(({ vintedId }) => vintedId === String(item.id))).toMatchObject({
      title: item.body.title,
      price: { amount: Math.round(item.body.price! * 100), currency: 'EUR' },
      favourites: item.favourites,
      views: item.views,
    });
  }
  expect(listings.filter(({ fingerprint }) => fingerprint !== null).length).toBeGreaterThan(0);
  const ours = sandbox.log.slice(from).filter(({ path }) => /^\/(api\/v2\/(wardrobe|users\/current)|tc?\/)/.test(path));
  const lists = ours.filter(({ path }) => path.startsWith('/api/v2/wardrobe/'));
  expect(ours.length).toBeLessThanOrEqual(120);
  expect(lists.length).toBeGreaterThanOrEqual(22);
  // `at` is when a request came in; each was answered 30 ms later at the soonest, and only then was the next one asked.
  const gaps = lists.slice(1).map(({ at }, index) => at - (lists[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
  expect(sandbox.state.writes).toEqual([]);
});
