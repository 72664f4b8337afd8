import { sealFlow } from './engine/flow.ts';
import { priceFlow } from './features/price-drop/flow.ts';
import type { PriceState } from './features/price-drop/price-state.ts';
import { publishFlow } from './features/publish/flow.ts';
import type { PublishState } from './features/publish/publish-state.ts';
import { actFlow } from './features/relist/act-flow.ts';
import { relistFlow } from './features/relist/flow.ts';
import type { RelistDesk } from './features/relist/relist-desk.ts';
import { syncFlow, type SyncSite } from './features/wardrobe/sync-flow.ts';
import type { SyncDesk } from './features/wardrobe/sync-desk.ts';
import type { RelistSite } from './selling/relist-site.ts';
import type { SellDesk, SellSite } from './selling/sell-site.ts';

/** What acts on listings that are online already. */
export type OwnListings = { site: RelistSite; desk: RelistDesk; prices: SellDesk<PriceState> };

/** What looks at wardrobes. */
export type Looks = { site: SyncSite; desk: SyncDesk };

/** The list of flows. */
export function flows(site: SellSite, desk: SellDesk<PublishState>, looks: Looks, own: OwnListings) {
  const publish = sealFlow(publishFlow(site, desk));
  const sync = sealFlow(syncFlow(looks.site, looks.desk));
  const mine = onOwnListings(own);
  return { all: [publish, sync, ...Object.values(mine)], publish, sync, ...mine };
}

const onOwnListings = ({ site, desk, prices }: OwnListings) => ({
  relist: sealFlow(relistFlow(site, desk)),
  act: sealFlow(actFlow(site, desk)),
  price: sealFlow(priceFlow(site, prices)),
});
