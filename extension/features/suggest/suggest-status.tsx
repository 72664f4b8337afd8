import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Intake } from '../../db/database.ts';
import { workshop } from '../../db/stores.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useLive } from '../../ui/use-live.ts';

/** What the page that shows the analyses may ask for. */
export type SuggestDesk = {
  retry(intakeId: string): Promise<void>;
  cancel(intakeId: string): Promise<void>;
  agree(provider: string): Promise<void>;
};

type Running = { intake: Intake; waiting: number; total: number };

async function findRunning(): Promise<Running[]> {
  const intakes = await workshop.intakes.where({ state: 'analysing' }).sortBy('createdAt');
  const waiting = await workshop.drafts.where({ state: 'analysing' }).toArray();
  return intakes.map((intake) => {
    const own = waiting.filter((draft) => draft.bulk?.jobKey === intake.jobKey).length;
    // A retry asks for a few items of the drop only: those are the whole of it.
    return { intake, waiting: own, total: Math.max(own, intake.retrying.length || intake.stacks.length) };
  });
}

/** Every analysis under way: how far, what it waits for, and how to stop it. Nothing at all when none is. */
export function SuggestStatus({ desk }: { desk: SuggestDesk }) {
  const running = useLive(findRunning);
  if (running.is !== 'ready' || running.value.length === 0) return null;
  return (
    <div class="grid gap-3" data-testid="suggest-status">
      {running.value.map((one) =>
        one.intake.failure?.code === 'consent-needed' ? (
          <AskConsent key={one.intake.id} running={one} provider={one.intake.failure.message} desk={desk} />
        ) : (
          <Progress key={one.intake.id} running={one} desk={desk} />
        ),
      )}
    </div>
  );
}

function Progress({ running: { intake, waiting, total }, desk }: { running: Running; desk: SuggestDesk }) {
  const { failure } = intake;
  const [busy, setBusy] = useState(false);
  const retry = async (): Promise<void> => {
    setBusy(true);
    await desk.retry(intake.id).finally(() => setBusy(false));
  };
  const cancel = async (): Promise<void> => {
    await desk.cancel(intake.id);
    showToast(i18n.t('suggest.cancelled'));
  };
  const done = total - waiting;
  if (failure)
    return (
      <Card title={i18n.t('suggest.failedTitle')} actions={<WithoutSuggestions onClick={cancel} />}>
        <ErrorState title={failureWords(failure.code, failure.message)} onRetry={() => void retry()} busy={busy}>
          {i18n.t('suggest.progress', [String(done), String(total)])}
        </ErrorState>
      </Card>
    );
  return (
    <Card
      title={i18n.t('suggest.working')}
      hint={i18n.t('suggest.safe')}
      actions={<Button onClick={() => void cancel()}>{i18n.t('common.cancel')}</Button>}
    >
      <ProgressBar
        label={
          intake.serverJobId === null
            ? i18n.t('suggest.sending')
            : i18n.t('suggest.progress', [String(done), String(total)])
        }
        at={done}
        of={total}
        showWords
      />
    </Card>
  );
}

const WithoutSuggestions = ({ onClick }: { onClick: () => Promise<void> }) => (
  <Button onClick={() => void onClick()}>{i18n.t('suggest.withoutSuggestions')}</Button>
);

/** Asked in the page, not in passing: no photo leaves before the answer, and a no keeps the drafts. */
function AskConsent({
  running: { intake },
  provider,
  desk,
}: {
  running: Running;
  provider: string;
  desk: SuggestDesk;
}) {
  const cancel = (): Promise<void> => desk.cancel(intake.id);
  return (
    <Card title={i18n.t('suggest.consentTitle', [provider])}>
      <div class="grid max-w-prose gap-3">
        <p>{i18n.t('suggest.consentWords', [provider])}</p>
        <p class="text-sm text-ink-soft">{i18n.t('suggest.consentOnce')}</p>
        <div class="flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => void desk.agree(provider)}>
            {i18n.t('suggest.consentYes')}
          </Button>
          <WithoutSuggestions onClick={cancel} />
        </div>
      </div>
    </Card>
  );
}
