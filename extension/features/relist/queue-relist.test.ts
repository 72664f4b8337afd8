import { describe, expect, it } from 'vitest';

import { listingInTests } from '../../../shared/listing-in-tests.ts';
import { relistMachine } from './fake-relist.ts';
import { queueRelist, queueRestore, type QueueRelistDeps } from './queue-relist.ts';

const listing = listingInTests(50, {
  lineageId: 'thing',
  cost: { amount: 500, currency: 'EUR' },
  minimum: { amount: 900, currency: 'EUR' },
});
const wish = { mode: 'safe', pricePercent: -50, restDays: 7, notBefore: 0 } as const;

async function prepared() {
  const seller = relistMachine();
  await seller.wardrobe.listings.add(listing);
  const { ledger, wardrobe, store, flow, now } = seller;
  let ids = 0;
  const deps: QueueRelistDeps = { ledger, wardrobe, store, flow, now, newId: () => `job-${(ids += 1)}` };
  return { seller, deps };
}

describe('queueing a relist', () => {
  it('takes one unfinished job a listing, also when asked twice at once', async () => {
    const { seller, deps } = await prepared();
    const asked = await Promise.allSettled([1, 2].map(() => queueRelist(deps, listing.key, wish)));
    expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await seller.runOut(seller.boot());
    expect(seller.copies()).toHaveLength(1);
    expect(seller.copies()[0]?.form.price?.amount).toBe(900);
  });

  it('for a rule that prepares only proposes: nothing happens before the click, and then only the form', async () => {
    const { seller, deps } = await prepared();
    const byRule = { ruleId: 'bump', notAfter: seller.now() + 3_600_000 };
    const id = await queueRelist(deps, listing.key, { ...wish, mode: 'prepare', byRule });
    const engine = seller.boot();
    await seller.runOut(engine);
    const proposal = { status: 'needs-user', failure: { code: 'rule-proposes' }, ruleId: 'bump' };
    expect(await seller.ledger.jobs.get(id)).toMatchObject(proposal);
    await engine.retryJob(id);
    await seller.runOut(engine);
    expect(await seller.ledger.jobs.get(id)).toMatchObject({ status: 'done' });
    expect(seller.copies().map(({ id }) => id)).toEqual(['50']);
  });

  it('lapses where a rule wishes it', async () => {
    const { seller, deps } = await prepared();
    const id = await queueRelist(deps, listing.key, { ...wish, byRule: { ruleId: 'bump', notAfter: 5 } });
    expect(await seller.ledger.jobs.get(id)).toMatchObject({ status: 'queued', ruleId: 'bump', notAfter: 5 });
  });

  it('restores what was kept', async () => {
    const { seller, deps } = await prepared();
    await queueRelist(deps, listing.key, { ...wish, pricePercent: 0 });
    await seller.runOut(seller.boot());
    seller.fake.listings.length = 0;
    const [backup] = await seller.ledger.backups.toArray();
    await queueRestore(deps, { ...backup!, state: 'deleted' }, 'safe', 0);
    await seller.runOut(seller.boot());
    expect(seller.onSale()).toHaveLength(1);
  });
});
