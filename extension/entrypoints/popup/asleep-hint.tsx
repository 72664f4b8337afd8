import { Moon } from 'lucide-preact';
import { browser } from 'wxt/browser';

import { i18n } from '#i18n';
import { asleepSince } from '../../features/activity/asleep.ts';
import type { Entry } from '../../features/activity/job-entry.ts';
import { shortMoment } from '../../features/activity/moments.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';

/** Says so when the browser has not woken the background for work that is due, and offers the one known cure. */
export function AsleepHint({
  entries,
  heartbeat,
  now,
}: {
  entries: readonly Entry[];
  heartbeat: unknown;
  now: number;
}) {
  const due = entries.filter(
    ({ standing }) => standing === 'next' || standing === 'checking' || standing === 'running',
  );
  const dueAt = due.length === 0 ? null : Math.min(...due.map(({ job }) => job.notBefore));
  const since = asleepSince(heartbeat, dueAt, now);
  if (since === null) return null;
  return (
    <Notice
      icon={<Moon aria-hidden="true" size={18} />}
      action={
        <Button size="small" onClick={() => browser.runtime.reload()}>
          {i18n.t('popup.wake')}
        </Button>
      }
    >
      {i18n.t('popup.asleep', [shortMoment(since, now)])}
    </Notice>
  );
}
