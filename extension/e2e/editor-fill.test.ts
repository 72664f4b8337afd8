import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Draft } from '../../shared/draft.ts';
import { completeDraft } from '../features/drafts/desk-in-tests.ts';
import { listingsOf } from '../sandbox/state.ts';
import { draftsIn, say, until } from './extension-state.ts';
import { seedDrafts } from './seed-form.ts';
import { startWorld, type World } from './world.ts';

const patient = { timeout: 20_000 };

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await say(world.page, 'catalog.refresh', { market: world.market });
});
afterAll(() => world?.close());

/** A phone with all but what only phones are asked. */
const phone = (id: string): Draft =>
  completeDraft(
    id,
    {
      title: `Phone ${id}`,
      category: { id: 3661, path: ['Électronique', 'Téléphones portables'] },
      brand: { id: 54_661, label: 'Apple' },
      model: { id: null, label: 'iPhone 13 Pro' },
      size: null,
      price: { amount: 40_000, currency: 'EUR' },
    },
    { photoIds: [`${id}-1`] },
  );

async function open(id: string): Promise<void> {
  await seedDrafts(world.page, [phone(id)]);
  await world.page.goto(`${world.page.url().split('#')[0]}#drafts/${id}`);
  await world.page.getByRole('heading', { name: `Phone ${id}` }).waitFor();
}

/** What the site keeps once the draft was published. */
async function published(id: string) {
  await world.page.getByText('Everything Vinted asks for is there.').waitFor();
  await world.page.getByRole('button', { name: 'Publish', exact: true }).click();
  const draft = await until(
    async () => (await draftsIn(world.page)).find((one) => one.id === id),
    (one) => one?.state === 'published' || one?.failure != null,
    120_000,
    'the listing',
  );
  expect(draft?.failure).toBeNull();
  return listingsOf(world.sandbox.state).find((one) => String(one.id) === draft?.vintedId)?.body.item_attributes;
}

const wanted = [
  { code: 'internal_memory_capacity', ids: [2004] },
  { code: 'sim_lock', ids: [2022] },
];

describe('a phone', () => {
  it('is published with storage and SIM lock, though the site tells only its own page of them', async () => {
    await open('shy');
    const { page } = world;
    await page.getByRole('button', { name: 'Still open: Storage' }).click();
    await page.keyboard.type('128');
    await page.getByRole('option', { name: '128 Go' }).click();
    await page.getByRole('radio', { name: 'Non', exact: true }).check({ force: true });
    expect(await published('shy')).toEqual(expect.arrayContaining(wanted));
  });

  it("is offered the site's own choices where it tells them, by their ids", async () => {
    world.sandbox.set({ attributesToAnyone: true });
    await forgetOptions();
    await open('told');
    const { page } = world;
    await page.getByLabel('Capacité de stockage').selectOption({ label: '128\u00A0Go' });
    await page.getByRole('radio', { name: 'Non', exact: true }).check({ force: true });
    await expect
      .poll(async () => (await draftsIn(page)).find(({ id }) => id === 'told')?.attributes, patient)
      .toEqual({
        internal_memory_capacity: { id: 2004, label: '128\u00A0Go' },
        sim_lock: { id: 2022, label: 'Non' },
      });
    expect(await published('told')).toEqual(expect.arrayContaining(wanted));
  });
});

/** As a week later: what the form offers is read anew. */
const forgetOptions = (): Promise<void> =>
  world.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('workshop');
      request.addEventListener('success', () => resolve(request.result));
    });
    const change = database.transaction('categoryOptions', 'readwrite');
    change.objectStore('categoryOptions').clear();
    await new Promise((resolve) => change.addEventListener('complete', resolve));
    database.close();
  });
