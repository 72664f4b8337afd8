/** What the seller may do to the stacks of an intake. Pure: every change gives a new list, so that undo is the old one. */
import { limits } from '../../../shared/vocabulary.ts';

export type Stack = { key: string; photoIds: string[] };
export type NewKey = () => string;

export const stackOf = (stacks: readonly Stack[], photoId: string): Stack | undefined =>
  stacks.find((stack) => stack.photoIds.includes(photoId));

/** Empty stacks vanish; what is over Vinted's 20 photos goes on in a stack right behind. */
function tidy(stacks: readonly Stack[], newKey: NewKey): Stack[] {
  return stacks.flatMap((stack) => {
    const parts: Stack[] = [];
    for (let at = 0; at < stack.photoIds.length; at += limits.photosPerListing) {
      const photoIds = stack.photoIds.slice(at, at + limits.photosPerListing);
      parts.push({ key: at === 0 ? stack.key : newKey(), photoIds });
    }
    return parts;
  });
}

export const stacksOf = (groups: readonly string[][], newKey: NewKey): Stack[] =>
  tidy(
    groups.map((photoIds) => ({ key: newKey(), photoIds })),
    newKey,
  );

/** The photo and all behind it become a stack of their own. */
export function splitAt(stacks: readonly Stack[], photoId: string, newKey: NewKey): Stack[] {
  return stacks.flatMap((stack) => {
    const at = stack.photoIds.indexOf(photoId);
    if (at <= 0) return [stack];
    return [
      { ...stack, photoIds: stack.photoIds.slice(0, at) },
      { key: newKey(), photoIds: stack.photoIds.slice(at) },
    ];
  });
}

/** The chosen photos become one stack, where the first of them was. */
export function gather(stacks: readonly Stack[], photoIds: readonly string[], newKey: NewKey): Stack[] {
  const chosen = new Set(photoIds);
  const ordered = stacks.flatMap((stack) => stack.photoIds).filter((id) => chosen.has(id));
  const home = ordered[0] === undefined ? undefined : stackOf(stacks, ordered[0]);
  const next = stacks.flatMap((stack) => {
    const rest = { ...stack, photoIds: stack.photoIds.filter((id) => !chosen.has(id)) };
    return stack === home ? [rest, { key: newKey(), photoIds: ordered }] : [rest];
  });
  return tidy(next, newKey);
}

/** Everything of `from` goes behind the photos of `into`. */
export function mergeStacks(stacks: readonly Stack[], from: string, into: string, newKey: NewKey): Stack[] {
  const moved = stacks.find((stack) => stack.key === from);
  if (!moved || from === into || !stacks.some((stack) => stack.key === into)) return [...stacks];
  const next = stacks
    .filter((stack) => stack !== moved)
    .map((stack) => (stack.key === into ? { ...stack, photoIds: [...stack.photoIds, ...moved.photoIds] } : stack));
  return tidy(next, newKey);
}

/** Puts photos before `before` (null = at the end) of the stack `into`, in the order given. */
export function movePhotos(
  stacks: readonly Stack[],
  photoIds: readonly string[],
  place: { into: string; before: string | null },
  newKey: NewKey,
): Stack[] {
  if (!stacks.some((stack) => stack.key === place.into) || (place.before && photoIds.includes(place.before)))
    return [...stacks];
  const moving = new Set(photoIds);
  const next = stacks.map((stack) => {
    const stay = stack.photoIds.filter((id) => !moving.has(id));
    if (stack.key !== place.into) return { ...stack, photoIds: stay };
    const at = place.before === null ? -1 : stay.indexOf(place.before);
    return { ...stack, photoIds: stay.toSpliced(at === -1 ? stay.length : at, 0, ...photoIds) };
  });
  return tidy(next, newKey);
}

/** One place earlier (-1) or later (+1) inside its stack. */
export function shiftPhoto(stacks: readonly Stack[], photoId: string, by: -1 | 1): Stack[] {
  return stacks.map((stack) => {
    const at = stack.photoIds.indexOf(photoId);
    const to = at + by;
    if (at === -1 || to < 0 || to >= stack.photoIds.length) return stack;
    return { ...stack, photoIds: stack.photoIds.toSpliced(at, 1).toSpliced(to, 0, photoId) };
  });
}

export function removePhotos(stacks: readonly Stack[], photoIds: readonly string[]): Stack[] {
  const gone = new Set(photoIds);
  return stacks
    .map((stack) => ({ ...stack, photoIds: stack.photoIds.filter((id) => !gone.has(id)) }))
    .filter((stack) => stack.photoIds.length > 0);
}
