import { Shirt, Square } from 'lucide-preact';

import { i18n } from '#i18n';
import { isActive, needsSeller, type PanelJob, phaseOf, progressOf } from './panel-phase.ts';
import { phaseWords } from './phase-words.ts';
import { trusted } from './trusted.ts';
import type { Panel } from './use-panel.tsx';
import type { Moving } from './use-place.tsx';

type Props = { panel: Panel; moving: Moving; unfold: () => void };

/** The panel folded to one button, with a way to stop while something runs. */
export function FoldedPanel({ panel, moving, unfold }: Props) {
  const { job } = panel;
  const phase = job && phaseOf(job);
  const words = phase && needsSeller(phase) ? i18n.t('panel.needsYou') : job && phaseWords(job);
  return (
    <>
      <button
        type="button"
        class={phase && needsSeller(phase) ? 'pill asks' : 'pill'}
        data-first
        aria-expanded="false"
        aria-label={[i18n.t('panel.open'), words].filter(Boolean).join('. ')}
        title={i18n.t('panel.moveHow')}
        onPointerDown={moving.onPointerDown}
        onKeyDown={moving.onKeyDown}
        onClick={trusted(({ detail }) => (detail > 0 && moving.wasDrag()) || unfold())}
      >
        <Shirt size={20} aria-hidden="true" />
        <span>{job && phase && isActive(phase) ? (percent(job) ?? words) : (words ?? i18n.t('panel.title'))}</span>
      </button>
      {job && phase && isActive(phase) && (
        <button
          type="button"
          class="icon halt"
          aria-label={i18n.t('panel.stop')}
          title={i18n.t('panel.stop')}
          onClick={trusted(() => panel.answer(job, 'stop'))}
        >
          <Square size={16} aria-hidden="true" />
        </button>
      )}
    </>
  );
}

function percent(job: PanelJob): string | undefined {
  const part = progressOf(job);
  return part === undefined ? undefined : new Intl.NumberFormat(undefined, { style: 'percent' }).format(part);
}
