import type { Page } from 'playwright-core';

import type { Job } from '../../shared/job.ts';
import type { ListingForm } from '../../shared/listing-form.ts';
import type { Listing } from '../../shared/listing.ts';
import { listingInTests } from '../../shared/listing-in-tests.ts';
import type { ItemBody } from '../sandbox/item-body.ts';
import { modelsOf } from '../sandbox/rules/models.ts';
import { drawPhoto, seedPhoto } from '../sandbox/server/seed-wardrobe.ts';
import { listingsOf, seedItem, type SandboxState, type StoredItem } from '../sandbox/state.ts';
import { jobsIn, say, until } from './extension-state.ts';
import { ordered, type Kind } from './forms.ts';
import type { World } from './world.ts';

const MONTH = 30 * 24 * 60 * 60 * 1000;

/** A listing the seller has online, and what it is made of. */
export type Own = { key: string; id: number; title: string; original: Whole };
/** All a buyer sees of a listing: its fields, and each photo's bytes by their digest, in order. */
export type Whole = { body: Partial<ItemBody>; photos: (string | undefined)[] };

let pictures = 0;

/** One month old on the pretend site, with photos of its own, and known to the extension as a sync would have left it. */
export async function putOnline(
  { sandbox: { state }, page, market }: World,
  kind: Kind,
  title: string,
  change: Partial<Pick<StoredItem, 'isHidden'>> = {},
): Promise<Own> {
  const at = Date.now() - MONTH;
  const form = kind.form('fr');
  const photos = form.photos.map(() => seedPhoto(state, drawPhoto((pictures += 1)), at));
  const model = modelsOf(kind.stored.catalog_id ?? 0, kind.stored.brand_id ?? 0).find(
    (one) => one.title === form.model?.label,
  );
  const body = {
    ...kind.stored,
    title,
    description: form.description ?? '',
    ...(model ? { model } : {}),
    ...asTheFormSends(form),
    assigned_photos: photos.map(({ id }) => ({ id, orientation: 0 })),
  };
  const item = seedItem(state, { body, ...change }, at);
  const key = `${market}:${item.id}`;
  await page.evaluate(put, listingRow(item, key, market));
  return { key, id: item.id, title, original: wholeOf(state, item) };
}

/** What its form sends along with a choice. */
const asTheFormSends = ({ brand, isbn, measurements, title }: ListingForm): Partial<ItemBody> => ({
  ...(brand ? { brand: brand === 'none' ? '' : brand.label } : {}),
  ...(isbn ? { book_title: title } : {}),
  ...(measurements ? { measurement_unit: 'cm' } : {}),
});

const listingRow = (item: StoredItem, key: string, market: string): Listing =>
  listingInTests(item.id, {
    key,
    market,
    memberId: String(item.memberId),
    title: item.body.title,
    price: { amount: Math.round((item.body.price ?? 0) * 100), currency: 'EUR' },
    status: item.isHidden ? 'hidden' : 'active',
    favourites: item.favourites,
    views: item.views,
    catalogId: item.body.catalog_id,
    photoCount: item.body.assigned_photos.length,
    listedAt: item.createdAt,
    firstSeenAt: item.createdAt,
    changedAt: item.createdAt,
  });

/** Runs in an extension page. */
async function put(row: Listing): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('wardrobe');
    open.addEventListener('success', () => resolve(open.result));
    open.addEventListener('error', () => reject(open.error ?? new Error('not opened')));
  });
  const change = database.transaction('listings', 'readwrite');
  change.objectStore('listings').put(row);
  await new Promise((resolve) => change.addEventListener('complete', resolve));
  database.close();
}

/** Which upload it was, and what our own side cannot know of a listing, is not part of what it is. */
export function wholeOf(state: SandboxState, { body }: StoredItem): Whole {
  const { temp_uuid: _, id: __, assigned_photos: ___, ...fields } = ordered(body) ?? body;
  return {
    body: fields,
    photos: body.assigned_photos.map(({ id }) => state.photos.find((one) => one.id === id)?.sha256),
  };
}

/** What of a title is online now, hidden ones included. */
export const onlineOf = ({ sandbox }: World, title: string): StoredItem[] =>
  listingsOf(sandbox.state).filter((item) => item.body.title === title);

type Answer = { key: string; jobId: string | null; refused: { code: string } | null };

/** Queues one wish about one listing; the id of its job. */
export async function wish(page: Page, type: string, input: object): Promise<string> {
  const [answer] = (await say(page, type, input)) as Answer[];
  if (!answer?.jobId) throw new Error(`${type}: ${answer?.refused?.code}`);
  return answer.jobId;
}

/** The job once it is over or asks its seller; the worker is woken meanwhile, as an open popup does. */
export async function untilEnded({ page }: World, jobId: string, within = 90_000): Promise<Job> {
  const read = async (): Promise<Job | undefined> => {
    await say(page, 'engine.wake').catch(() => undefined);
    return (await jobsIn(page)).find((job) => job.id === jobId);
  };
  const isOver = (job: Job | undefined): boolean => !!job && (job.doneAt !== null || job.status === 'needs-user');
  const job = await until(read, isOver, within, jobId).catch(async (error: unknown) => {
    const last = await read();
    throw new Error(`${String(error)} It is ${last?.status} at ${last?.step}, attempt ${last?.attempts}.`);
  });
  if (!job) throw new Error('There is no such job.');
  return job;
}

/** The time a job waits for has come: its next look is due at once. */
export async function dueNow(page: Page, jobId: string): Promise<void> {
  await page.evaluate(async (id) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('ledger');
      open.addEventListener('success', () => resolve(open.result));
    });
    const change = database.transaction('jobs', 'readwrite');
    const jobs = change.objectStore('jobs');
    const found = jobs.get(id);
    found.addEventListener('success', () => jobs.put({ ...(found.result as Job), notBefore: 0 }));
    await new Promise((resolve) => change.addEventListener('complete', resolve));
    database.close();
  }, jobId);
  await say(page, 'engine.wake');
}
