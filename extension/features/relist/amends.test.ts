import { describe, expect, it } from 'vitest';

import { amendsFor } from './amends.ts';
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
    await seller.store.add([amendsFor(job, seller.now())!]);
    await seller.runOut(engine);
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
});
