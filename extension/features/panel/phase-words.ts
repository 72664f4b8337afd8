import { i18n } from '#i18n';
import { type PanelJob, type Phase, phaseOf } from './panel-phase.ts';

const words: Record<Phase, () => string> = {
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
export const phaseWords = (job: PanelJob): string => words[phaseOf(job)]();
