/**
 * What a relist decides, apart from how it is done: the flow's steps and the model check (`npm run model`) ask the same
 * functions (reliability.md §2.4). A phase is written down before its side effect; these say which one follows.
 */

/** What one look at the site tells of a listing. `changed` = it is not as it was copied, or not as it should be. */
export type Sight = 'live' | 'hidden' | 'reserved' | 'in-talks' | 'under-review' | 'changed' | 'sold' | 'gone';

/** Each of these keeps a listing from being lost, doubled or sold twice; only the model ever takes one away. */
export type Guards = {
  /** The list of own listings is taken again right before the submit. */
  freshBaseline: boolean;
  /** After an unclear submit nothing is decided before a new listing must have become visible. */
  settleWindow: boolean;
  hideFirst: boolean;
  /** The copy is seen and equal before the old one goes. */
  verifyBeforeDelete: boolean;
  /** A list that does not add up proves nothing. */
  wholeList: boolean;
  /** Whether the old one was sold is asked after the submit. */
  soldCheck: boolean;
};
export const everyGuard: Guards = {
  freshBaseline: true,
  settleWindow: true,
  hideFirst: true,
  verifyBeforeDelete: true,
  wholeList: true,
  soldCheck: true,
};

/** How old a baseline may be when the button is pressed, ms (C6). */
export const BASELINE_AGE = 60_000;

export const isFresh = (takenAt: number, now: number, guards: Guards = everyGuard): boolean =>
  !guards.freshBaseline || (now >= takenAt && now - takenAt <= BASELINE_AGE);

/** Whether the old listing may be touched at all: only one that is online, free and as it was copied. */
export const mayBegin = (old: Sight): boolean => old === 'live';

/** After hiding, right before the submit: nothing is out yet, so every doubt ends with the old one shown again. */
export function beforeSubmit(old: Sight): 'submit' | 'give-back' | 'abort' {
  if (old === 'live' || old === 'hidden') return 'submit';
  return old === 'sold' || old === 'gone' ? 'abort' : 'give-back';
}

export type Next = 'delete-old' | 'drop-new' | 'wait' | 'await-review' | 'give-back' | 'review';

/** The copy was published: which of the two goes? `late` = a listing must have become visible by now. */
export function afterCreate(old: Sight, copy: Sight, late: boolean, guards: Guards = everyGuard): Next {
  const oldSold = guards.soldCheck && old === 'sold';
  if (copy === 'sold') return oldSold ? 'review' : 'delete-old';
  if (oldSold) return copy === 'gone' && !late ? 'wait' : 'drop-new';
  if (!guards.verifyBeforeDelete) return 'delete-old';
  if (copy === 'gone') return late ? 'give-back' : 'wait';
  if (copy === 'changed' || copy === 'hidden') return 'review';
  if (guards.soldCheck && old !== 'live' && old !== 'hidden') return 'review';
  return copy === 'under-review' ? 'await-review' : 'delete-old';
}

/** The old one was to be deleted. Sold first = its copy must go; still there = the site did not do it. */
export function afterDelete(old: Sight, guards: Guards = everyGuard): 'done' | 'drop-new' | 'again' {
  if (old === 'sold') return guards.soldCheck ? 'drop-new' : 'done';
  return old === 'gone' ? 'done' : 'again';
}

/** The copy was to be taken down because the old one had sold. Both sold is for a person (C27). */
export function afterDropNew(copy: Sight): 'sold-old' | 'review' | 'again' {
  if (copy === 'gone') return 'sold-old';
  return copy === 'sold' ? 'review' : 'again';
}
