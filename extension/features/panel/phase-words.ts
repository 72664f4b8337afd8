import { i18n } from '#i18n';
import { type PanelJob, type Phase, phaseOf } from './panel-phase.ts';

const words: Record<Exclude<Phase, 'limit'>, () => string> = {
  queued: () => i18n.t('panel.queued'),
  running: () => i18n.t('panel.running'),
  reading: () => i18n.t('panel.reading'),
  unsettled: () => i18n.t('panel.unsettled'),
  paused: () => i18n.t('panel.paused'),
  'your-click': () => i18n.t('panel.yourClick'),
  'needs-you': () => i18n.t('panel.needsYouLong'),
  failed: () => i18n.t('panel.failed'),
  stopped: () => i18n.t('panel.stopped'),
  done: () => i18n.t('panel.done'),
};

/** One line on how the job stands. */
export function phaseWords(job: PanelJob): string {
  const phase = phaseOf(job);
  return phase === 'limit' ? limitWords(job) : words[phase]();
}

const limitWords = ({ limit }: PanelJob): string =>
  i18n.t('common.dayLimit', [String(limit?.count), String(limit?.of), moment.format(limit?.until)]);

const moment = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
