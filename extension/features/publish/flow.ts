import type { Flow, Step } from '../../engine/flow.ts';
import { fillOrder } from '../../messaging/page-protocol.ts';
import { submitStep, confirmStep } from '../../selling/commit-steps.ts';
import { fillStep, verifyStep } from '../../selling/fill-steps.ts';
import { baselineStep, openStep } from '../../selling/open-steps.ts';
import type { SellDesk, SellSite } from '../../selling/sell-site.ts';
import { openHereStep } from './open-here.ts';
import { publishInput, publishState, startOf, type PublishInput, type PublishState } from './publish-state.ts';

/** From a draft to Vinted: open, remember what is there, fill field by field, verify, submit once, confirm. */
export function publishFlow(
  site: SellSite,
  desk: SellDesk<PublishState>,
): Flow<typeof publishInput, typeof publishState> {
  const fills = fillOrder.map((field) => fillStep<PublishState>(site, field));
  const inWorkTab: Step<PublishState>[] = [openStep(site, desk), baselineStep(site), ...fills, verifyStep(site)];
  const inSellerTab: Step<PublishState>[] = [openHereStep(site, desk), ...fills, verifyStep(site)];
  const toVinted = [...inWorkTab, submitStep(site, desk), confirmStep(site, desk)];

  const steps = (input: PublishInput): readonly Step<PublishState>[] => {
    if (input.sellerTab !== null) return inSellerTab;
    return input.how === 'fill' ? inWorkTab : toVinted;
  };

  return {
    kind: 'publish',
    input: publishInput,
    state: publishState,
    start: startOf,
    steps,
    priority: (input) => (input.sellerTab === null ? 1 : 0),
    lane: ({ sellerTab }) => (sellerTab === null ? 'work' : `tab-${sellerTab}`),
    ceiling: (input) => (input.how === 'publish' ? 'publish' : null),
  };
}
