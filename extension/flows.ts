import { sealFlow, type SealedFlow } from './engine/flow.ts';
import { publishFlow } from './features/publish/flow.ts';
import type { PublishState } from './features/publish/publish-state.ts';
import type { SellDesk, SellSite } from './selling/sell-site.ts';

/** The list of flows. */
export function flows(site: SellSite, desk: SellDesk<PublishState>): { all: SealedFlow[]; publish: SealedFlow } {
  const publish = sealFlow(publishFlow(site, desk));
  return { all: [publish], publish };
}
