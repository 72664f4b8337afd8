import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';

import { createFakeAnalyser, type FakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import { sellerDefaults } from '../../shared/defaults.ts';
import { draftsOf, listingsOf } from '../sandbox/state.ts';
import { draftsIn, jobsIn, photoHashesIn, say, until } from './extension-state.ts';
import { drawPictures } from './pictures.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

const defaults = sellerDefaults.parse({
  audience: 'women',
  condition: 'very-good',
  package: 'small',
  sizes: { clothing: 'M', shoes: '38' },
  brand: 'none',
  prices: { '*': 1_500 },
});

/** As the built-in analyser stands to the extension: nothing leaves this machine, so nothing is asked. */
const atHome = (): FakeAnalyser => ({ ...createFakeAnalyser(), kind: 'built-in', provider: null });

let world: World;
afterEach(() => world.close());

async function start(options: WorldOptions = {}): Promise<World> {
  world = await startWorld({ backend: { analyser: atHome() }, defaults, ...options });
  await say(world.page, 'catalog.refresh', { market: world.market });
  return world;
}

async function draftsFrom({ page }: World, files: string[]) {
  await page.getByTestId('photo-files').setInputFiles(files);
  await page
    .getByRole('button', { name: /^Make / })
    .and(page.locator(':enabled'))
    .click({ timeout: 60_000 });
  return until(
    () => draftsIn(page),
    (drafts) => drafts.length > 0 && drafts.every((draft) => draft.state !== 'analysing'),
    60_000,
    'drafts',
  );
}

const finished = ({ page }: World) =>
  until(
    () => jobsIn(page),
    (jobs) => jobs.length > 0 && jobs.every((job) => job.doneAt !== null || job.status === 'needs-user'),
    120_000,
    'the jobs to end',
  );

describe('from photos to a listing', () => {
  it('makes drafts of photos, fills and publishes them, each once, with the very bytes', async () => {
    const { page, sandbox } = await start();
    const drafts = await draftsFrom(world, await drawPictures(3));
    expect(drafts).toHaveLength(3);
    await say(page, 'jobs.publish', { draftIds: drafts.map((draft) => draft.id), how: 'publish' });
    expect((await finished(world)).map((job) => job.status)).toEqual(['done', 'done', 'done']);
    const listings = listingsOf(sandbox.state);
    expect(listings).toHaveLength(3);
    const hashes = await photoHashesIn(page);
    for (const draft of await draftsIn(page)) {
      const listing = listings.find((one) => String(one.id) === draft.vintedId);
      expect(listing?.body).toMatchObject({ title: 'Blue midi dress', price: 15, brand_id: 1, status_id: 2 });
      const sent = listing?.body.assigned_photos.map(
        ({ id }) => sandbox.state.photos.find((one) => one.id === id)?.bytes,
      );
      const digests = sent?.map((bytes) =>
        createHash('sha256')
          .update(bytes ?? '')
          .digest('hex'),
      );
      expect(digests).toEqual(draft.photoIds.map((id) => hashes[id]));
    }
    expect(sandbox.state.paid).toEqual([]);
  });

  it('keeps what is still open as a Vinted draft', async () => {
    const analyser = atHome();
    const { page, sandbox } = await start({ backend: { analyser }, defaults: sellerDefaults.parse({}) });
    const drafts = await draftsFrom(world, await drawPictures(1));
    await say(page, 'jobs.publish', { draftIds: drafts.map((draft) => draft.id), how: 'draft' });
    await finished(world);
    expect(draftsOf(sandbox.state)).toMatchObject([{ body: { title: 'Blue midi dress' } }]);
    expect((await draftsIn(page))[0]).toMatchObject({ state: 'vinted-draft' });
  });
});
