import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { Ledger } from '../../db/database.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import { sealFlow } from '../../engine/flow.ts';
import { findBreak } from '../../engine/journal.ts';
import { accountBook } from '../../engine/pause.ts';
import { jobStore } from '../../engine/store.ts';
import type { Job } from '../../../shared/job.ts';
import type { ListingForm } from '../../../shared/listing-form.ts';
import { fakeSite, Killed, type FakeSite } from './fake-site.ts';
import { publishFlow } from './flow.ts';
import type { PublishInput } from './publish-state.ts';

const wanted: ListingForm = {
  photos: [{ id: 'p1', name: 'one.jpg', type: 'image/jpeg', bytes: 3 }],
  title: 'Blue dress',
  description: 'A blue dress.',
  category: { id: 1, path: ['Women', 'Dresses'] },
  brand: 'none',
  size: { id: 4, label: 'M' },
  condition: 2,
  colors: [9],
  materials: null,
  unisex: null,
  isbn: null,
  model: null,
  measurements: null,
  attributes: {},
  price: { amount: 1_200, currency: 'EUR' },
  package: 1,
};

let names = 0;

/** One seller's machine: the ledger outlives every worker; each `boot` is a new life of the worker. */
function machine(how: PublishInput['how'] = 'publish') {
  const fake = fakeSite();
  const ledger = new Ledger(`ledger-${(names += 1)}`);
  const now = (): number => fake.clock.now;
  const store = jobStore(ledger, now);
  const accounts = accountBook(ledger, now);
  const published: { vintedId: string | null; how: string }[] = [];
  const world = { stopped: false, alarm: null as number | null, ceilings: true };
  const flow = sealFlow(
    publishFlow(fake.site, {
      form: async () => ({ ok: true, form: wanted }),
      published: async (done) => void published.push(done),
      settleWindow: async () => 60_000,
    }),
  );
  let lives = 0;
  const boot = (): Engine => {
    lives += 1;
    const life = lives;
    let ids = 0;
    return createEngine({
      store,
      accounts,
      flows: [flow],
      bring: async () => {
        if (life !== lives) throw new Killed();
        return 1;
      },
      now,
      newId: () => `${life}-life-${(ids += 1)}`,
      sleep: async (ms) => {
        fake.clock.now += ms;
      },
      isStopped: async () => world.stopped,
      ceilingsHold: async () => world.ceilings,
      pause: async () => 0,
      arm: async (at) => {
        world.alarm = at;
      },
      changed: () => {},
      over: async () => {},
      tellPageToStop: async () => {},
      met: () => {},
    });
  };
  const queue = async (id = 'job'): Promise<void> => {
    const input: PublishInput = { draftId: 'd', market: 'www.vinted.fr', how, sellerTab: null, vintedId: null };
    const at = now();
    await store.add([
      {
        id,
        memberId: null,
        market: 'www.vinted.fr',
        kind: 'publish',
        input,
        ...flow.begin(input),
        status: 'queued',
        attempts: 0,
        notBefore: at,
        leaseUntil: null,
        leaseToken: null,
        committedAt: null,
        draftId: 'd',
        failure: null,
        createdAt: at,
        updatedAt: at,
        doneAt: null,
      } satisfies Job,
    ]);
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

describe('publish flow', () => {
  let seller: ReturnType<typeof machine>;
  beforeEach(() => {
    seller = machine();
  });

  it('fills, verifies, publishes once and learns the id', async () => {
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'done', memberId: '7', leaseToken: null });
    expect(seller.fake.listings).toHaveLength(1);
    expect(seller.fake.listings[0]?.form).toEqual(wanted);
    expect(seller.published).toEqual([{ draftId: 'd', how: 'publish', vintedId: '100' }]);
    expect(findBreak(await seller.ledger.journal.orderBy('seq').toArray())).toBeNull();
  });

  it('saves a Vinted draft when asked, and only fills when asked for no more', async () => {
    const drafts = machine('draft');
    await drafts.queue();
    await drafts.runOut(drafts.boot());
    expect(drafts.fake.listings).toMatchObject([{ isDraft: true }]);
    const fills = machine('fill');
    await fills.queue();
    await fills.runOut(fills.boot());
    expect(fills.fake.listings).toEqual([]);
    expect(fills.fake.form()).toEqual(wanted);
  });

  it('finds its listing in the wardrobe when the answer was lost, and does not publish again', async () => {
    seller.fake.faults.loseAnswer = true;
    seller.fake.faults.lag = 20_000;
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.fake.listings).toHaveLength(1);
    expect(seller.published).toMatchObject([{ vintedId: '100' }]);
  });

  it('tries an unclear submit again only in bounds, then hands it over', async () => {
    seller.fake.faults.submitResult = { is: 'unclear', itemId: null, underReview: false, errors: [] };
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'needs-user' });
    expect(seller.fake.listings).toHaveLength(0);
  });

  it('fills again what a late re-render lost before it submits', async () => {
    seller.fake.faults.loses = 'price';
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(seller.fake.listings[0]?.form.price).toEqual(wanted.price);
  });

  it('hands a refused field and a swallowed click to the seller', async () => {
    const errors = [{ field: 'size', text: 'Le champ Taille doit être renseigné' }];
    seller.fake.faults.submitResult = { is: 'rejected', itemId: null, underReview: false, errors };
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({
      status: 'needs-user',
      failure: { code: 'rejected-field', field: 'size' },
    });
    const second = machine();
    second.fake.faults.submitResult = { is: 'no-effect', itemId: null, underReview: false, errors: [] };
    await second.queue();
    await second.runOut(second.boot());
    expect(await second.job()).toMatchObject({ status: 'needs-user', failure: { code: 'needs-real-click' } });
  });

  it('pauses the account at a wall, writes nothing, and goes on only when a person says so', async () => {
    seller.fake.faults.wall = { kind: 'captcha', evidence: 'captcha-delivery', retryAfter: null };
    await seller.queue();
    const engine = seller.boot();
    await seller.runOut(engine);
    expect(await seller.accounts.paused()).toMatchObject([{ pause: { kind: 'captcha' } }]);
    seller.fake.faults.wall = null;
    await seller.runOut(engine);
    expect(seller.fake.listings).toHaveLength(0);
    for (const { key } of await seller.accounts.paused()) await seller.accounts.resume(key);
    await seller.runOut(engine);
    expect(seller.fake.listings).toHaveLength(1);
  });

  it('does nothing when another member is signed in than the job was made for', async () => {
    await seller.queue();
    await seller.ledger.jobs.update('job', { memberId: '8' });
    await seller.runOut(seller.boot());
    expect(seller.fake.listings).toHaveLength(0);
    expect(await seller.job()).toMatchObject({ failure: { code: 'wall-wrong-member' } });
  });

  it('opens the form through the header where a direct load bounces', async () => {
    seller.fake.faults.page = 'home';
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(seller.fake.listings).toHaveLength(1);
  });

  it('keeps the red button pressed over a restart', async () => {
    await seller.queue();
    seller.world.stopped = true;
    await seller.runOut(seller.boot());
    await seller.runOut(seller.boot());
    expect(seller.fake.calls()).toBe(0);
    seller.world.stopped = false;
    await seller.runOut(seller.boot());
    expect(seller.fake.listings).toHaveLength(1);
  });

  it('keeps a minute between two publications, and counts before the click', async () => {
    await seller.queue('one');
    await seller.queue('two');
    await seller.runOut(seller.boot());
    const [first, second] = seller.fake.listings;
    expect((second?.createdAt ?? 0) - (first?.createdAt ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('hands over a stored job that does not fit this version, untouched', async () => {
    await seller.queue();
    await seller.ledger.jobs.update('job', { state: { version: 99 } });
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({
      status: 'needs-user',
      failure: { code: 'review' },
      state: { version: 99 },
    });
    expect(seller.fake.calls()).toBe(0);
  });
});

describe('publish flow, killed at every call', () => {
  const total = async (how: 'publish' | 'draft'): Promise<number> => {
    const seller = machine(how);
    await seller.queue();
    await seller.runOut(seller.boot());
    return seller.fake.calls();
  };

  /** The worker dies in call `at`; its promise never comes back, as for a real worker. */
  async function killAt(seller: ReturnType<typeof machine>, at: number, when: 'before' | 'after'): Promise<void> {
    const { faults } = seller.fake;
    faults.killAt = at;
    faults.killWhen = when;
    await seller.queue();
    await untilKilled(seller.fake, seller.boot(), seller);
    faults.killAt = -1;
  }

  async function untilKilled(fake: FakeSite, engine: Engine, seller: ReturnType<typeof machine>): Promise<void> {
    const before = fake.calls();
    const dead = freezeOnKill(fake);
    await Promise.race([seller.runOut(engine), dead]);
    expect(fake.calls()).toBeGreaterThan(before);
  }

  /** Turns the thrown `Killed` into a promise that never settles for the engine, and resolves for the test. */
  function freezeOnKill(fake: FakeSite): Promise<void> {
    return new Promise((resolve) => {
      for (const [name, method] of Object.entries(fake.site)) {
        const original = method as (...rest: unknown[]) => Promise<unknown>;
        Object.assign(fake.site, {
          [name]: (...rest: unknown[]) =>
            original(...rest).catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error;
              resolve();
              return new Promise(() => {});
            }),
        });
      }
    });
  }

  for (const how of ['publish', 'draft'] as const) {
    for (const when of ['before', 'after'] as const) {
      for (const tab of ['stays', 'is closed'] as const) {
        it(`ends with exactly one ${how} wherever the worker dies (${when} the call, the tab ${tab})`, async () => {
          const calls = await total(how);
          expect(calls).toBeGreaterThan(15);
          for (let at = 1; at <= calls; at += 1) {
            const seller = machine(how);
            await killAt(seller, at, when);
            if (tab === 'is closed') seller.fake.closeTab();
            seller.fake.clock.now += 1_000;
            await seller.runOut(seller.boot());
            expect(await seller.job(), `call ${at}`).toMatchObject({ status: 'done' });
            expect(seller.fake.listings, `call ${at}`).toHaveLength(1);
            expect(seller.fake.listings[0]?.form, `call ${at}`).toEqual(wanted);
            expect(findBreak(await seller.ledger.journal.orderBy('seq').toArray())).toBeNull();
          }
        });
      }
    }
  }
});
