import {
  afterCreate,
  afterDelete,
  afterDropNew,
  beforeSubmit,
  everyGuard,
  mayBegin,
  type Guards,
  type Next,
  type Sight,
} from '../../extension/features/relist/saga.ts';
import { findOurs } from '../../extension/selling/find-ours.ts';
import type { WardrobeItem } from '../../shared/wardrobe.ts';
import { Refused, Unclear, type Design, type Listed, type Row, type World } from './world.ts';

/**
 * The relist as the extension runs it: every decision is the flow's own function, in the flow's own order. What the model
 * replaces is how a thing is done (forms, messages, tabs): that is the killed tests' part.
 */
export function ours(lag: number, guards: Guards = everyGuard): Design {
  const settle = guards.settleWindow ? lag : 0;
  const steps: Record<string, (world: World) => string> = {
    backed: (world) => begin(world, guards),
    hiding,
    baseline: (world) => submit(world, guards),
    submitting: (world) => settled(world, settle, guards),
    created: (world) => confirm(world, settle, guards),
    deleting: (world) => deleted(world, guards),
    'deleting-now': (world) => deleteOld(world, guards),
    dropping: (world) => dropNew(world, guards),
    'giving-back': giveBack,
    finishing: (world) => lastLook(world, guards),
  };
  return (world) => {
    if (world.disk.end) return world.disk.end;
    if (!world.disk.phase) world.save({ phase: 'backed' });
    return steps[world.disk.phase ?? '']?.(world) ?? 'never';
  };
}

const to = (world: World, change: World['disk']): string => {
  world.save(change);
  return change.end ?? 'again';
};

/** The whole list or nothing, unless that guard is taken away. */
function listOf(world: World, guards: Guards): Listed {
  const listed = world.list();
  if (guards.wholeList && listed.rows.length !== listed.total) throw new Unclear();
  return listed;
}

function sightOf(rows: readonly Row[], id: number | undefined): Sight {
  const row = rows.find((one) => one.id === id);
  if (!row) return 'gone';
  if (row.sold) return 'sold';
  return row.hidden ? 'hidden' : 'live';
}

function begin(world: World, guards: Guards): string {
  const listed = listOf(world, guards);
  const old = sightOf(listed.rows, 1);
  if (!mayBegin(old) && !(world.disk.hid && old === 'hidden')) {
    return world.disk.hid ? to(world, { phase: 'giving-back', ending: 'aborted' }) : to(world, { end: 'aborted' });
  }
  world.fill();
  return to(world, { phase: guards.hideFirst ? 'hiding' : 'baseline', base: listed, hid: true });
}

function hiding(world: World): string {
  try {
    world.hide(true);
  } catch (error) {
    // Refused: it stays online; the next look tells whether it is there at all.
    if (!(error instanceof Refused)) throw error;
  }
  return to(world, { phase: 'baseline' });
}

function submit(world: World, guards: Guards): string {
  const listed = listOf(world, guards);
  const next = beforeSubmit(sightOf(listed.rows, 1));
  if (next === 'abort') return to(world, { end: 'aborted' });
  if (next === 'give-back') return to(world, { phase: 'giving-back', ending: 'aborted' });
  world.save({ phase: 'submitting', ...(guards.freshBaseline ? { base: listed } : {}) });
  try {
    const newId = world.create(true);
    return to(world, { phase: 'created', newId });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return to(world, { phase: 'giving-back', ending: 'rejected' });
  }
}

function settled(world: World, settle: number, guards: Guards): string {
  world.wait(settle);
  const found = findOurs(asWardrobe(listOf(world, guards)), {
    title: 'thing',
    how: 'publish',
    baseline: {
      ids: world.disk.base?.rows.map(({ id }) => String(id)) ?? [],
      total: world.disk.base?.total ?? 0,
      at: 0,
    },
    knownId: null,
  });
  if (found.is === 'found') return to(world, { phase: 'created', newId: Number(found.item.id) });
  // Back to the form, as the flow does: hiding is repeated, the baseline taken anew.
  return found.is === 'none' ? to(world, { phase: 'backed' }) : to(world, { end: 'review' });
}

const asWardrobe = ({ rows, total }: Listed): { items: WardrobeItem[]; total: number } => ({
  total,
  items: rows.map(({ id, sold, hidden }) => ({
    id: String(id),
    title: 'thing',
    price: null,
    isDraft: false,
    isProcessing: false,
    isHidden: hidden,
    isReserved: false,
    isClosed: false,
    isSold: sold,
    createdAt: null,
  })),
});

function judge(world: World, late: boolean, guards: Guards): Next {
  const { rows } = listOf(world, guards);
  const old = sightOf(rows, 1);
  const left = world.disk.gone && old === 'gone' ? 'hidden' : old;
  return afterCreate(left, sightOf(rows, world.disk.newId), late, guards);
}

function confirm(world: World, settle: number, guards: Guards): string {
  let next = judge(world, false, guards);
  if (next === 'wait') {
    world.wait(settle);
    next = judge(world, true, guards);
  }
  switch (next) {
    case 'delete-old':
      return to(world, { phase: 'deleting-now' });
    case 'drop-new':
      return to(world, { phase: 'dropping' });
    case 'give-back':
      return to(world, { phase: 'giving-back', ending: 'review' });
    case 'review':
      return to(world, { end: 'review' });
    case 'wait':
    case 'await-review':
      return 'again';
  }
}

/** Looks again in the very step that deletes. */
function deleteOld(world: World, guards: Guards): string {
  if (guards.verifyBeforeDelete && judge(world, true, guards) !== 'delete-old') return to(world, { phase: 'created' });
  world.save({ phase: 'deleting', gone: true });
  try {
    world.remove(1);
  } catch (error) {
    // Refused or unheard: what it came to is read from the site.
    if (!(error instanceof Refused) && !(error instanceof Unclear)) throw error;
  }
  return 'again';
}

function deleted(world: World, guards: Guards): string {
  const next = afterDelete(sightOf(listOf(world, guards).rows, 1), guards);
  if (next === 'done') return to(world, { phase: 'finishing' });
  return to(world, { phase: next === 'drop-new' ? 'dropping' : 'created' });
}

function dropNew(world: World, guards: Guards): string {
  try {
    world.remove(world.disk.newId ?? 0);
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Unclear)) throw error;
  }
  const next = afterDropNew(sightOf(listOf(world, guards).rows, world.disk.newId));
  return next === 'again' ? 'again' : to(world, { end: next });
}

function giveBack(world: World): string {
  try {
    world.hide(false);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return to(world, { end: world.disk.ending ?? 'rejected' });
}

function lastLook(world: World, guards: Guards): string {
  const copy = sightOf(listOf(world, guards).rows, world.disk.newId);
  return to(world, { end: copy === 'gone' && guards.verifyBeforeDelete ? 'review' : 'done' });
}
