import { useEffect, useRef, useState } from 'preact/hooks';

import { toFailure } from '../../messaging/failures.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { PanelBackground } from './panel-background.ts';
import { follow, isActive, type PanelJob, phaseOf, type Trail } from './panel-phase.ts';

type Seen = { job: PanelJob | null; trail: Trail | null; trouble: Failure | null };

/** A message may get lost; work under way is asked for again this often. */
const againMs = 3_000;

/** The job of this tab as the background tells it, kept up to date; `refresh` asks again now. */
export function useJob(background: PanelBackground): Seen & { refresh: () => Promise<void> } {
  const [seen, setSeen] = useState<Seen>({ job: null, trail: null, trouble: null });
  const asked = useRef(0);
  const refresh = async (): Promise<void> => {
    const mine = (asked.current += 1);
    const next = await background.state().then(
      (job) => ({ job, trouble: null }),
      (error: unknown) => ({ trouble: toFailure(error) }),
    );
    if (mine !== asked.current) return;
    setSeen((before) => merged(before, next));
  };
  useEffect(() => {
    void refresh();
    return background.onChanged(() => void refresh());
  }, [background]);
  const busy = seen.job !== null && isActive(phaseOf(seen.job));
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void refresh(), againMs);
    return () => clearInterval(timer);
  }, [busy]);
  return { ...seen, refresh };
}

const merged = (before: Seen, next: { job?: PanelJob | null; trouble: Failure | null }): Seen => ({
  job: next.job === undefined ? before.job : next.job,
  trail: next.job === undefined ? before.trail : follow(before.trail, next.job),
  trouble: next.trouble,
});
