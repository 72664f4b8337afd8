import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { Ledger, Wardrobe } from '../../db/database.ts';
import { sealFlow } from '../../engine/flow.ts';
import { fakeWorker } from '../../selling/fake-worker.ts';
import { listingInTests } from '../../../shared/listing-in-tests.ts';
import type { ListingForm } from '../../../shared/listing-form.ts';
import { priceFlow } from './flow.ts';
import { priceDesk } from './price-desk.ts';
import type { PriceInput } from './price-state.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' }) as const;
let names = 0;

function machine() {
  const name = (names += 1);
  const wardrobe = new Wardrobe(`wardrobe-price-${name}`);
  const worker = fakeWorker(new Ledger(`ledger-price-${name}`), ({ site, now }, guard) => {
    const desk = guard(
      priceDesk(wardrobe, async () => 60_000, now),
      true,
    );
    return { flows: [sealFlow(priceFlow(site, desk))], desk: {} };
  });
  const form: ListingForm = { ...worker.fake.form(), title: 'Blue dress', price: eur(1_200) };
  worker.fake.list('50', form, [new Blob(['front'])]);
  worker.fake.list('51', { ...form, title: 'Red hat' }, [new Blob(['hat'])]);
  const input: PriceInput = {
    market: 'www.vinted.fr',
    how: 'publish',
    sellerTab: null,
    vintedId: '50',
    lineageId: 'thing',
    title: 'Blue dress',
    from: eur(1_200),
    to: eur(1_080),
  };
  const change = (other: Partial<PriceInput> = {}) => worker.queue({ input: { ...input, ...other } });
  const prices = () => worker.fake.listings.map(({ price }) => price?.amount);
  return { ...worker, wardrobe, change, prices };
}

describe('price flow', () => {
  it('changes the price, nothing else, and reads it back', async () => {
    const seller = machine();
    await seller.change();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.prices()).toEqual([1_080, 1_200]);
    expect(seller.fake.acts.done).toEqual(['save 50']);
  });

  it('knows the new price before the next look at the wardrobe, so that the next step starts from it', async () => {
    const seller = machine();
    const key = 'www.vinted.fr:50';
    await seller.wardrobe.listings.add(listingInTests(50, { lineageId: 'thing' }));
    const thing = { id: 'thing', account: 'www.vinted.fr:7', vintedIds: ['50'], relistedAt: null, createdAt: 0 };
    await seller.wardrobe.lineages.add({ ...thing, priceChangedAt: null });
    await seller.change();
    await seller.runOut(seller.boot());
    expect((await seller.wardrobe.listings.get(key))?.price).toEqual(eur(1_080));
    expect((await seller.wardrobe.lineages.get('thing'))?.priceChangedAt).toBeGreaterThan(0);
    expect(await seller.wardrobe.events.toArray()).toMatchObject([
      { key, kind: 'price', before: 1_200, after: 1_080, by: 'us' },
    ]);
  });

  it('ends with the new price wherever the worker dies, and never another one', { timeout: 60_000 }, async () => {
    const whole = machine();
    await whole.change();
    const before = whole.fake.calls();
    await whole.runOut(whole.boot());
    const total = whole.fake.calls() - before;
    expect(total).toBeGreaterThan(25);
    for (let at = 1; at <= total; at += 1) {
      const seller = machine();
      seller.fake.faults.loseAnswer = at % 2 === 0;
      await seller.change();
      await seller.runUntilKilled(at, at % 4 < 2 ? 'before' : 'after');
      seller.fake.closeTab();
      await seller.runOut(seller.boot());
      expect(await seller.job(), `call ${at}`).toMatchObject({ status: 'done' });
      expect(seller.prices(), `call ${at}`).toEqual([1_080, 1_200]);
    }
  });

  it('does nothing when its price was changed by hand, or it is reserved', async () => {
    const seller = machine();
    await seller.change({ from: eur(1_500) });
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'failed', failure: { code: 'price-changed' } });
    const reserved = machine();
    reserved.fake.find('50')!.isReserved = true;
    await reserved.change();
    await reserved.runOut(reserved.boot());
    expect(await reserved.job()).toMatchObject({ status: 'failed' });
    expect(reserved.fake.acts.done).toEqual([]);
  });

  it('types nothing into the form of another listing', async () => {
    const seller = machine();
    await seller.change({ title: 'Another dress' });
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'needs-user', failure: { code: 'other-form' } });
    expect(seller.prices()).toEqual([1_200, 1_200]);
  });
});
