import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';

import { Ledger } from '../db/database.ts';
import type { Job } from '../../shared/job.ts';
import { countedEvent, refutedEvent } from './ceilings.ts';
import { sealFlow } from './flow.ts';
import { findBreak } from './journal.ts';
import { mirrorOf, type SmallStore } from './mirror.ts';
import { newJob, type Wish } from './new-job.ts';
import { openLedger } from './open-ledger.ts';
import { restoreLost } from './restore.ts';
import { jobStore } from './store.ts';
import { tinyFlow } from './tiny-flow.ts';
import { writtenBy } from './written.ts';

const flow = sealFlow(tinyFlow({ write: async () => {}, happened: async () => false }));
const account = 'www.vinted.fr:7';
let names = 0;
let clock = 0;
let ledger: Ledger;
let kept: Record<string, unknown>;
let small: SmallStore;

const now = (): number => clock;
const store = () => jobStore(ledger, now, mirrorOf(small));
const wish = (id: string, change: Partial<Wish> = {}): Job => {
  const about = { market: 'www.vinted.fr', memberId: '7', draftId: null, listingKey: null, notBefore: clock };
  return newJob(flow, { id, ...about, input: { lane: 'work', ceiling: 'relist', priority: 1 }, ...change }, clock);
};

beforeEach(() => {
  clock = 1_000_000_000;
  ledger = new Ledger(`store-${(names += 1)}`);
  kept = {};
  small = {
    all: async () => structuredClone(kept),
    set: async (entries) => void Object.assign(kept, structuredClone(entries)),
    remove: async (keys) => keys.forEach((key) => delete kept[key]),
  };
});

describe('one job a listing', () => {
  it('answers with the job that is under way, also within one wish and from two sides at once', async () => {
    const about = { listingKey: 'www.vinted.fr:1' };
    const both = await Promise.all([
      store().add([wish('a', about)]),
      store().add([wish('b', about), wish('c', about)]),
    ]);
    expect(both).toEqual([['a'], ['a', 'a']]);
    expect(await ledger.jobs.count()).toBe(1);
    await store().move('a', null, { status: 'needs-user' }, []);
    expect(await store().add([wish('d', about)])).toEqual(['a']);
    await store().move('a', null, { status: 'done', doneAt: clock }, []);
    expect(await store().add([wish('d', about), wish('e')])).toEqual(['d', 'e']);
  });
});

describe('candidates', () => {
  it('are all that was begun and the earliest of each queue', async () => {
    await store().add([
      wish('late', { notBefore: clock + 9 }),
      wish('early', { notBefore: clock + 1 }),
      wish('other', { memberId: '8', notBefore: clock + 5 }),
      wish('ruled', { ruleId: 'r' }),
      wish('begun'),
      wish('done'),
    ]);
    await store().move('begun', null, { status: 'waiting' }, []);
    await store().move('done', null, { status: 'done', doneAt: clock }, []);
    expect((await store().candidates()).map(({ id }) => id).toSorted()).toEqual(['begun', 'early', 'other', 'ruled']);
  });

  it('are never a row that does not fit: it is set aside for the seller, and the next of its queue comes up', async () => {
    await store().add([wish('bad', { notBefore: 1 }), wish('good', { notBefore: 2 })]);
    await ledger.jobs.update('bad', { attempts: -1 });
    await store().candidates();
    expect((await store().candidates()).map(({ id }) => id)).toEqual(['good']);
    expect(await ledger.jobs.get('bad')).toMatchObject({ status: 'needs-user', failure: { code: 'review' } });
    expect(await store().asking()).toBe(1);
  });
});

describe('missed wishes', () => {
  it('are dropped once their time has passed, all of them, but not what was begun', async () => {
    const late = { notAfter: clock + 10 };
    await store().add([
      ...Array.from({ length: 250 }, (_, index) => wish(`late-${index}`, late)),
      wish('begun', late),
      wish('patient'),
    ]);
    await store().move('begun', null, { status: 'waiting' }, []);
    expect(await store().dropMissed()).toEqual([]);
    clock += 11;
    expect(await store().dropMissed()).toHaveLength(200);
    expect(await store().dropMissed()).toHaveLength(50);
    expect(await store().dropMissed()).toEqual([]);
    expect(await ledger.jobs.get('late-3')).toMatchObject({
      status: 'stopped',
      failure: { code: 'missed' },
      doneAt: clock,
    });
    expect((await store().candidates()).map(({ id }) => id).toSorted()).toEqual(['begun', 'patient']);
    expect(findBreak(await ledger.journal.orderBy('seq').toArray())).toBeNull();
  });
});

describe('what was written', () => {
  const count = (event: string) => store().move('a', null, {}, [{ event, detail: '' }]);

  it('is read from the journal: each account, each ceiling, the last 24 hours, less what came to nothing', async () => {
    await store().add([wish('a')]);
    await count(countedEvent('relist', account));
    clock += 86_400_000;
    const [first, second] = [clock, clock + 1_000];
    await count(countedEvent('relist', account));
    clock = second;
    await count(countedEvent('relist', account));
    await count(refutedEvent('relist', account));
    await count(countedEvent('relist', 'www.vinted.fr:8'));
    await count(countedEvent('price', account));
    clock += 1_000;
    expect(await writtenBy(store(), account, clock)).toMatchObject({
      relist: { attempts: [first, second], counted: [first] },
      price: { attempts: [second] },
      publish: { attempts: [] },
    });
  });

  it('is no later than the moment at which the clock was found put back', async () => {
    await store().add([wish('a')]);
    await count(countedEvent('relist', account));
    clock -= 300 * 86_400_000;
    await store().noticeClock();
    const noticed = clock;
    clock += 3_600_000;
    await store().noticeClock();
    const { relist } = await writtenBy(store(), account, clock);
    expect(relist?.attempts).toEqual([noticed]);
    expect(await store().clockWentBack()).toHaveLength(1);
    clock += 86_400_000;
    expect((await writtenBy(store(), account, clock)).relist?.attempts.filter((at) => at > clock - 86_400_000)).toEqual(
      [],
    );
  });
});

describe('a lost ledger', () => {
  const lose = async (): Promise<number> => {
    ledger.close();
    ledger = new Ledger(`store-${(names += 1)}`);
    return restoreLost(ledger, small, [flow], clock);
  };

  it('comes back from its mirror: a commit as unsettled, the rest to run its step again, and today’s counts', async () => {
    await store().add([wish('commit'), wish('look'), wish('asks'), wish('new'), wish('over')]);
    const counted = [{ event: countedEvent('relist', account), detail: '' }];
    await store().move('commit', null, { status: 'running', step: 'submit', leaseToken: 't', leaseUntil: 9 }, counted);
    await store().move('look', null, { status: 'running', step: 'open', leaseToken: 't', leaseUntil: 9 }, []);
    await store().move('asks', null, { status: 'needs-user', step: 'submit' }, []);
    await store().move('over', null, { status: 'running', leaseToken: 't' }, counted);
    await store().move('over', 't', { status: 'done', doneAt: clock }, []);
    const attempts = (await writtenBy(store(), account, clock)).relist?.attempts;
    expect(await lose()).toBe(3);
    expect(await ledger.jobs.get('commit')).toMatchObject({ status: 'unsettled', leaseToken: null });
    expect(await ledger.jobs.get('look')).toMatchObject({ status: 'waiting', step: 'open', leaseToken: null });
    expect(await ledger.jobs.get('asks')).toMatchObject({ status: 'needs-user' });
    expect(await ledger.jobs.count()).toBe(3);
    expect((await writtenBy(store(), account, clock)).relist?.attempts).toHaveLength(1);
    expect(attempts?.[0]).toBe(clock);
    expect(findBreak(await ledger.journal.orderBy('seq').toArray())).toBeNull();
    expect(await restoreLost(ledger, small, [flow], clock), 'twice is once').toBe(0);
    clock += 2 * 86_400_000;
    await restoreLost(ledger, small, [flow], clock);
    expect(Object.keys(kept).filter((key) => key.includes('count'))).toEqual([]);
  });

  it('brings back nothing that the ledger knows to be over', async () => {
    await store().add([wish('a')]);
    await store().move('a', null, { status: 'running', leaseToken: 't' }, []);
    const stale = structuredClone(kept);
    await store().move('a', 't', { status: 'done', doneAt: clock }, []);
    kept = stale;
    expect(await restoreLost(ledger, small, [flow], clock)).toBe(0);
    expect(await ledger.jobs.get('a')).toMatchObject({ status: 'done' });
    expect(kept).toEqual({});
  });
});

describe('a ledger that does not open', () => {
  const failing = (times: number, message: string, mends = true) => {
    const did: string[] = [];
    let left = times;
    return {
      did,
      open: async () => {
        did.push('open');
        if (left > 0) {
          left -= 1;
          throw new Error(message);
        }
      },
      close: () => {},
      delete: async () => {
        did.push('delete');
        if (!mends) throw new Error('no');
        left = 0;
      },
    };
  };
  const damaged = 'UnknownError: Internal error opening backing store for indexedDB.open.';

  it('is tried again, then replaced once, and never looped on', async () => {
    expect(await openLedger(failing(1, damaged))).toBe('whole');
    const gone = failing(99, damaged);
    expect(await openLedger(gone)).toBe('replaced');
    expect(gone.did).toEqual(['open', 'open', 'delete', 'open']);
    const hopeless = failing(99, damaged, false);
    expect(await openLedger(hopeless)).toBe('broken');
    expect(hopeless.did).toHaveLength(3);
  });

  it('is never thrown away for being newer, or for a full disk', async () => {
    for (const message of ['VersionError: lower than the existing version', 'QuotaExceededError']) {
      const kind = failing(99, message);
      expect(await openLedger(kind)).toBe('broken');
      expect(kind.did).not.toContain('delete');
    }
  });
});
