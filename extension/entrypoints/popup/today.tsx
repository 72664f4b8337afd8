import { i18n } from '#i18n';
import type { Entry } from '../../features/activity/job-entry.ts';
import { startOfDay } from '../../features/activity/moments.ts';
import { finishedSince } from '../../features/activity/timeline.ts';
import { Section } from './section.tsx';

/** What was finished since the seller's midnight. */
export function Today({ entries, now }: { entries: readonly Entry[]; now: number }) {
  const { published, drafts, filled } = finishedSince(entries, startOfDay(now));
  const parts = [
    i18n.t('popup.published', published),
    drafts > 0 && i18n.t('popup.drafts', drafts),
    filled > 0 && i18n.t('popup.filled', filled),
  ];
  return (
    <Section title={i18n.t('popup.today')}>
      <p class="text-sm tabular-nums">{parts.filter(Boolean).join(' · ')}</p>
    </Section>
  );
}
