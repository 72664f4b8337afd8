import { Hono } from 'hono';

import type { StoredItem } from '../state.ts';
import { wardrobeAnswer } from './item-answer.ts';
import type { Env, Site } from './site.ts';

/** With a lag, the newest changes are not seen yet: neither a new listing nor a deletion. */
const isSeen = (item: StoredItem, now: number): boolean =>
  item.deletedAt === null ? item.seenFrom <= now : item.createdAt <= now && item.seenFrom > now;

function wardrobeOf(site: Site, memberId: number, condition: string | undefined): StoredItem[] {
  const own = memberId === site.switches.signedInAs;
  const items = site.state.items
    .filter((item) => item.memberId === memberId && isSeen(item, site.now()))
    .filter((item) => own || !(item.isDraft || item.isHidden || item.isProcessing))
    .toSorted((a, b) => b.createdAt - a.createdAt || b.id - a.id);
  if (condition === 'draft') return items.filter((item) => item.isDraft);
  if (condition === 'sold') return items.filter((item) => item.isSold);
  if (condition === 'hidden') return items.filter((item) => item.isHidden && !item.isDraft);
  if (condition === 'active') return items.filter((item) => !item.isDraft && !item.isSold);
  return items;
}

/** The list of a member's listings and, for the owner, drafts: at most 96 a page (site.md §8.2). */
export function wardrobeRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/wardrobe/:id{\\d+}/items', (ask) => {
    const page = Math.max(1, Number(ask.req.query('page') ?? 1) || 1);
    const perPage = Math.min(96, Math.max(1, Number(ask.req.query('per_page') ?? 20) || 20));
    const all = wardrobeOf(site, Number(ask.req.param('id')), ask.req.query('cond'));
    const items = all.slice((page - 1) * perPage, page * perPage);
    return ask.json({
      items: items.map((item) => wardrobeAnswer(site, item, ask.var.market.language)),
      pagination: {
        current_page: page,
        per_page: perPage,
        total_pages: Math.ceil(all.length / perPage),
        total_entries: all.length,
      },
      code: 0,
    });
  });
  return app;
}
