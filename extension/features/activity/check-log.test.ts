import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';

import { Ledger } from '../../db/database.ts';
import { chain } from '../../engine/journal.ts';
import type { JournalEntry } from '../../../shared/job.ts';
import { checkLog } from './check-log.ts';

const signal = new AbortController().signal;
let opened: Ledger | undefined;
afterEach(() => opened?.delete());

async function ledgerWith(count: number): Promise<Ledger> {
  const ledger = (opened = new Ledger(`log-${count}`));
  const entries: JournalEntry[] = [];
  for (let n = 0; n < count; n += 1)
    entries.push(
      chain(entries.at(-1), { at: n, jobId: 'j', kind: 'publish', step: 's', event: 'started', detail: '' }),
    );
  await ledger.journal.bulkAdd(entries);
  return ledger;
}

it.each([0, 1, 499, 500, 501, 1_203])('verifies an untouched log of %i entries', async (count) => {
  expect(await checkLog(await ledgerWith(count), signal)).toEqual({ entries: count, brokenAt: null });
});

it.each([2, 500, 501, 1_000])('names the entry that was changed afterwards (%i)', async (seq) => {
  const ledger = await ledgerWith(1_100);
  await ledger.journal.update(seq, { detail: 'nothing happened' });
  expect((await checkLog(ledger, signal)).brokenAt).toBe(seq);
});

it.each([400, 501])('names the gap where an entry was taken out (%i)', async (seq) => {
  const ledger = await ledgerWith(1_100);
  await ledger.journal.delete(seq);
  expect((await checkLog(ledger, signal)).brokenAt).toBe(seq + 1);
});
