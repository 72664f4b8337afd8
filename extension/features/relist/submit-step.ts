import type { Commit } from '../../engine/flow.ts';
import { submitStep } from '../../selling/commit-steps.ts';
import { readWhole } from '../../selling/read-whole.ts';
import type { RelistSite } from '../../selling/relist-site.ts';
import { giveBack, nameOf, type TakenHere } from './hide-steps.ts';
import type { RelistDesk } from './relist-desk.ts';
import type { RelistState } from './relist-state.ts';
import { isFresh } from './saga.ts';

/** The shared point of no return, with a baseline that is never stale and an old listing shown again on a refusal. */
export function submitCopyStep(site: RelistSite, desk: RelistDesk, taken: TakenHere): Commit<RelistState> {
  const shared = submitStep(site, desk, readWhole);
  return {
    ...shared,
    async run(state, context) {
      const { baseline } = state;
      if (!baseline || !taken.has(nameOf(context.job.id, baseline)) || !isFresh(baseline.at, context.now())) {
        return { is: 'go-to', step: 'baseline-again', state, why: 'The list of listings is too old.' };
      }
      const outcome = await shared.run(state, context);
      const refused = outcome.is === 'needs-user' && outcome.failure.code === 'rejected-field';
      return refused ? giveBack(state, 'failed', outcome.failure) : outcome;
    },
  };
}
