import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { ListingForm } from '../../shared/listing-form.ts';
import type { FieldResult, ProbeResult, SubmitResult } from '../../shared/page-results.ts';
import { draftsOf, listingsOf } from '../sandbox/state.ts';
import type { Fault, Switches } from '../sandbox/switches.ts';
import { type FormDriver, leaseToken, startFormDriver, wrong } from './form-driver.ts';
import { bag, book } from './forms.ts';

/** Everything the site can answer to the one click that sends the form (site.md §3.4, §3.5, §8.5). */

let driver: FormDriver;
beforeAll(async () => {
  driver = await startFormDriver();
});
afterAll(() => driver?.close());
beforeEach(() => driver.reset());

/** A filled form, one click away from what is to come. */
async function filled(switches: Partial<Switches> = {}, form: ListingForm = book.form('fr')): Promise<ListingForm> {
  driver.sandbox.set(switches);
  await driver.open('fr');
  expect(wrong(await driver.fillAll(form))).toEqual([]);
  return form;
}
const listings = () => listingsOf(driver.sandbox.state);
const fail = (...faults: Fault[]): void => driver.sandbox.set({ faults });
/** What the worker knows even where the page went away with the answer. */
async function evidence(): Promise<{ itemId?: string | null; url?: string; status?: number | null } | undefined> {
  await expect.poll(async () => (await driver.heard('submit.evidence')).length, { timeout: 10_000 }).toBeGreaterThan(0);
  return (await driver.heard('submit.evidence')).at(-1)?.input;
}

describe('accepted', () => {
  it('and sent to the wardrobe', async () => {
    const result = await driver.submit(await filled());
    expect(result?.is ?? 'accepted').toBe('accepted');
    expect(listings()).toHaveLength(1);
    await driver.page.waitForURL(/\/member\/101/);
    expect(await evidence()).toMatchObject({ status: 200 });
  });

  it('and sent to the item, whose id is told at once', async () => {
    const result = await driver.submit(await filled({ afterPublish: 'item' }));
    expect(result?.is ?? 'accepted').toBe('accepted');
    await driver.page.waitForURL(/\/items\/\d+/);
    expect((await evidence())?.itemId).toBe(String(listings()[0]?.id));
  });

  it('with a message about a check instead of another page', async () => {
    const result = await driver.submit(await filled({ afterPublish: 'verification-modal' }));
    expect(result).toMatchObject({ is: 'accepted', underReview: true, itemId: null, errors: [] });
    expect(listings()).toHaveLength(1);
  });

  it('and kept as a draft of Vinted', async () => {
    const result = await driver.submit(await filled(), 'draft');
    expect(result?.is ?? 'accepted').toBe('accepted');
    expect(draftsOf(driver.sandbox.state)).toHaveLength(1);
    expect(listings()).toEqual([]);
    expect(await evidence()).toMatchObject({ status: 200 });
  });
});

describe('refused fields', () => {
  it('are named, and nothing is listed', async () => {
    const form = await filled({}, { ...book.form('fr'), condition: null });
    expect(await driver.submit(form)).toMatchObject({
      is: 'rejected',
      itemId: null,
      errors: [{ field: 'condition', text: expect.stringMatching(/\S/) as string }],
    });
    expect(listings()).toEqual([]);
  });

  it('stand on the form from the try before: the next try is judged by its own answer', async () => {
    const form = await filled({}, { ...book.form('fr'), condition: null });
    await driver.submit(form);
    expect(await driver.submit(form)).toMatchObject({ is: 'rejected', errors: [{ field: 'condition' }] });
    const complete = book.form('fr');
    await driver.tell('sell.fill', { leaseToken, form: complete, field: 'condition', pacing: 'instant' });
    expect((await driver.submit(complete))?.is ?? 'accepted').toBe('accepted');
    expect(listings()).toHaveLength(1);
  });

  it('in a message over the form: too few photos of a premium brand', async () => {
    const form = { ...bag.form('fr'), photos: bag.form('fr').photos.slice(0, 1), brand: { id: 567, label: 'Gucci' } };
    const result = await driver.submit(await filled({}, form));
    expect(result?.is).toBe('rejected');
    expect(result?.errors).toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(/photos/i) as string }),
    );
    expect(listings()).toEqual([]);
  });

  it('of another factor that the site asks for: nothing is listed', async () => {
    const form = await filled();
    fail({ at: 'publish', is: 'two-factor' });
    expect((await driver.submit(form))?.is).toBe('rejected');
    expect(listings()).toEqual([]);
  });
});

describe('refused by the site', () => {
  const walls: readonly [string, Fault, string][] = [
    ['403', { at: 'publish', is: 'forbidden' }, 'forbidden'],
    ['429 with Retry-After', { at: 'publish', is: 'rate-limit', retryAfter: { seconds: 90 } }, 'too-many-requests'],
    ['a challenge of DataDome', { at: 'publish', is: 'datadome' }, 'captcha'],
    ['a fault of the site', { at: 'publish', is: 'server-error' }, 'site-error'],
  ];
  it.each(walls)('%s', async (_name, fault, kind) => {
    const form = await filled();
    fail(fault);
    expect(await driver.submit(form)).toMatchObject({ is: 'unclear', itemId: null, wall: { kind } });
    expect(listings()).toEqual([]);
  });

  it('a dialog that asks for a code before it lists', async () => {
    const form = await filled({ secondFactor: 'dialog' });
    fail({ at: 'publish', is: 'two-factor' });
    expect(await driver.submit(form)).toMatchObject({ is: 'unclear', itemId: null, wall: { kind: 'two-factor' } });
    expect(listings()).toEqual([]);
  });

  it('a session that ended: the page goes to the login, and the worker knows the answer', async () => {
    const form = await filled();
    fail({ at: 'publish', is: 'session-lost' });
    const result = await driver.submit(form);
    expect(result?.is ?? 'unclear').toBe('unclear');
    expect(await evidence()).toMatchObject({ status: 401, itemId: null });
    await driver.page.waitForURL(/select_type/);
    await expect
      .poll(
        () =>
          driver.tell<ProbeResult>('page.probe').then(
            ({ wall }) => wall?.kind,
            () => null,
          ),
        { timeout: 10_000 },
      )
      .toBe('signed-out');
    expect(listings()).toEqual([]);
  });

  it('a restricted account: never clicked at all', async () => {
    driver.sandbox.set({ restricted: true });
    expect((await driver.open('fr')).wall?.kind).toBe('restricted');
    const result = await driver.submit({ ...book.form('fr'), photos: [] });
    expect(result).toMatchObject({ is: 'unclear', wall: { kind: 'restricted' } });
    expect(driver.sandbox.log.filter(({ path }) => path.endsWith('/item_upload/items'))).toEqual([]);
  });
});

describe('no answer', () => {
  it('the connection ended before the site heard it', async () => {
    const form = await filled();
    fail({ at: 'publish', is: 'cut-before' });
    expect(await driver.submit(form)).toMatchObject({ is: 'unclear', itemId: null });
    expect(listings()).toEqual([]);
  });

  it('the connection ended after the site listed it: never called a failure', async () => {
    // Another length than the request cut before, whose copies the sandbox still cuts for a second.
    const form = await filled({}, { ...book.form('fr'), title: 'Le Petit Prince, relié' });
    fail({ at: 'publish', is: 'cut-after' });
    expect(await driver.submit(form)).toMatchObject({ is: 'unclear', itemId: null });
    expect(listings()).toHaveLength(1);
  });

  it('a slow answer is waited for', async () => {
    const form = await filled();
    fail({ at: 'publish', is: 'slow', ms: 4_000 });
    expect((await driver.submit(form))?.is ?? 'accepted').toBe('accepted');
    await driver.page.waitForURL(/\/member\/101/);
    expect(listings()).toHaveLength(1);
  });
});

describe("a site that takes only the seller's own click", () => {
  it('is found out, and the real click is picked up', async () => {
    const form = await filled({ trustedClickOnly: true });
    expect(await driver.submit(form)).toMatchObject({ is: 'no-effect', errors: [] });
    expect(listings()).toEqual([]);
    const waiting = driver
      .tell<SubmitResult>('sell.await-click', { leaseToken, form, how: 'publish', patience: 30_000 })
      .catch(() => undefined);
    await driver.page.getByTestId('upload-form-save-button').click();
    expect((await waiting)?.is ?? 'accepted').toBe('accepted');
    await driver.page.waitForURL(/\/member\/101/);
    expect(await evidence()).toMatchObject({ status: 200 });
    expect(listings()).toHaveLength(1);
  });

  it('is not waited for longer than asked', async () => {
    const form = await filled({ trustedClickOnly: true });
    const result = driver.tell('sell.await-click', { leaseToken, form, how: 'publish', patience: 1_000 });
    expect(await result).toMatchObject({ is: 'no-effect' });
  });
});

describe('photos that do not arrive', () => {
  it.each([0, 2])('the one after %i is named; the next try completes them in order', async (skip) => {
    const form = bag.form('fr');
    fail({ at: 'photo', is: 'server-error', skip });
    await driver.open('fr');
    const first = await driver.tell<FieldResult>('sell.fill', { leaseToken, form, field: 'photos', pacing: 'instant' });
    expect(first).toMatchObject({ field: 'photos', is: 'refused' });
    expect(first.why).toMatch(/Not uploaded \(answer 500\): \w+\.png/);
    expect(wrong(await driver.fillAll(form))).toEqual([]);
    await driver.submit(form);
    expect(driver.photosOf(listings()[0])).toEqual(form.photos.map(({ id }) => id));
  });
});
