import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { Ledger, Workshop } from '../../db/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { evidenceBox } from './evidence.ts';
import { pageHandlers, type Progress } from './page-handlers.ts';

type Current = ReturnType<Engine['current']>;

const inTab = (id: number) => ({ id: 'us', tab: { id } }) as never;
const inFlight = { jobId: 'job', leaseToken: 'life:step-2', effect: 'prepare', tabId: 7 } as NonNullable<Current>;

let current: Current;
let progress: Progress[];
let clicks: string[];
let evidence: ReturnType<typeof evidenceBox>;

function handlers() {
  const deps = {
    workshop: new Workshop(),
    ledger: new Ledger(),
    engine: { current: () => current } as Engine,
    accounts: {} as never,
    evidence,
    pageReady: () => {},
    workTab: async () => 7,
    clicked: async (leaseToken: string) => void clicks.push(leaseToken),
  };
  return pageHandlers(deps, (seen) => void progress.push(seen));
}

beforeEach(() => {
  current = inFlight;
  progress = [];
  clicks = [];
  evidence = evidenceBox(async () => {});
});

/** Who claims to work on a step: its token, and the tab it speaks from. */
const strangers: [string, string, number, Current][] = [
  ['the token of an earlier step', 'life:step-1', 7, inFlight],
  ['the token of another job', 'life:other-job', 7, inFlight],
  ['the right token from another tab', 'life:step-2', 8, inFlight],
  ['the token of a step that is over', 'life:step-2', 7, null],
  ['no token', '', 7, inFlight],
];

describe.each(strangers)('%s', (_, leaseToken, tab, engineRuns) => {
  beforeEach(() => {
    current = engineRuns;
  });

  it('reports no progress', async () => {
    const said = handlers()['step.progress']({ leaseToken, doing: 'title', at: 1, of: 2 }, inTab(tab));
    await expect(said).rejects.toMatchObject({ failure: { code: 'stale-step' } });
    expect(progress).toEqual([]);
  });

  it('gets no photo', async () => {
    const asked = handlers()['photo.bytes']({ leaseToken, photoId: 'p1' }, inTab(tab));
    await expect(asked).rejects.toMatchObject({ failure: { code: 'stale-step' } });
  });

  it('proves no submit, and takes nobody’s proof away', async () => {
    const seen = { status: 200, itemId: '9', url: 'https://www.vinted.fr/items/9' };
    evidence.put({ ...seen, leaseToken: 'life:kept', itemId: '8' });
    const said = handlers()['submit.evidence']({ ...seen, leaseToken }, inTab(tab));
    await expect(said).rejects.toMatchObject({ failure: { code: 'stale-step' } });
    expect(await evidence.accepted(leaseToken)).toBeNull();
    expect(await evidence.accepted('life:kept')).toEqual({ itemId: '8' });
  });
});

describe('the step in flight, from its own tab', () => {
  it('reports progress and proves its submit', async () => {
    const page = handlers();
    await page['step.progress']({ leaseToken: 'life:step-2', doing: 'title', at: 1, of: 2 }, inTab(7));
    expect(progress).toEqual([{ jobId: 'job', doing: 'title', at: 1, of: 2 }]);
    const seen = { leaseToken: 'life:step-2', status: 200, itemId: '9', url: 'https://www.vinted.fr/items/9' };
    await page['submit.evidence'](seen, inTab(7));
    expect(await evidence.accepted('life:step-2')).toEqual({ itemId: '9' });
  });

  it('gets no photo of another draft', async () => {
    const asked = handlers()['photo.bytes']({ leaseToken: 'life:step-2', photoId: 'not-of-this-job' }, inTab(7));
    await expect(asked).rejects.toMatchObject({ failure: { code: 'photo-missing' } });
  });
});

it('a click the seller was asked for is told of, and proves no submit of the engine’s', async () => {
  current = null;
  const seen = { leaseToken: 'click:job', status: 200, itemId: '9', url: 'https://www.vinted.fr/items/9' };
  await handlers()['submit.evidence'](seen, inTab(3));
  expect(clicks).toEqual(['click:job']);
  expect(await evidence.accepted('click:job')).toBeNull();
});
