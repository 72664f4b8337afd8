import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { JournalEntry } from '../../shared/job.ts';

export type JournalLine = Pick<JournalEntry, 'at' | 'jobId' | 'kind' | 'step' | 'event' | 'detail'>;

const FIRST = '0'.repeat(64);

/** The next entry of the chain. The hash is synchronous: awaiting WebCrypto would end the IndexedDB transaction. */
export function chain(last: JournalEntry | undefined, line: JournalLine): JournalEntry {
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    ...line,
    detail: line.detail.slice(0, 500),
    previous: last?.hash ?? FIRST,
  };
  return { ...entry, hash: hashOf(entry) };
}

/** Sequence number of the first entry that does not follow from the one before, or null when the chain holds. */
export function findBreak(entries: readonly JournalEntry[]): number | null {
  let last: JournalEntry | undefined;
  for (const entry of entries) {
    const { hash, ...rest } = entry;
    const follows = last ? entry.previous === last.hash && entry.seq === last.seq + 1 : true;
    if (!follows || hash !== hashOf(rest)) return entry.seq;
    last = entry;
  }
  return null;
}

function hashOf(entry: Omit<JournalEntry, 'hash'>): string {
  const { seq, at, jobId, kind, step, event, detail, previous } = entry;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([seq, at, jobId, kind, step, event, detail, previous]))));
}
