import { i18n } from '#i18n';
import type { JournalEntry } from '../../../shared/job.ts';

const words: Record<string, () => string> = {
  queued: () => i18n.t('activity.event.queued'),
  started: () => i18n.t('activity.event.started'),
  settling: () => i18n.t('activity.event.settling'),
  'step-done': () => i18n.t('activity.event.stepDone'),
  done: () => i18n.t('activity.event.done'),
  'went-back': () => i18n.t('activity.event.wentBack'),
  retry: () => i18n.t('activity.event.retry'),
  offline: () => i18n.t('activity.event.offline'),
  unclear: () => i18n.t('activity.event.unclear'),
  'not-done': () => i18n.t('activity.event.notDone'),
  'needs-user': () => i18n.t('activity.event.needsUser'),
  failed: () => i18n.t('activity.event.failed'),
  blocked: () => i18n.t('activity.event.blocked'),
  stopped: () => i18n.t('activity.event.stopped'),
  retried: () => i18n.t('activity.event.retried'),
  answered: () => i18n.t('activity.event.answered'),
  held: () => i18n.t('activity.event.held'),
  missed: () => i18n.t('activity.event.missed'),
  restored: () => i18n.t('activity.event.restored'),
  'clock-back': () => i18n.t('activity.event.clockBack'),
  recovered: () => i18n.t('activity.event.recovered'),
};

/** One line of the log as a sentence; an event nobody knows yet is shown by its own name. */
export function eventWords({ event }: Pick<JournalEntry, 'event'>): string {
  if (event.startsWith('counts:')) return i18n.t('activity.event.counts');
  if (event.startsWith('counts-not:')) return i18n.t('activity.event.countsNot');
  return Object.hasOwn(words, event) ? words[event]!() : event;
}
