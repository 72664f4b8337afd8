import 'fake-indexeddb/auto';

import { describe, expect, it } from 'vitest';

import type { Job } from '../../../shared/job.ts';
import type { Backup, Listing } from '../../../shared/listing.ts';
import { backup, DAY, job, noon, world } from './house-in-tests.ts';

describe('backups', () => {
  const long = noon - 500 * DAY;
  const after = async (rows: Backup[], more: { jobs?: Job[]; listings?: Partial<Listing>[]; now?: number } = {}) => {
    const { ledger, wardrobe, look, clock } = world();
    clock.at = more.now ?? noon;
    await ledger.backups.bulkAdd(rows);
    const bytes = rows.flatMap(({ photos, madeAt }) => photos.map(({ sha256 }) => ({ sha256, addedAt: madeAt })));
    await ledger.backupPhotos.bulkAdd(bytes as never[]);
    await ledger.jobs.bulkAdd(more.jobs ?? []);
    await wardrobe.listings.bulkAdd((more.listings ?? []) as Listing[]);
    await look();
    const photos = await ledger.backupPhotos.toCollection().primaryKeys();
    return { rows: await ledger.backups.toCollection().primaryKeys(), photos };
  };

  it('of a listing that is online, lost, or taken down on purpose stay for ever, with their photos', async () => {
    const rows = [
      backup('kept', { madeAt: long }),
      backup('lost', { madeAt: long, listingKey: 'm:2' }),
      backup('deleted', { madeAt: long, listingKey: 'm:3', state: 'deleted' }),
      backup('replaced', { madeAt: long, listingKey: 'm:4', state: 'replaced', replacedBy: '5' }),
    ];
    const listings = [
      { key: 'm:1', status: 'active', changedAt: long },
      { key: 'm:2', status: 'gone', changedAt: long },
      { key: 'm:5', status: 'gone', changedAt: long },
    ] as const;
    const left = await after(rows, { listings: [...listings] });
    expect(left.rows).toHaveLength(4);
    expect(left.photos).toHaveLength(4);
  });

  it('go where a younger one stands for the same listing, after a month', async () => {
    const rows = [
      backup('first', { madeAt: noon - 40 * DAY, state: 'replaced', replacedBy: '2' }),
      backup('second', { madeAt: noon - 39 * DAY, listingKey: 'm:2', state: 'replaced', replacedBy: '3' }),
      backup('third', { madeAt: noon - 20 * DAY, listingKey: 'm:3', state: 'replaced', replacedBy: '4' }),
    ];
    expect(await after(rows)).toEqual({ rows: ['second', 'third'].slice(1), photos: ['bytes-third'] });
    expect((await after(rows, { now: noon - 15 * DAY })).rows).toHaveLength(3);
  });

  it('an unfinished job could ask for stay', async () => {
    const rows = [backup('old', { madeAt: noon - 60 * DAY }), backup('new', { madeAt: noon - 40 * DAY })];
    const asking = job('j', { status: 'needs-user', doneAt: null, listingKey: 'm:1', createdAt: noon - 60 * DAY });
    expect((await after(rows, { jobs: [asking] })).rows).toHaveLength(2);
    expect((await after(rows, { jobs: [{ ...asking, status: 'done', doneAt: noon }] })).rows).toEqual(['new']);
  });

  it('of what was sold go three months later', async () => {
    const rows = [backup('sold', { madeAt: long })];
    const sold = (ago: number): Partial<Listing> => ({ key: 'm:1', status: 'sold', changedAt: noon - ago });
    expect((await after(rows, { listings: [sold(89 * DAY)] })).rows).toEqual(['sold']);
    expect((await after(rows, { listings: [sold(91 * DAY)] })).rows).toEqual([]);
  });

  it('the seller wants forgotten give back their photos, and never show again', async () => {
    const rows = [backup('f', { madeAt: noon - 8 * DAY, state: 'forgotten' })];
    expect(await after(rows)).toEqual({ rows: ['f'], photos: [] });
  });

  it('half made keep their bytes while the job that makes them is under way', async () => {
    const { ledger, look, clock } = world();
    await ledger.backupPhotos.bulkAdd([
      { sha256: 'dead', addedAt: noon - 20 * DAY },
      { sha256: 'mine', addedAt: noon - 9 * DAY },
    ] as never[]);
    await ledger.jobs.add(job('paused', { status: 'waiting', doneAt: null, createdAt: noon - 10 * DAY }));
    await look();
    expect(await ledger.backupPhotos.toCollection().primaryKeys()).toEqual(['mine']);
    await ledger.jobs.update('paused', { status: 'stopped', doneAt: noon });
    clock.at += DAY;
    await look();
    expect(await ledger.backupPhotos.count()).toBe(0);
  });
});
