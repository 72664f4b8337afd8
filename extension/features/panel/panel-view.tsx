import { useRef } from 'preact/hooks';

import { i18n } from '#i18n';
import { FoldedPanel } from './folded-panel.tsx';
import { OpenPanel } from './open-panel.tsx';
import type { PanelBackground } from './panel-background.ts';
import type { Place } from './panel-place.ts';
import { phaseWords } from './phase-words.ts';
import { useEscape } from './use-escape.tsx';
import { useFocusAfter } from './use-focus-after.tsx';
import { usePanel } from './use-panel.tsx';
import { usePlace } from './use-place.tsx';

type Props = { background: PanelBackground; place: Place | null };

/** The panel beside Vinted's form. Shows what the background says; decides and keeps nothing but its own place. */
export function PanelView({ background, place: remembered }: Props) {
  const box = useRef<HTMLElement>(null);
  // A place that could not be kept is the first place next time: nothing to tell the seller.
  const keep = (next: Place): void => void background.keepPlace(next).catch(() => undefined);
  const { place, open, moving, fold } = usePlace(remembered, keep, box);
  const panel = usePanel(background, i18n.t('panel.undone'));
  const byHand = useFocusAfter(box, `${open} ${panel.page} ${panel.job?.jobId}`);
  const toggle = (folded: boolean): void => (byHand(), fold(folded));
  useEscape(box, open, () => toggle(true));
  return (
    <section
      ref={box}
      class={open ? 'panel open' : 'panel folded'}
      aria-label={i18n.t('panel.title')}
      style={{ '--x': `${place.x}px`, '--y': `${place.y}px` }}
    >
      <output class="unseen">{panel.job && phaseWords(panel.job)}</output>
      {open ? (
        <OpenPanel background={background} panel={panel} moving={moving} byHand={byHand} fold={() => toggle(true)} />
      ) : (
        <FoldedPanel panel={panel} moving={moving} unfold={() => toggle(false)} />
      )}
    </section>
  );
}
