import { countedEvent, dayLimit, type DayLimit } from '../../engine/ceilings.ts';
import { accountKey } from '../../engine/pause.ts';
import type { JobStore } from '../../engine/store.ts';
import { publishInput } from '../../features/publish/publish-state.ts';
import type { Job } from '../../../shared/job.ts';
import type { Rules } from './rules.ts';

const DAY = 24 * 60 * 60 * 1_000;

type DayLimitDeps = { store: Pick<JobStore, 'countedSince'>; rules: () => Promise<Rules>; now: () => number };

/** The limit of the day, where it is what keeps a publication from its first step or its last click. */
export const dayLimitOf =
  ({ store, rules, now }: DayLimitDeps) =>
  async ({ status, step, input, market, memberId }: Job): Promise<DayLimit | null> => {
    const waits = status === 'queued' || (status === 'waiting' && step === 'submit');
    const wish = publishInput.safeParse(input);
    if (!waits || wish.data?.how !== 'publish' || !(await rules()).ceilings) return null;
    const event = countedEvent('publish', accountKey(market, memberId ?? ''));
    return dayLimit('publish', await store.countedSince(event, now() - DAY), now());
  };
