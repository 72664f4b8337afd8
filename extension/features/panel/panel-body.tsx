import { i18n } from '#i18n';
import { Choices } from './choices.tsx';
import { DraftList } from './draft-list.tsx';
import { JobView } from './job-view.tsx';
import type { PanelBackground } from './panel-background.ts';
import type { Panel } from './use-panel.tsx';

type Props = { background: PanelBackground; panel: Panel; byHand: () => void };

export function PanelBody({ background, panel, byHand }: Props) {
  const { job } = panel;
  if (job) {
    return (
      <JobView
        job={job}
        trail={panel.trail}
        busy={panel.busy}
        act={(action) => (byHand(), panel.answer(job, action))}
      />
    );
  }
  if (panel.page === 'drafts') {
    return (
      <DraftList
        load={() => background.drafts()}
        busy={panel.busy}
        choose={(draftId) => (byHand(), panel.act(() => background.fill(draftId)))}
        back={() => (byHand(), panel.show('choices'))}
      />
    );
  }
  return (
    <Choices
      busy={panel.busy}
      suggest={(photos) => (
        byHand(),
        panel.act(() => background.suggest(photos), { during: i18n.t('panel.suggestSending') })
      )}
      refuse={(words) => panel.say(words)}
      choose={() => (byHand(), panel.show('drafts'))}
    />
  );
}
