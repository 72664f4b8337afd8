import 'fake-indexeddb/auto';

import type { Engine } from '../engine/engine.ts';
import { engineInTests } from '../engine/engine-in-tests.ts';
import type { SealedFlow } from '../engine/flow.ts';
import { newJob, type Wish } from '../engine/new-job.ts';
import { paceBook } from '../engine/paces.ts';
import { accountBook } from '../engine/pause.ts';
import { jobStore, type JobStore } from '../engine/store.ts';
import type { Job } from '../../shared/job.ts';
import { fakeOwnSite } from './fake-own-site.ts';
import { Killed } from './fake-site.ts';

/** The seller's own database of jobs; its maker knows where databases come from. */
type Ledger = Parameters<typeof jobStore>[0];

/** One seller's machine: databases outlive every worker; each `boot` is a new life. Site and store calls count as moments. */
export function fakeWorker<D extends object>(
  ledger: Ledger,
  make: (parts: ReturnType<typeof partsOf>, guard: Guard) => Made<D>,
) {
  const parts = partsOf(ledger);
  const { fake, store, accounts, now } = parts;
  const world = {
    stopped: false,
    /** Stop is pressed as soon as the job would run this step. */
    stopBefore: null as string | null,
    alarm: null as number | null,
  };
  let died = (): void => {};
  const guard: Guard = (object, wrap) => killable(object, fake, () => died(), wrap);
  const guardedStore: JobStore = guard(store, true);
  const made = make({ ...parts, site: guard(fake.site, false) }, guard);
  const job = async (id = 'job'): Promise<Job | undefined> => ledger.jobs.get(id);
  let lives = 0;

  const boot = (): Engine => {
    lives += 1;
    const life = lives;
    return engineInTests(world, `${life}-life`, {
      store: guardedStore,
      accounts,
      paces: paceBook(ledger, 'UTC'),
      flows: made.flows,
      bring: async (place) => {
        if (life !== lives) return new Promise<number>(() => {});
        if (place.tab === 'work' && place.path !== null) fake.acts.path = place.path;
        return 1;
      },
      now,
      sleep: async (ms) => void (fake.clock.now += ms),
      isStopped: async () => world.stopped || (world.stopBefore !== null && (await job())?.step === world.stopBefore),
    });
  };

  /** Rings the doorbell until nothing is due any more. */
  const runOut = async (engine: Engine): Promise<void> => {
    for (let rings = 0; rings < 400; rings += 1) {
      await engine.tick();
      if (world.alarm === null) return;
      fake.clock.now = Math.max(fake.clock.now, world.alarm);
    }
    throw new Error('The engine never came to rest.');
  };

  /** Runs until the worker dies in call `at`, or everything is done. */
  const runUntilKilled = async (at: number, when: 'before' | 'after'): Promise<void> => {
    Object.assign(fake.faults, { killAt: fake.calls() + at, killWhen: when });
    const dead = new Promise<void>((resolve) => {
      died = resolve;
    });
    await Promise.race([runOut(boot()), dead]);
    fake.faults.killAt = -1;
  };

  const queue = async (wish: Pick<Wish, 'input'> & Partial<Wish>, id = 'job'): Promise<void> => {
    const flow = made.flows[0];
    if (!flow) throw new Error('There is no flow.');
    const about = { market: 'www.vinted.fr', memberId: '7', draftId: null, listingKey: null };
    await store.add([newJob(flow, { id, ...about, notBefore: now(), ...wish }, now())]);
  };
  return { ...parts, ...made.desk, world, boot, runOut, runUntilKilled, queue, job };
}

type Made<D> = { flows: readonly SealedFlow[]; desk: D };
/** `wrap` = its methods are not calls of the site yet, and become moments of their own. */
type Guard = <T extends object>(object: T, wrap: boolean) => T;

function partsOf(ledger: Ledger) {
  const fake = fakeOwnSite(
    async (id) => (await ledger.backupPhotos.get(id))?.blob ?? Promise.reject(new Error('none')),
  );
  const now = (): number => fake.clock.now;
  const store = jobStore(ledger, now);
  return { fake, site: fake.site, ledger, now, store, accounts: accountBook(ledger, now) };
}

/** Where the worker dies a promise never comes back: nothing of that life runs on. */
function killable<T extends object>(
  object: T,
  { call, faults }: ReturnType<typeof fakeOwnSite>,
  died: () => void,
  wrap: boolean,
): T {
  const moment = async (method: (...rest: unknown[]) => Promise<unknown>, rest: unknown[]): Promise<unknown> => {
    if (!wrap) return method(...rest);
    if (faults.killWhen === 'before') await call(() => {});
    const value = await method(...rest);
    if (faults.killWhen === 'after') await call(() => {});
    return value;
  };
  const entries = Object.entries(object).map(([name, method]) => [
    name,
    async (...rest: unknown[]) => {
      try {
        return await moment(method as (...rest: unknown[]) => Promise<unknown>, rest);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        died();
        return new Promise(() => {});
      }
    },
  ]);
  return Object.fromEntries(entries) as T;
}
