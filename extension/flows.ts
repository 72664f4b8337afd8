import { sealFlow, type SealedFlow } from './engine/flow.ts';
import { publishFlow } from './features/publish/flow.ts';
import type { PublishDesk, SellSite } from './features/publish/sell-site.ts';

/** The list of flows. */
export function flows(site: SellSite, desk: PublishDesk): { all: SealedFlow[]; publish: SealedFlow } {
  const publish = sealFlow(publishFlow(site, desk));
  return { all: [publish], publish };
}
