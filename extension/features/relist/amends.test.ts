import { describe, expect, it } from 'vitest';

import { amendsFor, amendStopped } from './amends.ts';
import { answerForRelist } from './answer.ts';
import { relistMachine } from './fake-relist.ts';

/** A relist stopped by the seller right before it would run this step. */
async function stoppedBefore(step: string) {
  const seller = relistMachine();
  await seller.relist();
  const engine = seller.boot();
  seller.world.stopBefore = step;
  await seller.runOut(engine);
  await engine.stopJob('job');
  seller.world.stopBefore = null;
  return { seller, engine, job: (await seller.job())! };
}

describe('what a stopped relist leaves behind', () => {
  it('is nothing while the listing was not touched', async () => {
    const { job, seller } = await stoppedBefore('check');
    expect(job.status).toBe('stopped');
    expect(amendsFor(job, seller.now())).toBeNull();
  });

  it('is a hidden listing, which is shown again', async () => {
    const { job, seller, engine } = await stoppedBefore('baseline-again');
    expect(seller.onSale()).toEqual([]);
    expect(amendsFor(job, seller.now())).not.toBeNull();
    // As often as anybody looks, and in whatever life of the worker.
    await amendStopped(seller.ledger, seller.store, seller.now());
    await seller.runOut(engine);
    await amendStopped(seller.ledger, seller.store, seller.now());
    await seller.runOut(engine);
    expect(await seller.ledger.jobs.count()).toBe(2);
    expect(seller.onSale().map(({ id }) => id)).toEqual(['50']);
  });

  it('is two listings, which the seller is asked about; their word finishes it', async () => {
    const { job, seller, engine } = await stoppedBefore('confirm');
    await seller.store.add([amendsFor(job, seller.now())!]);
    await seller.runOut(engine);
    expect(await seller.job('job:amends')).toMatchObject({ status: 'needs-user', failure: { code: 'relist-stopped' } });
    await engine.retryJob('job:amends');
    await seller.runOut(engine);
    expect(seller.copies().map(({ id }) => id)).toEqual(['100']);
  });

  it('is left alone once the mending was stopped, too', async () => {
    const { seller, engine } = await stoppedBefore('confirm');
    await amendStopped(seller.ledger, seller.store, seller.now());
    await engine.stopJob('job:amends');
    await amendStopped(seller.ledger, seller.store, seller.now());
    expect(await seller.ledger.jobs.count()).toBe(2);
  });
});

describe('the word of a seller whom the site left in doubt', () => {
  const asked = async () => {
    const stopped = await stoppedBefore('confirm');
    await amendStopped(stopped.seller.ledger, stopped.seller.store, stopped.seller.now());
    return stopped;
  };
  const say = (
    { store, now }: Awaited<ReturnType<typeof asked>>['seller'],
    answer: 'it-is-there' | 'it-is-not-there',
  ) => answerForRelist(store, now(), { jobId: 'job:amends', answer, vintedId: '100' });

  it('that it is there leads to proof by the site, then the old one goes', async () => {
    const { seller, engine } = await asked();
    await say(seller, 'it-is-there');
    await seller.runOut(engine);
    expect(seller.copies().map(({ id }) => id)).toEqual(['100']);
  });

  it('that it is not there brings the old one back and publishes nothing again', async () => {
    const { seller, engine } = await asked();
    seller.fake.listings.splice(
      seller.fake.listings.findIndex(({ id }) => id === '100'),
      1,
    );
    await say(seller, 'it-is-not-there');
    await seller.runOut(engine);
    expect(seller.onSale().map(({ id }) => id)).toEqual(['50']);
    expect(await seller.job('job:amends')).toMatchObject({ status: 'failed', failure: { code: 'copy-gone' } });
  });
});
