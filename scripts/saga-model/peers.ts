import { Refused, Unclear, type Design } from './world.ts';

/** How others relist (reliability.md §2.2), as small as they can be told; each loses or doubles somewhere. */
export const peers: Record<string, Design> = {
  'A delete first, then create': ({ disk, ...world }) => {
    if (disk.end) return disk.end;
    if (!disk.gone) {
      world.remove(1);
      world.save({ gone: true });
    }
    world.create(false);
    world.save({ end: 'done' });
    return 'done';
  },
  'A2 delete first, photo bytes saved': ({ disk, ...world }) => {
    if (disk.end) return disk.end;
    if (!disk.gone) {
      world.remove(1);
      world.save({ gone: true });
    }
    world.create(true);
    world.save({ end: 'done' });
    return 'done';
  },
  'B create first, no journal': ({ disk, ...world }) => {
    if (disk.end) return disk.end;
    world.create(false);
    world.remove(1);
    world.save({ end: 'done' });
    return 'done';
  },
  'C create first, id kept, blind retry': ({ disk, ...world }) => {
    if (disk.end) return disk.end;
    if (disk.newId === undefined) world.save({ newId: world.create(false) });
    world.remove(1);
    world.save({ end: 'done' });
    return 'done';
  },
  'D never retry, old id in memory only': ({ disk, ...world }) => {
    if (disk.newId !== undefined) return 'done';
    let newId: number;
    try {
      newId = world.create(false);
    } catch (error) {
      if (error instanceof Unclear) return 'review';
      if (error instanceof Refused) return 'rejected';
      throw error;
    }
    world.save({ newId });
    world.remove(1);
    return 'done';
  },
};
