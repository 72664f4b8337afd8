import { i18n } from '#i18n';
import type { DayLimit } from '../../engine/ceilings.ts';
import type { Entry, EntryAction, How, Standing } from './job-entry.ts';
import type { ListingWork } from './listing-work.ts';
import { formatMoney } from '../../../shared/price.ts';
import type { Filter } from './timeline.ts';

const standings: Record<Exclude<Standing, 'later' | 'limit'>, () => string> = {
  'needs-you': () => i18n.t('activity.standing.needsYou'),
  running: () => i18n.t('activity.standing.running'),
  checking: () => i18n.t('activity.standing.checking'),
  paused: () => i18n.t('activity.standing.paused'),
  held: () => i18n.t('activity.standing.held'),
  next: () => i18n.t('activity.standing.next'),
  done: () => i18n.t('activity.standing.done'),
  failed: () => i18n.t('activity.standing.failed'),
  stopped: () => i18n.t('activity.standing.stopped'),
};

/** How an entry stands, in two or three words; `when` writes a moment. */
export const standingWords = ({ standing, from }: Entry, when: (at: number) => string): string =>
  standing === 'later'
    ? i18n.t('activity.standing.later', [when(from ?? 0)])
    : standing === 'limit'
      ? i18n.t('activity.standing.limit', [when(from ?? 0)])
      : standings[standing]();

/** Why the limit of the day holds it, and when it goes on. */
export const limitWords = ({ count, of, until }: DayLimit, when: (at: number) => string): string =>
  i18n.t('common.dayLimit', [String(count), String(of), when(until)]);

export const howWords: Record<How, () => string> = {
  publish: () => i18n.t('activity.how.publish'),
  draft: () => i18n.t('activity.how.draft'),
  fill: () => i18n.t('activity.how.fill'),
};

const works: Record<Exclude<ListingWork['is'], 'price'>, () => string> = {
  relist: () => i18n.t('activity.work.relist'),
  restore: () => i18n.t('activity.work.restore'),
  hide: () => i18n.t('activity.work.hide'),
  unhide: () => i18n.t('activity.work.unhide'),
  delete: () => i18n.t('activity.work.delete'),
  sync: () => i18n.t('activity.work.sync'),
};

/** What is done with a listing; a price with what it was and becomes. */
export function workWords(work: ListingWork): string {
  if (work.is !== 'price') return works[work.is]();
  const [from, to] = [work.from, work.to].map((money) => formatMoney(money, navigator.language));
  return i18n.t('activity.work.price', [from ?? '', to ?? '']);
}

export const actionWords: Record<EntryAction, () => string> = {
  retry: () => i18n.t('activity.action.retry'),
  'fill-form': () => i18n.t('activity.action.fillForm'),
  pressed: () => i18n.t('activity.action.pressed'),
  'it-is-there': () => i18n.t('activity.action.itIsThere'),
  'it-is-not-there': () => i18n.t('activity.action.itIsNotThere'),
  'resume-account': () => i18n.t('activity.action.resumeAccount'),
  stop: () => i18n.t('activity.action.stop'),
  undo: () => i18n.t('activity.action.undo'),
  again: () => i18n.t('activity.action.again'),
  'open-draft': () => i18n.t('activity.action.openDraft'),
};

export const filterWords: Record<Filter, () => string> = {
  all: () => i18n.t('activity.filter.all'),
  'needs-you': () => i18n.t('activity.filter.needsYou'),
  'under-way': () => i18n.t('activity.filter.underWay'),
  over: () => i18n.t('activity.filter.over'),
};
