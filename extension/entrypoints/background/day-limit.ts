import { dayLimit, ceilings, type DayLimit } from '../../engine/ceilings.ts';
import { accountKey } from '../../engine/pause.ts';
import type { PaceBook } from '../../engine/paces.ts';
import type { JobStore } from '../../engine/store.ts';
import { writtenBy } from '../../engine/written.ts';
import { publishInput } from '../../features/publish/publish-state.ts';
import type { Job } from '../../../shared/job.ts';
import type { Rules } from './rules.ts';

type DayLimitDeps = {
  store: Pick<JobStore, 'momentsOf' | 'clockWentBack'>;
  paces: Pick<PaceBook, 'of'>;
  rules: () => Promise<Rules>;
  now: () => number;
};

/** The limit of the day, where it is what keeps a publication from its first step or its last click. */
export const dayLimitOf =
  ({ store, paces, rules, now }: DayLimitDeps) =>
  async ({ status, step, input, market, memberId }: Job): Promise<DayLimit | null> => {
    const waits = status === 'queued' || (status === 'waiting' && step === 'submit');
    const wish = publishInput.safeParse(input);
    if (!waits || wish.data?.how !== 'publish' || !(await rules()).ceilings) return null;
    const account = accountKey(market, memberId ?? '');
    const { publish } = await writtenBy(store, account, now(), ['publish']);
    const own = (await paces.of(account)).perDay['publish'];
    const of = Math.min(ceilings.publish.perDay, own ?? ceilings.publish.perDay);
    return dayLimit(
      of,
      (publish?.counted ?? []).toSorted((a, b) => a - b),
      now(),
    );
  };
