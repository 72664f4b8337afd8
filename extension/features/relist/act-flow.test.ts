import { describe, expect, it } from 'vitest';

import type { Backup } from '../../../shared/listing.ts';
import { relistMachine } from './fake-relist.ts';
import { orphansOf } from '../../../shared/orphans.ts';

const run = async (act: 'hide' | 'unhide' | 'delete', seller = relistMachine({ act }, 'listing-act')) => {
  await seller.relist();
  await seller.runOut(seller.boot());
  return seller;
};

describe('acts on one listing', () => {
  it('hides and shows again, reading back', async () => {
    const seller = await run('hide');
    expect(seller.fake.find('50')).toMatchObject({ isHidden: true });
    const shown = relistMachine({ act: 'unhide' }, 'listing-act');
    shown.fake.find('50')!.isHidden = true;
    await run('unhide', shown);
    expect(shown.fake.find('50')).toMatchObject({ isHidden: false });
  });

  it('deletes only what is kept whole, and says what became of it', async () => {
    const seller = await run('delete');
    expect(seller.fake.find('50')).toBeUndefined();
    expect(await seller.ledger.backups.toArray()).toMatchObject([
      { why: 'delete', state: 'deleted', photos: [{}, {}] },
    ]);
    expect(await seller.ledger.backupPhotos.count()).toBe(2);
  });

  it('deletes nothing that a buyer reserved, or whose photos are not served', async () => {
    const reserved = relistMachine({ act: 'delete' }, 'listing-act');
    reserved.fake.find('50')!.isReserved = true;
    await run('delete', reserved);
    const lost = relistMachine({ act: 'delete' }, 'listing-act');
    lost.fake.acts.lostPhotos = true;
    await run('delete', lost);
    expect([reserved, lost].map(({ fake }) => fake.acts.done)).toEqual([[], []]);
  });

  it('deletes once wherever the worker dies, with the backup on disk', { timeout: 60_000 }, async () => {
    for (let at = 1; at <= 44; at += 1) {
      const seller = relistMachine({ act: 'delete' }, 'listing-act');
      seller.fake.acts.loseAnswers = at % 2 === 0;
      await seller.relist();
      await seller.runUntilKilled(at, at % 4 < 2 ? 'before' : 'after');
      await seller.runOut(seller.boot());
      expect(await seller.job(), `call ${at}`).toMatchObject({ status: 'done' });
      expect(seller.fake.acts.done, `call ${at}`).toEqual(['delete 50']);
      expect(await seller.ledger.backups.toArray()).toMatchObject([{ state: 'deleted' }]);
    }
  });
});

describe('a backup without a live listing', () => {
  const backup = (change: Partial<Backup>): Backup =>
    ({ id: 'b', listingKey: 'm:50', replacedBy: null, state: 'kept', madeAt: 1, ...change }) as Backup;
  const gone = [{ key: 'm:50', status: 'gone' as const }];

  it('is an orphan when no list shows it and nobody took it down', () => {
    expect(orphansOf([backup({})], gone, [])).toHaveLength(1);
    expect(orphansOf([backup({})], [{ key: 'm:50', status: 'sold' }], [])).toEqual([]);
    expect(orphansOf([backup({ state: 'deleted' })], gone, [])).toEqual([]);
    expect(orphansOf([backup({ state: 'forgotten' })], gone, [])).toEqual([]);
  });

  it('is looked for at its copy once it was replaced, and not while a job is under way', () => {
    const replaced = backup({ state: 'replaced', replacedBy: '100' });
    expect(orphansOf([replaced], [...gone, { key: 'm:100', status: 'active' }], [])).toEqual([]);
    expect(orphansOf([replaced], [...gone, { key: 'm:100', status: 'gone' }], [])).toHaveLength(1);
    expect(orphansOf([backup({})], gone, [{ listingKey: 'm:50', doneAt: null }])).toEqual([]);
    // Relisted twice: the second backup took over from the first.
    const again = backup({
      id: 'b2',
      listingKey: 'm:100',
      vintedId: '100',
      replacedBy: '200',
      state: 'replaced',
      madeAt: 2,
    });
    const twice = [...gone, { key: 'm:100', status: 'gone' as const }, { key: 'm:200', status: 'active' as const }];
    expect(orphansOf([replaced, again], twice, [])).toEqual([]);
  });
});
