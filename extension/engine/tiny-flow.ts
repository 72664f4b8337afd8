import * as z from 'zod';

import type { Flow, Outcome, SettleOutcome, StepContext } from './flow.ts';

const input = z.strictObject({ lane: z.string(), ceiling: z.nullable(z.string()), priority: z.int() });
const state = z.strictObject({ rounds: z.int() });
type State = z.infer<typeof state>;

/** What a site does for the smallest flow there is. Either may throw, wait, or say something else. */
export type TinySite = {
  write(context: StepContext): Promise<Outcome<State> | void>;
  happened(context: StepContext): Promise<boolean | SettleOutcome<State>>;
  look?(context: StepContext): Promise<Outcome<State> | void>;
};

/** For tests of the engine: open, write once, confirm. */
export function tinyFlow(site: TinySite): Flow<typeof input, typeof state> {
  const nowhere = () => ({ tab: 'none' as const });
  const look = async (current: State, context: StepContext): Promise<Outcome<State>> =>
    (await site.look?.(context)) ?? { is: 'done', state: current };
  return {
    kind: 'tiny',
    input,
    state,
    start: () => ({ rounds: 0 }),
    priority: ({ priority }) => priority,
    lane: ({ lane }) => lane,
    ceiling: ({ ceiling }) => ceiling,
    steps: () => [
      {
        name: 'open',
        effect: 'prepare',
        at: nowhere,
        run: (old, context) => look({ rounds: old.rounds + 1 }, context),
      },
      {
        name: 'submit',
        effect: 'commit',
        redo: 'open',
        at: nowhere,
        settleAt: nowhere,
        run: async (current, context) => (await site.write(context)) ?? { is: 'done', state: current },
        settle: async (current, context) => {
          const told = await site.happened(context);
          if (typeof told !== 'boolean') return told;
          return told ? { is: 'done', state: current } : { is: 'not-done' };
        },
      },
      { name: 'confirm', effect: 'look', at: nowhere, run: look },
    ],
  };
}
