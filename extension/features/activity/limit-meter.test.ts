import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Ledger } from '../../db/database.ts';
import { countedEvent, refutedEvent } from '../../engine/ceilings.ts';
import { measure, meterLines, type MeterLine } from './limit-meter.ts';

const account = 'www.vinted.fr:77';
const now = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
let ledger: Ledger;
let seq = 0;
beforeEach(() => {
  ledger = new Ledger('meter');
  seq = 0;
});
afterEach(() => ledger.delete());

const note = (event: string, minutesAgo: number) => {
  const line = { jobId: 'j', kind: 'publish', step: 'submit', detail: '', previous: '', hash: '' };
  return ledger.journal.add({ ...line, seq: (seq += 1), at: now - minutesAgo * MINUTE, event });
};
const lines = async (): Promise<MeterLine[]> => meterLines(await measure(ledger, account, now, 'Europe/Paris'), now);

test('a limit nobody touched is not shown, but for publishing', async () => {
  expect(await lines()).toEqual([{ name: 'publish', used: 0, of: 15, nextAt: now, hold: null }]);
});

test('counts what was done in 24 hours by this account, and not what came to nothing', async () => {
  await note(countedEvent('publish', account), 25 * 60);
  await note(countedEvent('publish', account), 90);
  await note(countedEvent('publish', account), 60);
  await note(refutedEvent('publish', account), 59);
  await note(countedEvent('publish', 'www.vinted.fr:88'), 50);
  await note(countedEvent('price', account), 40);
  expect(await lines()).toMatchObject([
    { name: 'publish', used: 1, of: 15, hold: null },
    { name: 'price', used: 1, of: 30 },
  ]);
});

test('a full day says until when, the seller’s own lower limit counts', async () => {
  await ledger.paces.put({ account, zone: 'Europe/Paris', from: 480, to: 1320, days: [1], perDay: { publish: 2 } });
  await note(countedEvent('publish', account), 120);
  await note(countedEvent('publish', account), 60);
  const [publish] = await lines();
  expect(publish).toMatchObject({ used: 2, of: 2, hold: { is: 'day', done: 2, of: 2 } });
  expect(publish?.nextAt).toBe(now - 120 * MINUTE + 24 * 60 * MINUTE);
});

test('right after a publication the gap is told', async () => {
  await note(countedEvent('publish', account), 0.5);
  expect((await lines())[0]).toMatchObject({ nextAt: now + MINUTE / 2, hold: { is: 'gap' } });
});
