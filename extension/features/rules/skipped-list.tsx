import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Card } from '../../ui/card.tsx';
import { useWindow } from '../../ui/use-window.tsx';
import type { ShownPlan } from './plan-shown.ts';
import { dateWords, whyWords } from './rule-words.ts';

type SkippedProps = Pick<ShownPlan, 'skipped'> & { zone: string };

/** What the rules leave alone, by reason, the most frequent first. */
export function SkippedList({ skipped, zone }: SkippedProps) {
  if (skipped.length === 0) return null;
  return (
    <Card title={i18n.t('rules.plan.skipped')}>
      <div class="grid grid-cols-1 divide-y divide-line">
        {skipped.map((group) => (
          <Reason key={group.why} group={group} zone={zone} />
        ))}
      </div>
    </Card>
  );
}

type Group = ShownPlan['skipped'][number];

function Reason({ group: { why, some }, zone }: { group: Group; zone: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="flex min-h-11 cursor-pointer items-center justify-between gap-3 py-2">
        <span>{whyWords[why]()}</span>
        <span class="text-sm text-ink-soft tabular-nums">{some.length}</span>
      </summary>
      {open && <Titles some={some} zone={zone} />}
    </details>
  );
}

const ROW = 32;

/** Thousands may share a reason: only those in sight are drawn. */
function Titles({ some, zone }: { some: Group['some']; zone: string }) {
  const window = useWindow<HTMLUListElement>(some.length, { rowHeight: ROW, columnsAt: () => 1 });
  return (
    <ul
      ref={window.home}
      class="mb-3 text-sm text-ink-soft"
      style={{ paddingTop: window.before, paddingBottom: window.after }}
    >
      {some.slice(window.from, window.to).map(({ ruleId, key, title, until }) => (
        <li key={ruleId + key} class="flex items-center justify-between gap-3" style={{ height: ROW }}>
          <span class="truncate">{title}</span>
          {until !== null && (
            <span class="whitespace-nowrap">{i18n.t('rules.plan.skippedUntil', [dateWords(until, zone)])}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
