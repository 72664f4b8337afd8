import type { WardrobeItem, WardrobePage } from '../../shared/wardrobe.ts';
import type { SellSite } from './sell-site.ts';
import type { Wardrobe } from './read-wardrobe.ts';

/** Thrown where the pages do not add up to what the site counts: nobody may conclude that something is not there. */
export class IncompleteList extends Error {
  override name = 'IncompleteList';
}

const MOST_PAGES = 60;

/** Every listing and every Vinted draft of the member, page after page, each once; or `IncompleteList` (C7). */
export async function readWhole(site: SellSite, tabId: number, memberId: string): Promise<Wardrobe> {
  const active = await readAll((page) => site.wardrobe(tabId, memberId, 'active', page));
  const drafts = await readAll((page) => site.wardrobe(tabId, memberId, 'draft', page));
  const byId = new Map([...active, ...drafts].map((item) => [item.id, item]));
  return { items: [...byId.values()], total: active.length + drafts.length };
}

async function readAll(read: (page: number) => Promise<WardrobePage>): Promise<WardrobeItem[]> {
  const byId = new Map<string, WardrobeItem>();
  let last = await read(1);
  for (const item of last.items) byId.set(item.id, item);
  const { total } = last;
  for (let page = 2; page <= last.pages && page <= MOST_PAGES; page += 1) {
    last = await read(page);
    for (const item of last.items) byId.set(item.id, item);
  }
  if (last.total !== total || byId.size !== total) {
    throw new IncompleteList(`Vinted counts ${last.total} listings and showed ${byId.size}.`);
  }
  return [...byId.values()];
}
