import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type ListingForm, nothingSaid } from '../../shared/listing-form.ts';
import { fillOrder } from '../messaging/page-protocol.ts';
import { draftsOf, listingsOf } from '../sandbox/state.ts';
import { type FormDriver, leaseToken, startFormDriver, wrong } from './form-driver.ts';
import { bag, book, ordered, shirt, skirt } from './forms.ts';

/** The form through a seller's day: a person's pace, stop, the way there, what lies over it, old drafts and undo. */

let driver: FormDriver;
beforeAll(async () => {
  driver = await startFormDriver();
});
afterAll(() => driver?.close());
beforeEach(() => driver.reset());

const short = (): ListingForm => ({
  ...book.form('fr'),
  photos: book.form('fr').photos.slice(0, 1),
  title: 'Petit livre',
  description: 'Lu une fois.',
});
const listing = () => listingsOf(driver.sandbox.state)[0];

describe("at a person's pace", () => {
  it('the whole form is filled key by key and sent', async () => {
    await driver.open('fr');
    const start = performance.now();
    expect(wrong(await driver.fillAll(short(), fillOrder, 'human'))).toEqual([]);
    // Each key takes 40 ms or more, each field 400 ms or more.
    expect(performance.now() - start).toBeGreaterThan(23 * 40 + 7 * 400);
    const sent = performance.now();
    await driver.submit(short(), 'publish', 'human');
    expect(performance.now() - sent).toBeGreaterThan(4_000);
    expect(listing()?.body).toMatchObject({ ...book.stored, title: 'Petit livre', description: 'Lu une fois.' });
  });

  it('a stop ends it in the middle of a word, and it goes on from there when asked again', async () => {
    await driver.open('fr');
    const form = { ...nothingSaid, description: 'Une phrase assez longue pour que l’on puisse s’arrêter au milieu.' };
    const typing = driver.tell('sell.fill', { leaseToken, form, field: 'description', pacing: 'human' });
    const ended = typing.then(
      () => 'filled',
      (error: Error) => error.message,
    );
    const field = driver.page.locator('#description');
    await expect.poll(async () => (await field.inputValue()).length, { timeout: 10_000 }).toBeGreaterThan(5);
    await driver.tell('page.stop');
    const half = await field.inputValue();
    expect(await ended).toMatch(/stop/i);
    expect(half.length).toBeLessThan(form.description.length);
    await driver.page.waitForTimeout(400);
    expect(await field.inputValue()).toBe(half);
    expect(wrong(await driver.fillAll(form))).toEqual([]);
    expect(await field.inputValue()).toBe(form.description);
  });
});

describe('the way to the form', () => {
  it('leads through the header where a direct load ends at home', async () => {
    driver.sandbox.set({ newListing: 'bounces-home' });
    expect(await driver.open('fr')).toMatchObject({ page: 'home', wall: null });
    await driver.tell('sell.open').catch(() => undefined);
    await driver.page.waitForURL(/\/items\/new/);
    expect(await driver.probe()).toMatchObject({ page: 'sell', wall: null });
    expect(await driver.tell('sell.open')).toBe(true);
    expect(wrong(await driver.fillAll(short()))).toEqual([]);
    await driver.submit(short());
    expect(listing()?.body.title).toBe('Petit livre');
  });

  it('the cookie banner is answered with the necessary ones only; where one lives is for the seller to say', async () => {
    driver.sandbox.set({ cookieBanner: true, countryPicker: true });
    await driver.open('en', '/items/new', 'www.vinted.com');
    await driver.page.evaluate(() =>
      document.addEventListener(
        'click',
        ({ target }) =>
          (document.body.dataset.pressed += ` ${(target as Element).id || (target as Element).textContent}`),
        true,
      ),
    );
    const form: ListingForm = { ...shirt.form('en'), price: { amount: 1_250, currency: 'USD' } };
    const results = await driver.fillAll(form, ['title', 'category']);
    expect(results).toMatchObject([
      { is: 'filled' },
      { is: 'refused', why: expect.stringContaining('Where do you live') as string },
    ]);
    await driver.page.locator('[role="dialog"] button', { hasText: 'United States' }).dispatchEvent('click');
    expect(wrong(await driver.fillAll(form))).toEqual([]);
    const pressed = await driver.page.evaluate(() => document.body.dataset.pressed ?? '');
    expect(pressed).toContain('onetrust-reject-all-handler');
    expect(pressed).not.toContain('onetrust-accept-btn-handler');
    expect(pressed.match(/United States|France|United Kingdom/g)).toEqual(['United States']);
    await driver.submit(form);
    expect(ordered(listing()?.body)).toMatchObject(shirt.stored);
  });
});

describe('a draft that Vinted keeps', () => {
  async function kept(): Promise<number> {
    await driver.open('fr');
    expect(wrong(await driver.fillAll(bag.form('fr')))).toEqual([]);
    await driver.submit(bag.form('fr'), 'draft');
    return draftsOf(driver.sandbox.state)[0]?.id ?? 0;
  }

  it('gets the photos and words that are wanted now, then is published under its own id', async () => {
    const id = await kept();
    await driver.page.waitForURL(/\/member\//);
    await driver.open('fr', `/items/${id}/edit`);
    const photos = ['front', 'label', 'side'].map((name) => ({
      id: name,
      name: `${name}.png`,
      type: 'image/png',
      bytes: 200,
    }));
    const form = { ...bag.form('fr'), title: 'Sac à dos en toile', photos };
    expect(wrong(await driver.fillAll(form))).toEqual([]);
    await driver.submit(form);
    expect(listing()).toMatchObject({ id, body: { title: 'Sac à dos en toile', price: 19.99 } });
    expect(driver.photosOf(listing())).toEqual(['front', 'label', 'side']);
  });

  it('keeps its own photos where none are wanted', async () => {
    const id = await kept();
    await driver.page.waitForURL(/\/member\//);
    await driver.open('fr', `/items/${id}/edit`);
    const form = { ...bag.form('fr'), photos: [], description: 'Deux poches, une fermeture neuve.' };
    expect(wrong(await driver.fillAll(form))).toEqual([]);
    await driver.submit(form);
    expect(listing()).toMatchObject({ id, body: { description: 'Deux poches, une fermeture neuve.' } });
    expect(driver.photosOf(listing())).toEqual(bag.form('fr').photos.map(({ id: name }) => name));
  });
});

describe('a listing that is live', () => {
  it('is changed where it may be: a locked category that is right is no obstacle', async () => {
    await driver.open('fr');
    expect(wrong(await driver.fillAll(shirt.form('fr')))).toEqual([]);
    await driver.submit(shirt.form('fr'));
    await driver.page.waitForURL(/\/member\//);
    driver.sandbox.set({ categoryLockedOnEdit: true, sizeIn: 'attributes' });
    await driver.open('fr', `/items/${listing()?.id}/edit`);
    const form: ListingForm = { ...shirt.form('fr'), photos: [], price: { amount: 999, currency: 'EUR' } };
    const results = await driver.fillAll(form);
    expect(wrong(results)).toEqual([]);
    expect(results.find(({ field }) => field === 'category')).toMatchObject({
      is: 'already',
      shows: expect.stringMatching(/\S/) as string,
    });
    await driver.submit(form);
    expect(listingsOf(driver.sandbox.state)).toHaveLength(1);
    expect(ordered(listing()?.body)).toMatchObject({ ...shirt.stored, price: 9.99 });
    expect(driver.photosOf(listing())).toEqual(['front', 'back', 'label']);
  });
});

describe('undo', () => {
  it('brings back what the form held before', async () => {
    await driver.open('fr');
    expect(wrong(await driver.fillAll(shirt.form('fr')))).toEqual([]);
    const { form: before, photos } = await driver.tell<{ form: ListingForm; photos: number }>('sell.snapshot');
    expect(photos).toBe(3);
    expect(before).toMatchObject({
      title: 'T-shirt blanc en coton',
      brand: { id: null, label: 'Nike' },
      condition: 3,
      unisex: true,
      measurements: { width: 52, length: 70 },
      price: { amount: 1_250, currency: 'EUR' },
      package: 2,
    });
    const other = { ...skirt.form('fr'), size: { id: 4, label: 'M / 38 / 10' }, photos: [] };
    await driver.fillAll(other);
    expect((await driver.tell<{ form: ListingForm }>('sell.snapshot')).form.title).toBe('Jupe midi plissée');
    expect(
      wrong(
        await driver.fillAll(
          before,
          fillOrder.filter((field) => field !== 'photos'),
        ),
      ),
    ).toEqual([]);
    expect((await driver.tell<{ form: ListingForm }>('sell.snapshot')).form).toEqual(before);
    await driver.submit({ ...before, photos: [] });
    expect(ordered(listing()?.body)).toMatchObject(shirt.stored);
  });
});
