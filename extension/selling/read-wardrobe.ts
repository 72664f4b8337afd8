import type { WardrobeItem } from '../../shared/wardrobe.ts';
import type { SellSite } from './sell-site.ts';

/** `total` counts what the site says is there, seen or not: it grows even where the order hides the new listing. */
export type Wardrobe = { items: WardrobeItem[]; total: number };
export type ReadWardrobe = (site: SellSite, tabId: number, memberId: string) => Promise<Wardrobe>;

/** The newest page of active listings and of drafts: what a submit may have added. Two requests, one after the other. */
export async function readWardrobe(site: SellSite, tabId: number, memberId: string): Promise<Wardrobe> {
  const active = await site.wardrobe(tabId, memberId, 'active', 1);
  const drafts = await site.wardrobe(tabId, memberId, 'draft', 1);
  const byId = new Map([...active.items, ...drafts.items].map((item) => [item.id, item]));
  return { items: [...byId.values()], total: active.total + drafts.total };
}
