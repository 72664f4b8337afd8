import { describe, expect, it } from 'vitest';

import type { FakeListing } from '../../selling/fake-site.ts';
import { findBreak } from '../../engine/journal.ts';
import type { ListingForm } from '../../../shared/listing-form.ts';
import { original, relistMachine, type RelistMachine } from './fake-relist.ts';

/** What must hold at rest, whatever happened (reliability.md §6.1 I1 to I7). */
async function expectNothingLost(seller: RelistMachine, at: string): Promise<void> {
  const job = await seller.job();
  expect(['done', 'failed', 'needs-user'], at).toContain(job?.status);
  const sold = seller.copies().filter(({ isSold }) => isSold);
  const onSale = seller.onSale();
  expect(onSale.length + sold.length, `${at}: twins`).toBeLessThanOrEqual(1);
  expect(findBreak(await seller.ledger.journal.orderBy('seq').toArray()), at).toBeNull();
  if (sold.length > 0) return;
  // Taken down by its seller before anything of it was copied.
  if (job?.failure?.code === 'listing-gone') return;
  if (onSale.length === 0) {
    // Nothing is on sale only where the seller is asked, or where it vanished after the last look: the whole is on disk.
    const [backup] = await seller.ledger.backups.toArray();
    if (job?.status === 'done') expect(backup, at).toMatchObject({ state: 'replaced', replacedBy: '100' });
    else expect(job, at).toMatchObject({ status: 'needs-user', failure: { code: expect.any(String) } });
    expect(backup?.form, at).toMatchObject({ title: original.title, price: original.price });
    expect(await seller.ledger.backupPhotos.bulkGet(backup?.photos.map(({ sha256 }) => sha256) ?? []), at).toHaveLength(
      2,
    );
    return;
  }
  if (job?.status !== 'needs-user') expect(seller.copies(), `${at}: a hidden one left over`).toHaveLength(1);
}

async function expectOneEqualCopy(seller: RelistMachine, at: string): Promise<void> {
  await expectNothingLost(seller, at);
  expect(await seller.job(), at).toMatchObject({ status: 'done' });
  expect(seller.copies(), at).toMatchObject([{ isHidden: false, isSold: false }]);
  const [copy] = seller.copies();
  const { photos: _, ...fields } = original;
  expect(copy?.form, at).toMatchObject(fields);
  expect(await seller.photoTexts(copy?.id ?? ''), at).toEqual(['photo of the front', 'photo of the back']);
  expect(
    seller.fake.acts.done.filter((act) => act.startsWith('delete')),
    at,
  ).toEqual(['delete 50']);
}

/** All moments with `VITE_KILL=full`; a part of them, another one for each case, in every run. */
const stride = import.meta.env['VITE_KILL'] === 'full' ? 1 : 9;

const moments = async (): Promise<number> => {
  const seller = relistMachine();
  await seller.relist();
  const before = seller.fake.calls();
  await seller.runOut(seller.boot());
  return seller.fake.calls() - before;
};

describe('relist, the worker killed at every call of the site and every store write', () => {
  it.each([
    { first: 1, when: 'before', tab: 'stays', answers: 'come' },
    { first: 2, when: 'after', tab: 'is closed', answers: 'come' },
    { first: 3, when: 'before', tab: 'is closed', answers: 'are lost, and all shows late' },
    { first: 5, when: 'after', tab: 'stays', answers: 'are lost, and all shows late' },
  ] as const)('$when it; the tab $tab; answers $answers: one equal copy', { timeout: 120_000 }, async (how) => {
    const total = await moments();
    expect(total).toBeGreaterThan(100);
    for (let at = stride === 1 ? 1 : how.first; at <= total; at += stride) {
      const seller = relistMachine();
      if (how.answers !== 'come') {
        Object.assign(seller.fake.faults, { loseAnswer: true, lag: 20_000 });
        seller.fake.acts.loseAnswers = true;
      }
      await seller.relist();
      await seller.runUntilKilled(at, how.when);
      if (how.tab === 'is closed') seller.fake.closeTab();
      seller.fake.clock.now += 1_000;
      await seller.runOut(seller.boot());
      await expectOneEqualCopy(seller, `call ${at}`);
    }
  });

  it('killed twice, the second time while it recovers: one equal copy', { timeout: 120_000 }, async () => {
    const total = await moments();
    for (let at = 3; at <= total; at += stride * 4 + 3) {
      for (const second of [1, 2, 4, 9]) {
        const seller = relistMachine();
        await seller.relist();
        await seller.runUntilKilled(at, 'after');
        await seller.runUntilKilled(second, 'after');
        seller.fake.closeTab();
        await seller.runOut(seller.boot());
        await expectOneEqualCopy(seller, `call ${at}, then ${second}`);
      }
    }
  });

  it(
    'healthy again: taken up by the first look of its next life, and ended at most 150 s after an undisturbed one',
    { timeout: 120_000 },
    async () => {
      const lasts = async (at: number | null): Promise<number> => {
        const seller = relistMachine();
        await seller.relist();
        const from = seller.fake.clock.now;
        if (at === null) await seller.runOut(seller.boot());
        else {
          await seller.runUntilKilled(at, 'after');
          const engine = seller.boot();
          await engine.tick();
          const dead = (await seller.store.running()).filter(({ leaseToken }) => !leaseToken?.startsWith('2-life'));
          expect(dead, `call ${at}`).toEqual([]);
          await seller.runOut(engine);
        }
        return seller.fake.clock.now - from;
      };
      const undisturbed = await lasts(null);
      const total = await moments();
      for (let at = stride === 1 ? 1 : 4; at <= total; at += stride) {
        expect(await lasts(at), `call ${at}`).toBeLessThanOrEqual(undisturbed + 150_000);
      }
    },
  );
});

/** What a person or a buyer may do, at any moment. */
const change = (id: string, fields: Partial<FakeListing>) => (seller: RelistMachine) => {
  const listing = seller.fake.find(id);
  if (listing) Object.assign(listing, fields);
};
const edit = (id: string, fields: Partial<ListingForm>) => (seller: RelistMachine) => {
  const listing = seller.fake.find(id);
  if (listing) listing.form = { ...listing.form, ...fields };
};
const sellVisible = (seller: RelistMachine): void => {
  const old = seller.fake.find('50');
  if (old && !old.isHidden) old.isSold = true;
};
const takeDown = (id: string) => (seller: RelistMachine) => {
  const { listings, find } = seller.fake;
  const listing = find(id);
  if (listing) listings.splice(listings.indexOf(listing), 1);
};
const events: Record<string, { happen: (seller: RelistMachine) => void; ends: string[] }> = {
  'the old one is sold': { happen: sellVisible, ends: ['done', 'listing-sold'] },
  'the old one is sold though it is hidden': { happen: change('50', { isSold: true }), ends: ['done', 'listing-sold'] },
  'the new one is sold': { happen: change('100', { isSold: true }), ends: ['done'] },
  'the old one is edited by hand': {
    happen: edit('50', { price: { amount: 900, currency: 'EUR' } }),
    ends: ['done', 'listing-changed', 'old-changed'],
  },
  'the new one is edited by hand': {
    happen: edit('100', { description: 'Now with a stain.' }),
    ends: ['copy-differs', 'done'],
  },
  'the old one is deleted by hand': { happen: takeDown('50'), ends: ['done', 'listing-gone', 'old-gone'] },
  'the new one is taken down by the site': { happen: takeDown('100'), ends: ['copy-gone', 'copy-lost', 'done'] },
};

describe('relist, with something else happening before any call', () => {
  for (const [name, { happen, ends: expected }] of Object.entries(events)) {
    it(`${name}: nothing lost, no twin, or a visible question`, { timeout: 120_000 }, async () => {
      const total = await moments();
      const ends = new Set<string>();
      for (let at = 1; at <= total; at += Math.min(stride, 4)) {
        const seller = relistMachine();
        await seller.relist();
        const when = seller.fake.calls() + at;
        seller.fake.faults.before = (call) => {
          if (call === when) happen(seller);
        };
        await seller.runOut(seller.boot());
        await expectNothingLost(seller, `${name}, call ${at}`);
        ends.add((await seller.job())?.failure?.code ?? 'done');
      }
      expect([...ends].toSorted()).toEqual(expected);
    });
  }
});

describe('relist, the last writes of the ledger gone with the power', () => {
  it.each([1, 5, 50])('%i writes gone: never a second copy, never none', { timeout: 120_000 }, async (gone) => {
    const total = await moments();
    for (let at = stride === 1 ? 1 : gone % 7; at <= total; at += stride * 2) {
      const before = relistMachine();
      await before.relist();
      await before.runUntilKilled(Math.max(1, at - gone), 'after');
      const seller = relistMachine();
      await seller.relist();
      await seller.runUntilKilled(at, 'after');
      await rollBack(seller, before);
      seller.fake.clock.now += 1_000;
      await seller.runOut(seller.boot());
      const when = `call ${at}`;
      expect(['done', 'failed', 'needs-user'], when).toContain((await seller.job())?.status);
      expect(seller.fake.listings.filter(({ id }) => Number(id) >= 100).length, `${when}: created`).toBeLessThan(2);
      expect(seller.onSale().length, `${when}: on sale`).toBe(1);
    }
  });
});

/** The ledger as it was at an earlier moment of the same run. */
async function rollBack({ ledger }: RelistMachine, earlier: RelistMachine): Promise<void> {
  for (const table of ledger.tables) {
    const rows = await earlier.ledger.table(table.name).toArray();
    await table.clear();
    await table.bulkPut(rows);
  }
}
