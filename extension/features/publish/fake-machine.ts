import 'fake-indexeddb/auto';

import { Ledger } from '../../db/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { engineInTests } from '../../engine/engine-in-tests.ts';
import { sealFlow } from '../../engine/flow.ts';
import { newJob } from '../../engine/new-job.ts';
import { paceBook } from '../../engine/paces.ts';
import { accountBook } from '../../engine/pause.ts';
import { jobStore } from '../../engine/store.ts';
import type { Job } from '../../../shared/job.ts';
import { type ListingForm, nothingSaid } from '../../../shared/listing-form.ts';
import { fakeSite, Killed } from '../../selling/fake-site.ts';
import { publishFlow } from './flow.ts';
import type { PublishInput } from './publish-state.ts';

export const wanted: ListingForm = {
  ...nothingSaid,
  photos: [{ id: 'p1', name: 'one.jpg', type: 'image/jpeg', bytes: 3 }],
  title: 'Blue dress',
  description: 'A blue dress.',
  category: { id: 1, path: ['Women', 'Dresses'] },
  brand: 'none',
  size: { id: 4, label: 'M' },
  condition: 2,
  colors: [9],
  price: { amount: 1_200, currency: 'EUR' },
  package: 1,
};

let names = 0;

/** One seller's machine: the ledger outlives every worker; each `boot` is a new life of the worker. */
export function machine(how: PublishInput['how'] = 'publish') {
  const fake = fakeSite();
  const ledger = new Ledger(`ledger-${(names += 1)}`);
  const now = (): number => fake.clock.now;
  const store = jobStore(ledger, now);
  const accounts = accountBook(ledger, now);
  const published: { draftId: string; vintedId: string | null; how: string }[] = [];
  const world = { stopped: false, alarm: null as number | null, ceilings: true, pageAnswers: true };
  const flow = sealFlow(
    publishFlow(fake.site, {
      form: async () => ({ ok: true, form: wanted }),
      made: async ({ input: { draftId } }, how, vintedId) => void published.push({ draftId, how, vintedId }),
      settleWindow: async () => 60_000,
    }),
  );
  let lives = 0;
  const boot = (): Engine => {
    lives += 1;
    const life = lives;
    return engineInTests(world, `${life}-life`, {
      store,
      accounts,
      paces: paceBook(ledger, 'UTC'),
      flows: [flow],
      bring: async () => {
        if (life !== lives) throw new Killed();
        if (!world.pageAnswers) throw new Error('The page did not answer.');
        return 1;
      },
      now,
      sleep: async (ms) => void (fake.clock.now += ms),
      ceilingsHold: async () => world.ceilings,
    });
  };
  const queue = async (id = 'job'): Promise<void> => {
    const input: PublishInput = { draftId: 'd', market: 'www.vinted.fr', how, sellerTab: null, vintedId: null };
    const about = { market: 'www.vinted.fr', memberId: null, draftId: 'd', listingKey: null };
    await store.add([newJob(flow, { id, ...about, input, notBefore: now() }, now())]);
  };
  /** Rings the doorbell until nothing is due any more. */
  const runOut = async (engine: Engine): Promise<void> => {
    for (let rings = 0; rings < 200; rings += 1) {
      await engine.tick();
      if (world.alarm === null) return;
      fake.clock.now = Math.max(fake.clock.now, world.alarm);
    }
    throw new Error('The engine never came to rest.');
  };
  const job = async (id = 'job'): Promise<Job | undefined> => ledger.jobs.get(id);
  return { fake, ledger, store, accounts, world, published, boot, queue, runOut, job };
}
