/** One command of the board on the photos it is meant for. Pure: what becomes of the stacks, and what to say aloud. */
import {
  gather,
  mergeStacks,
  movePhotos,
  removePhotos,
  shiftPhoto,
  splitAt,
  stackOf,
  type NewKey,
  type Stack,
} from './stacks.ts';
import type { BoardCommand } from './board-keys.ts';

export type Change = Extract<
  BoardCommand,
  'earlier' | 'later' | 'to-previous' | 'to-next' | 'split' | 'gather' | 'merge' | 'remove'
>;

/** `focus` = the photo under the cursor; `selected` as the seller sees them, empty = only the focused one is meant. */
export type Aim = { focus: string; selected: readonly string[] };

export function rearrange(stacks: readonly Stack[], change: Change, aim: Aim, newKey: NewKey): Stack[] {
  const meant = aim.selected.length > 0 ? aim.selected : [aim.focus];
  const at = stacks.findIndex((stack) => stack.photoIds.includes(aim.focus));
  const own = stacks[at];
  if (!own) return [...stacks];
  switch (change) {
    case 'earlier':
      return shiftPhoto(stacks, aim.focus, -1);
    case 'later':
      return shiftPhoto(stacks, aim.focus, 1);
    case 'split':
      return splitAt(stacks, aim.focus, newKey);
    case 'gather':
      return gather(stacks, meant, newKey);
    case 'remove':
      return removePhotos(stacks, meant);
    case 'merge':
      return withNeighbour(stacks, at - 1, (previous) => mergeStacks(stacks, own.key, previous.key, newKey));
    case 'to-previous':
      return withNeighbour(stacks, at - 1, ({ key }) => movePhotos(stacks, meant, { into: key, before: null }, newKey));
    case 'to-next':
      return withNeighbour(stacks, at + 1, ({ key, photoIds }) =>
        movePhotos(stacks, meant, { into: key, before: photoIds[0] ?? null }, newKey),
      );
  }
}

const withNeighbour = (stacks: readonly Stack[], at: number, move: (stack: Stack) => Stack[]): Stack[] => {
  const neighbour = stacks[at];
  return neighbour ? move(neighbour) : [...stacks];
};

export type Step = 'next' | 'back' | 'below' | 'above';

/** The photo the cursor goes to: along the photos, or to the same place of the item before or after. */
export function neighbourOf(stacks: readonly Stack[], photoId: string, step: Step): string {
  if (step === 'next' || step === 'back') {
    const all = stacks.flatMap((stack) => stack.photoIds);
    return all[all.indexOf(photoId) + (step === 'next' ? 1 : -1)] ?? photoId;
  }
  const own = stackOf(stacks, photoId);
  if (!own) return photoId;
  const other = stacks[stacks.indexOf(own) + (step === 'below' ? 1 : -1)];
  return other?.photoIds[Math.min(own.photoIds.indexOf(photoId), other.photoIds.length - 1)] ?? photoId;
}

/** Where the cursor goes when its photo is taken out. */
export function survivorOf(before: readonly Stack[], after: readonly Stack[], photoId: string): string | null {
  const left = new Set(after.flatMap((stack) => stack.photoIds));
  const all = before.flatMap((stack) => stack.photoIds);
  const at = all.indexOf(photoId);
  return all.slice(at).find((id) => left.has(id)) ?? all.slice(0, at).findLast((id) => left.has(id)) ?? null;
}
