import { Grip, Minus, OctagonX, SquareArrowOutUpRight } from 'lucide-preact';

import { i18n } from '#i18n';
import { failureWords } from '../../ui/failure-words.ts';
import { findStepWords } from '../../ui/step-words.ts';
import type { PanelBackground } from './panel-background.ts';
import { PanelBody } from './panel-body.tsx';
import { trusted } from './trusted.ts';
import type { Notice, Panel } from './use-panel.tsx';
import type { Moving } from './use-place.tsx';

type Props = { background: PanelBackground; panel: Panel; moving: Moving; byHand: () => void; fold: () => void };

export function OpenPanel({ background, panel, moving, byHand, fold }: Props) {
  return (
    <>
      <header class="header" onPointerDown={moving.onPointerDown}>
        <button
          type="button"
          class="grip"
          data-grip
          title={i18n.t('panel.moveHow')}
          aria-label={`${i18n.t('panel.move')}. ${i18n.t('panel.moveHow')}`}
          onKeyDown={moving.onKeyDown}
        >
          <Grip size={16} aria-hidden="true" />
        </button>
        <h2>{i18n.t('panel.title')}</h2>
        <button
          type="button"
          class="icon"
          data-first
          aria-expanded="true"
          aria-label={i18n.t('panel.fold')}
          title={i18n.t('panel.fold')}
          onClick={trusted(fold)}
        >
          <Minus size={18} aria-hidden="true" />
        </button>
      </header>
      <div class="body">
        {panel.stopped && <output class="notice trouble">{i18n.t('panel.stoppedAll')}</output>}
        {panel.notice && <NoticeView notice={panel.notice} />}
        <PanelBody background={background} panel={panel} byHand={byHand} />
      </div>
      <footer class="footer">
        <button type="button" class="link" onClick={trusted(() => panel.act(() => background.openDashboard('')))}>
          <SquareArrowOutUpRight size={14} aria-hidden="true" /> {i18n.t('panel.dashboard')}
        </button>
        <button
          type="button"
          class="red"
          title={i18n.t('panel.stopAllHow')}
          onClick={trusted(() => panel.act(() => background.stopAll()))}
        >
          <OctagonX size={16} aria-hidden="true" /> {i18n.t('panel.stopAll')}
        </button>
      </footer>
    </>
  );
}

function NoticeView({ notice }: { notice: Notice }) {
  if (notice.is === 'words') return <output class="notice">{notice.words}</output>;
  return (
    <p role="alert" class="notice trouble">
      {notice.failure.field && <strong>{findStepWords(notice.failure.field) ?? notice.failure.field}: </strong>}
      {failureWords(notice.failure.code, notice.failure.message)}
    </p>
  );
}
