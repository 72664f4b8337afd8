import { ledger, wardrobe } from '../../db/stores.ts';
import { priceDesk } from '../../features/price-drop/price-desk.ts';
import { relistDesk } from '../../features/relist/relist-desk.ts';
import type { OwnListings } from '../../flows.ts';
import type { SellSite } from '../../selling/sell-site.ts';
import { distance, likenessCuts } from '../../../shared/fingerprint.ts';
import { listingSiteClient, type RequiredLists } from './listing-site-client.ts';
import { printOf } from './print-of.ts';
import { readRules } from './rules.ts';
import { refreshCatalog, type SiteHandlerDeps } from './site-handlers.ts';

type Client = Parameters<typeof listingSiteClient>;

/** What acts on listings that are online already: the same signed-in tab, and our own copies. */
export function ownListings(sellSite: SellSite, client: Client, site: SiteHandlerDeps, now: () => number): OwnListings {
  const settleWindow = async (): Promise<number> => (await readRules()).settleWindow;
  const catalog = async (market: string) => {
    const stored = await site.workshop.catalogs.get(market);
    if (!stored) await refreshCatalog(site, market);
    return (stored ?? (await site.workshop.catalogs.get(market)))?.nodes ?? [];
  };
  const looksSame = async (kept: Blob, served: Blob): Promise<boolean> =>
    distance(await printOf(kept), await printOf(served)) <= likenessCuts.same;
  return {
    site: { ...sellSite, ...listingSiteClient(...client) },
    desk: relistDesk({ ledger, wardrobe, catalog, settleWindow, looksSame, now }),
    prices: priceDesk(wardrobe, settleWindow, now),
  };
}

/** What the site says of a category's lists; where it does not tell, nothing is held to be asked for. */
export const requiredLists =
  ({ reader }: SiteHandlerDeps): RequiredLists =>
  (tabId, catalogId) =>
    reader.attributes(tabId, catalogId).then(
      (lists) => lists?.filter(({ required }) => required).map(({ code }) => code) ?? null,
      () => null,
    );
