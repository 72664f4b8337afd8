import { describe, expect, it } from 'vitest';

import { findBreak } from '../../engine/journal.ts';
import { isFresh } from './saga.ts';
import { DAY, original, photos, relistMachine } from './fake-relist.ts';

async function ran(seller: ReturnType<typeof relistMachine>) {
  await seller.relist();
  await seller.runOut(seller.boot());
  return seller;
}

describe('relist flow', () => {
  it('publishes an equal copy with the same photos in their order, proves it, then takes the old one down', async () => {
    const seller = await ran(relistMachine());
    expect(await seller.job()).toMatchObject({ status: 'done', leaseToken: null });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['100']);
    expect(seller.onSale()[0]?.form).toMatchObject({ ...original, photos: [{}, {}] });
    expect(await seller.photoTexts('100')).toEqual(['photo of the front', 'photo of the back']);
    expect(seller.fake.acts.done).toEqual(['hide 50', 'delete 50']);
    expect(findBreak(await seller.ledger.journal.orderBy('seq').toArray())).toBeNull();
  });

  it('keeps the backup with its bytes, says what replaced it, and remembers the thing was relisted', async () => {
    const seller = await ran(relistMachine());
    expect(await seller.ledger.backups.toArray()).toMatchObject([
      { listingKey: 'www.vinted.fr:50', state: 'replaced', replacedBy: '100', photos: [{ orientation: 0 }, {}] },
    ]);
    expect(await seller.ledger.backupPhotos.count()).toBe(photos.length);
    expect(await seller.wardrobe.lineages.get('thing')).toMatchObject({ vintedIds: ['50', '100'] });
  });

  it('counts the submit against the ceiling, and not the deletion that ends it', async () => {
    const seller = await ran(relistMachine());
    const done = await seller.job();
    const countsAt = (step: string): unknown => {
      const opened = seller.flow.open({ ...done!, step });
      return opened.ok && opened.opened.counts;
    };
    expect(countsAt('submit')).toBe('ceiling');
    expect(['hide', 'delete-old', 'drop-new'].map(countsAt)).toEqual(['write', 'write', 'write']);
  });

  it('changes the price only as asked, and never below the floor', async () => {
    const floor = { amount: 1_100, currency: 'EUR' } as const;
    const seller = await ran(relistMachine({ pricePercent: -20, floor }));
    expect(seller.onSale()[0]?.form.price).toEqual(floor);
  });

  it('looks for a field that was not there in a fresh form, before it says that Vinted no longer takes it', async () => {
    const seller = relistMachine();
    seller.fake.faults.broken = { field: 'size', is: 'absent', times: 1 };
    await ran(seller);
    expect(seller.onSale()[0]?.form).toMatchObject({ ...original, photos: [{}, {}] });
    const other = relistMachine();
    other.fake.faults.broken = { field: 'size', is: 'absent', times: 2 };
    await ran(other);
    expect(await other.job()).toMatchObject({ status: 'needs-user', failure: { code: 'field-not-offered' } });
    expect(other.onSale().map(({ id }) => id)).toEqual(['50']);
  });

  it('mode prepare leaves the filled form to the seller and touches nothing', async () => {
    const seller = await ran(relistMachine({ how: 'fill' }));
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['50']);
    expect(seller.fake.form()).toMatchObject({ title: original.title });
    expect(seller.fake.acts.done).toEqual([]);
  });

  it('restores a listing from its backup alone', async () => {
    const first = await ran(relistMachine());
    const [backup] = await first.ledger.backups.toArray();
    first.fake.listings.splice(first.fake.listings.indexOf(first.onSale()[0]!), 1);
    const input = { ...first.input, oldId: null, backupId: backup?.id ?? '' };
    await first.queue({ input }, 'restore');
    await first.runOut(first.boot());
    expect(await first.job('restore')).toMatchObject({ status: 'done' });
    expect(await first.photoTexts(first.onSale()[0]?.id ?? '')).toEqual(['photo of the front', 'photo of the back']);
  });

  it.each([
    ['sold', { isSold: true }],
    ['reserved', { isReserved: true }],
    ['under-review', { isProcessing: true }],
    ['hidden', { isHidden: true }],
  ])('does not begin with a listing that is %s', async (name, change) => {
    const seller = relistMachine();
    Object.assign(seller.fake.find('50')!, change);
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'failed', failure: { code: `listing-${name}` } });
    expect(seller.copies()).toHaveLength(1);
  });

  it('does not begin while a buyer is in talks about it', async () => {
    const seller = relistMachine();
    seller.fake.acts.inTalks = true;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ failure: { code: 'listing-in-talks' } });
  });

  it('does not begin before the thing has rested', async () => {
    const seller = relistMachine();
    const at = seller.now() - 6 * DAY;
    const about = { account: 'www.vinted.fr:7', vintedIds: ['50'], priceChangedAt: null, createdAt: at };
    await seller.wardrobe.lineages.put({ id: 'thing', relistedAt: at, ...about });
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'failed', failure: { code: 'too-soon' } });
  });

  it('leaves the listing alone when a photo is not served any more', async () => {
    const seller = relistMachine();
    seller.fake.acts.lostPhotos = true;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'failed', failure: { code: 'photo-missing' } });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['50']);
  });

  it('says that there is no room, before anything is touched', async () => {
    const seller = relistMachine();
    seller.ledger.backupPhotos.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'failed', failure: { code: 'storage-full' } });
    expect(seller.fake.acts.done).toEqual([]);
  });

  it('asks for what the category demands now while the old one is online and untouched', async () => {
    const seller = relistMachine();
    seller.fake.acts.demanded = ['isbn'];
    await ran(seller);
    expect(await seller.job()).toMatchObject({
      status: 'needs-user',
      failure: { code: 'field-demanded', field: 'isbn' },
    });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['50']);
    expect(seller.fake.acts.done).toEqual([]);
  });

  it('fills another form when the tab with the filled one is gone before the last look', async () => {
    const seller = relistMachine();
    seller.fake.acts.emptyForms = 1;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.copies().map(({ id }) => id)).toEqual(['100']);
  });

  it('asks the seller when every form turns out empty', async () => {
    const seller = relistMachine();
    seller.fake.acts.emptyForms = 99;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'needs-user', failure: { code: 'keeps-failing' } });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['50']);
    expect(seller.fake.acts.done).toEqual([]);
  });

  it('shows the old one again when Vinted refuses the copy, with the words of Vinted', async () => {
    const seller = relistMachine();
    const errors = [{ field: 'isbn', text: 'ISBN manquant' }];
    seller.fake.faults.submitResult = { is: 'rejected', itemId: null, underReview: false, errors };
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'failed', failure: { message: 'ISBN manquant' } });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['50']);
    expect(seller.fake.acts.done).toEqual(['hide 50', 'unhide 50']);
  });

  it('goes on without hiding where the site refuses that', async () => {
    const seller = relistMachine();
    seller.fake.acts.refuseHide = true;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['100']);
  });

  it('adopts its copy when the answer was lost and it showed late, and never submits twice', async () => {
    const seller = relistMachine();
    seller.fake.faults.loseAnswer = true;
    seller.fake.faults.lag = 20_000;
    seller.fake.acts.loseAnswers = true;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.copies().map(({ id }) => id)).toEqual(['100']);
  });

  it('waits for the review with the old one kept, then takes it down', async () => {
    const seller = relistMachine();
    const review = (call: number): void => {
      const copy = seller.fake.find('100');
      if (copy && copy.createdAt !== null) copy.isProcessing = seller.now() < copy.createdAt + DAY;
      if (copy?.isProcessing) expect(seller.fake.find('50'), `call ${call}`).toBeDefined();
    };
    seller.fake.faults.before = review;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect((await seller.state()).underReview).toBe(true);
    expect(seller.onSale().map(({ id }) => id)).toEqual(['100']);
  });

  it('lets another listing be relisted meanwhile', async () => {
    const seller = relistMachine();
    seller.fake.faults.before = () => {
      const copy = seller.fake.find('100');
      if (copy && copy.createdAt !== null) copy.isProcessing = seller.now() < copy.createdAt + DAY;
    };
    await seller.relist();
    await seller.queue(
      { input: { ...seller.input, oldId: '51', lineageId: 'other' }, notBefore: seller.now() + 1 },
      'b',
    );
    await seller.runOut(seller.boot());
    const [first, second] = [await seller.job(), await seller.job('b')];
    expect([first?.status, second?.status]).toEqual(['done', 'done']);
    expect((first?.doneAt ?? 0) - (second?.doneAt ?? 0)).toBeGreaterThan(DAY / 2);
    expect(seller.fake.listings.map(({ id }) => id).toSorted()).toEqual(['100', '101']);
  });

  it('asks when the old one cannot be deleted, and shows no twin to a buyer', async () => {
    const seller = relistMachine();
    seller.fake.acts.refuseDelete = true;
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'needs-user' });
    expect(seller.onSale().map(({ id }) => id)).toEqual(['100']);
  });

  it('asks when a photo of the copy is another, and deletes nothing', async () => {
    const seller = relistMachine();
    seller.fake.faults.before = () => {
      const [photo] = seller.fake.find('100')?.form.photos ?? [];
      if (photo) seller.fake.acts.photos.set(photo.id, new Blob(['a photo of something else']));
    };
    await ran(seller);
    expect(await seller.job()).toMatchObject({ status: 'needs-user', failure: { code: 'copy-differs' } });
    expect(seller.fake.find('50')).toBeDefined();
  });

  it('asks instead of guessing when a stored job does not fit this version', async () => {
    const seller = relistMachine();
    await seller.relist();
    await seller.ledger.jobs.update('job', { state: { of: 'another version' } });
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'needs-user', failure: { code: 'review' } });
    expect(seller.fake.acts.done).toEqual([]);
  });

  it('takes a baseline from the future, or of more than a minute ago, for stale', () => {
    expect([isFresh(1_000, 61_000), isFresh(1_000, 61_001), isFresh(1_000, 999)]).toEqual([true, false, false]);
  });
});
