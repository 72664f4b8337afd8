import type { Flow, Step } from '../../engine/flow.ts';
import { fillOrder } from '../../messaging/page-protocol.ts';
import { fillStep, verifyStep } from '../../selling/fill-steps.ts';
import { baselineStep, openStep } from '../../selling/open-steps.ts';
import { readWhole } from '../../selling/read-whole.ts';
import type { RelistSite } from '../../selling/relist-site.ts';
import { checkStep, copyStep, goneStep, photosStep } from './copy-steps.ts';
import { confirmStep, deleteOldStep, dropNewStep, finishStep } from './end-steps.ts';
import {
  freshBaselineStep,
  giveBackStep,
  hideStep,
  preflightStep,
  reportStep,
  takeUp,
  type TakenHere,
} from './hide-steps.ts';
import type { RelistDesk } from './relist-desk.ts';
import { relistInput, relistState, startOf, type RelistInput, type RelistState } from './relist-state.ts';
import { submitCopyStep } from './submit-step.ts';

/**
 * Publish a copy, prove it, take the old one down (reliability.md §2). Everything that can go wrong quietly is done while
 * the old listing is online; nothing is deleted before its copy was read back equal.
 */
export function relistFlow(site: RelistSite, desk: RelistDesk): Flow<typeof relistInput, typeof relistState> {
  const taken: TakenHere = new Set();
  const copied: Step<RelistState>[] = [copyStep(site), photosStep(site, desk), checkStep(site, desk)];
  const filled: Step<RelistState>[] = [
    openStep(site, desk),
    baselineStep(site, readWhole, takeUp),
    ...fillOrder.map((field) => fillStep<RelistState>(site, field)),
    verifyStep(site),
    preflightStep(site),
  ];
  const published: Step<RelistState>[] = [
    freshBaselineStep(site, taken),
    submitCopyStep(site, desk, taken),
    confirmStep(site, desk),
    giveBackStep(site),
    reportStep(),
  ];
  const ended: Step<RelistState>[] = [dropNewStep(site, desk), deleteOldStep(site, desk), finishStep(site, desk)];

  const restored = [goneStep(site, desk), ...filled];
  const steps = ({ oldId, how }: RelistInput): readonly Step<RelistState>[] => {
    if (how === 'fill') return oldId === null ? restored : [...copied, ...filled];
    if (oldId === null) return [...restored, ...published, finishStep(site, desk)];
    return [...copied, ...filled, hideStep(site), ...published, ...ended];
  };

  return {
    kind: 'relist',
    input: relistInput,
    state: relistState,
    start: startOf,
    steps,
    priority: () => 2,
    lane: () => 'work',
    ceiling: ({ how }) => (how === 'publish' ? 'relist' : null),
  };
}
