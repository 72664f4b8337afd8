import 'fake-indexeddb/auto';

import { Ledger, Wardrobe, Workshop, type Photo } from '../../db/database.ts';
import type { Job } from '../../../shared/job.ts';
import type { Backup } from '../../../shared/listing.ts';
import type { Rounds } from './due.ts';
import { housekeeping } from './housekeeping.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const noon = Date.UTC(2026, 10, 24, 11);
let worlds = 0;

/** A seller's stores, a clock that tests move, and what the browser remembers of the rounds. */
export function world() {
  worlds += 1;
  const clock = { at: noon };
  const kept: { rounds: Rounds; begun: (keyof Rounds)[]; purges: number } = {
    rounds: { night: 0, photos: 0 },
    begun: [],
    purges: 0,
  };
  const stores = {
    workshop: new Workshop(`workshop-${worlds}`),
    ledger: new Ledger(`ledger-${worlds}`),
    wardrobe: new Wardrobe(`wardrobe-${worlds}`),
  };
  /** One life of the worker: whatever it knows it finds stored. */
  const start = () =>
    housekeeping({
      ...stores,
      purgeDeleted: async () => (kept.purges += 1),
      zone: 'Europe/Paris',
      now: () => clock.at,
      rounds: {
        read: async () => kept.rounds,
        async write(rounds) {
          kept.begun.push(...(['night', 'photos'] as const).filter((name) => rounds[name] !== kept.rounds[name]));
          kept.rounds = rounds;
        },
      },
    });
  return { ...stores, clock, kept, start, look: () => start().look() };
}

export const job = (id: string, change: Partial<Job> = {}): Job => ({
  id,
  memberId: '7',
  market: 'm',
  kind: 'relist',
  input: {},
  state: {},
  step: 's',
  status: 'done',
  attempts: 0,
  notBefore: 0,
  notAfter: null,
  ruleId: null,
  queue: 'q',
  leaseUntil: null,
  leaseToken: null,
  committedAt: null,
  draftId: null,
  listingKey: null,
  failure: null,
  createdAt: noon,
  updatedAt: noon,
  doneAt: noon,
  ...change,
});
export const backup = (id: string, change: Partial<Backup> = {}): Backup =>
  ({
    id,
    account: 'm:7',
    listingKey: 'm:1',
    vintedId: '1',
    lineageId: 'l',
    why: 'relist',
    state: 'kept',
    replacedBy: null,
    jobId: null,
    madeAt: noon - DAY,
    photos: [{ sha256: `bytes-${id}`, type: 'image/jpeg', bytes: 1, orientation: 0 }],
    ...change,
  }) as Backup;
export const photo = (id: string, change: Partial<Photo> = {}): Photo =>
  ({ id, hash: id, intakeId: 'drop', addedAt: noon - DAY, ...change }) as Photo;
