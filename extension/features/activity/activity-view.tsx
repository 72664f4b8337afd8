import { History } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Card, PageHeader } from '../../ui/card.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { EntryCard } from './entry-card.tsx';
import { ExportButtons } from './export-buttons.tsx';
import type { Entry } from './job-entry.ts';
import { LiveMeter } from './live-meter.tsx';
import { LogCheck } from './log-check.tsx';
import { dayHeading } from './moments.ts';
import { PausedAccounts } from './paused-accounts.tsx';
import { filterWords } from './standing-words.ts';
import { byDay, countOf, type Filter, filters, passes } from './timeline.ts';
import { type Shown, useEntries } from './use-entries.tsx';

const shownAtFirst = 50;

/** What ran, what waits and what needs the seller. */
export function ActivityView() {
  const [limit, setLimit] = useState(shownAtFirst);
  const shown = useEntries(limit);
  return (
    <div class="grid grid-cols-1 gap-4">
      <PageHeader title={i18n.t('activity.title')} hint={i18n.t('activity.hint')} />
      {shown.is === 'loading' && <LoadingState />}
      {shown.is === 'failed' && <ErrorState title={i18n.t('activity.loadFailed')} />}
      {shown.is === 'ready' && <Timeline shown={shown.value} showMore={() => setLimit(limit + shownAtFirst)} />}
    </div>
  );
}

function Timeline({ shown, showMore }: { shown: Shown; showMore: () => void }) {
  const [filter, setFilter] = useState<Filter>('all');
  const { entries, accounts, more } = shown;
  const label = (one: Filter): string =>
    one === 'all' ? filterWords[one]() : `${filterWords[one]()} (${countOf(entries, one)})`;
  return (
    <>
      <PausedAccounts accounts={accounts} />
      {entries.length === 0 ? (
        <EmptyState icon={<History aria-hidden="true" size={26} />} title={i18n.t('activity.empty')}>
          {i18n.t('activity.emptyHint')}
        </EmptyState>
      ) : (
        <Tabs
          label={i18n.t('activity.filter.label')}
          tabs={filters.map((id) => ({ id, label: label(id) }))}
          current={filter}
          onChoose={setFilter}
        >
          <Entries entries={entries.filter((entry) => passes(entry, filter))} now={shown.now} />
          <ExportButtons entries={entries.filter((entry) => passes(entry, filter))} />
          {more && (filter === 'all' || filter === 'over') && (
            <Button class="mt-4" onClick={showMore}>
              {i18n.t('activity.more')}
            </Button>
          )}
        </Tabs>
      )}
      {accounts.length > 0 && (
        <Card title={i18n.t('activity.meter.title')}>
          <LiveMeter accounts={accounts} now={shown.now} />
        </Card>
      )}
      <LogCheck />
    </>
  );
}

function Entries({ entries, now }: { entries: readonly Entry[]; now: number }) {
  const { open, days } = byDay(entries, (at) => dayHeading(at, now));
  if (entries.length === 0) return <p class="py-6 text-ink-soft">{i18n.t('activity.emptyFilter')}</p>;
  return (
    <div class="grid grid-cols-1 gap-5">
      {open.length > 0 && <Group title={i18n.t('activity.underWayNow')} entries={open} now={now} />}
      {days.map((day) => (
        <Group key={day.day} title={day.day} entries={day.entries} now={now} />
      ))}
    </div>
  );
}

function Group({ title, entries, now }: { title: string; entries: readonly Entry[]; now: number }) {
  return (
    <section class="grid grid-cols-1 gap-2.5">
      <h2 class="font-display text-lg font-semibold">{title}</h2>
      <ul class="grid grid-cols-1 gap-2.5">
        {entries.map((entry) => (
          <EntryCard key={entry.job.id} entry={entry} now={now} />
        ))}
      </ul>
    </section>
  );
}
