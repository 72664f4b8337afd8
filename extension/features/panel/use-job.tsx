import { useEffect, useRef, useState } from 'preact/hooks';

import { toFailure } from '../../messaging/failures.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { PanelBackground } from './panel-background.ts';
import { follow, isActive, type PanelJob, phaseOf, type Trail } from './panel-phase.ts';

type Seen = { job: PanelJob | null; trail: Trail | null; stopped: boolean; trouble: Failure | null };
type Told = { told: { job: PanelJob | null; stopped: boolean } } | { trouble: Failure };

/** A message may get lost; work under way is asked for again this often. */
const againMs = 3_000;

/** The job of this tab as the background tells it, kept up to date; `refresh` asks again now. */
export function useJob(background: PanelBackground): Seen & { refresh: () => Promise<void> } {
  const [seen, setSeen] = useState<Seen>({ job: null, trail: null, stopped: false, trouble: null });
  const asked = useRef(0);
  const refresh = async (): Promise<void> => {
    const mine = (asked.current += 1);
    const next = await Promise.all([background.state(), background.stopped()]).then(
      ([job, stopped]): Told => ({ told: { job, stopped } }),
      (error: unknown): Told => ({ trouble: toFailure(error) }),
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

const merged = (before: Seen, next: Told): Seen =>
  'trouble' in next
    ? { ...before, trouble: next.trouble }
    : { ...next.told, trail: follow(before.trail, next.told.job), trouble: null };
