import { OctagonX } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { useEntries, type Shown } from '../../features/activity/use-entries.tsx';
import { LiveMeter } from '../../features/activity/live-meter.tsx';
import { PausedAccounts } from '../../features/activity/paused-accounts.tsx';
import { passes } from '../../features/activity/timeline.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { ToastRegion } from '../../ui/toasts.tsx';
import { useWatched } from '../../ui/use-watched.ts';
import { AsleepHint } from './asleep-hint.tsx';
import { Asks, Running } from './entry-lists.tsx';
import { LostListings } from './lost-listings.tsx';
import { Members } from './members.tsx';
import { QuickLinks } from './quick-links.tsx';
import { send } from './send.ts';
import { Section } from './section.tsx';
import { StoppedNotice } from './stopped-notice.tsx';
import { readStored, watchStored } from './stored.ts';
import { Today } from './today.tsx';

/** Enough to count today's work; the rest is in the activity list. */
const finishedShown = 200;

/** The button of the browser: what runs, what needs the seller, and the red button. */
export function Popup() {
  const stored = useWatched(readStored, watchStored);
  const shown = useEntries(finishedShown);
  return (
    <main class="grid grid-cols-1 gap-4 p-4">
      <header class="sticky top-0 z-10 -mx-4 -mt-4 flex items-center gap-2 border-b border-line bg-surface px-4 py-3">
        <h1 class="font-display text-lg font-bold tracking-tight text-primary">{i18n.t('popup.title')}</h1>
        {stored?.tryout && <Badge tone="accent">{i18n.t('popup.tryout')}</Badge>}
        {stored?.stoppedSince === null && <RedButton />}
      </header>
      {shown.is === 'ready' && typeof stored?.stoppedSince === 'number' && (
        <StoppedNotice since={stored.stoppedSince} now={shown.value.now} />
      )}
      {shown.is === 'loading' && <LoadingState />}
      {shown.is === 'failed' && <ErrorState title={i18n.t('popup.loadFailed')} />}
      {shown.is === 'ready' && <Overview shown={shown.value} heartbeat={stored?.heartbeat} />}
      <QuickLinks />
      <ToastRegion />
    </main>
  );
}

function Overview({ shown, heartbeat }: { shown: Shown; heartbeat: unknown }) {
  const { entries, accounts, now, stopped } = shown;
  const asking = entries.filter(({ standing }) => standing === 'needs-you');
  return (
    <>
      {!stopped && <AsleepHint entries={entries} heartbeat={heartbeat} now={now} />}
      <PausedAccounts accounts={accounts} />
      <LostListings />
      {asking.length > 0 && <Asks entries={asking} />}
      <Running entries={entries.filter((entry) => passes(entry, 'under-way'))} now={now} />
      <Today entries={entries} now={now} />
      {accounts.length > 0 && (
        <Section title={i18n.t('activity.meter.title')}>
          <LiveMeter accounts={accounts} now={now} />
        </Section>
      )}
      <Members accounts={accounts} now={now} />
    </>
  );
}

function RedButton() {
  const [busy, setBusy] = useState(false);
  const stop = async (): Promise<void> => {
    setBusy(true);
    await send('engine.stop', undefined);
    setBusy(false);
  };
  return (
    <Button
      kind="stop"
      class="ml-auto whitespace-nowrap"
      busy={busy}
      title={i18n.t('popup.stopHow')}
      icon={<OctagonX aria-hidden="true" size={18} />}
      onClick={() => void stop()}
    >
      {i18n.t('popup.stop')}
    </Button>
  );
}
