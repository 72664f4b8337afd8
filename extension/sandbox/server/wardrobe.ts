import { Hono } from 'hono';

import type { StoredItem } from '../state.ts';
import { wardrobeAnswer } from './item-answer.ts';
import type { Env, Site } from './site.ts';

/** With a lag, the newest changes are not seen yet: neither a new listing nor a deletion. */
const isSeen = (item: StoredItem, now: number): boolean =>
  item.deletedAt === null ? item.seenFrom <= now : item.createdAt <= now && item.seenFrom > now;

const isClosed = (item: StoredItem): boolean => item.isSold || item.isWithdrawn;

const conditions: Readonly<Record<string, (item: StoredItem) => boolean>> = {
  draft: (item) => item.isDraft,
  sold: (item) => item.isSold,
  hidden: (item) => item.isHidden && !item.isDraft,
  reserved: (item) => item.isReserved && !isClosed(item),
  active: (item) => !item.isDraft && !isClosed(item),
};

/** Both orders follow the paid bump: what was bumped last comes first (site.md §8.2). */
const placeOf = (item: StoredItem): number => Math.max(item.createdAt, item.bumpedAt);

function wardrobeOf(site: Site, memberId: number, condition: string | undefined): StoredItem[] {
  const own = memberId === site.switches.signedInAs;
  const items = site.state.items
    .filter((item) => item.memberId === memberId && isSeen(item, site.now()))
    .filter((item) => own || !(item.isDraft || item.isHidden || item.isProcessing))
    .toSorted((a, b) => placeOf(b) - placeOf(a) || b.id - a.id);
  const wanted = site.switches.filtersIgnored ? undefined : conditions[condition ?? ''];
  return wanted ? items.filter(wanted) : items;
}

/** Sold ones go missing from the list with time: only this many are still there, though all are counted. */
const soldShown = 32;

/** What the list shows of what it counts. */
function shownOf(site: Site, counted: StoredItem[], isFiltered: boolean): StoredItem[] {
  const { leftOut } = site.switches;
  const oldSold = new Set(leftOut.includes('old-sold') ? counted.filter((item) => item.isSold).slice(soldShown) : []);
  const isOut = (item: StoredItem): boolean =>
    oldSold.has(item) ||
    (!isFiltered && ((leftOut.includes('draft') && item.isDraft) || (leftOut.includes('hidden') && item.isHidden)));
  return counted.filter((item) => !isOut(item));
}

/** Somebody bumps something from further back while the list is being read. */
function moveOrder(site: Site, memberId: number): void {
  if (site.switches.orderMoves <= 0) return;
  site.switches.orderMoves -= 1;
  const items = wardrobeOf(site, memberId, 'active');
  const moved = items[Math.floor(items.length * 0.7)];
  const first = items[0];
  if (moved && first) moved.bumpedAt = placeOf(first) + 1;
}

/** The list of a member's listings and, for the owner, drafts: at most 96 a page (site.md §8.2). */
export function wardrobeRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/wardrobe/:id{\\d+}/items', (ask) => {
    const page = Math.max(1, Number(ask.req.query('page') ?? 1) || 1);
    const perPage = Math.min(96, Math.max(1, Number(ask.req.query('per_page') ?? 20) || 20));
    const memberId = Number(ask.req.param('id'));
    const condition = ask.req.query('cond');
    const counted = wardrobeOf(site, memberId, condition);
    const all = shownOf(site, counted, condition !== undefined);
    const items = all.slice((page - 1) * perPage, page * perPage);
    moveOrder(site, memberId);
    return ask.json({
      items: items.map((item) => wardrobeAnswer(site, item, ask.var.market.language)),
      pagination: {
        current_page: page,
        per_page: perPage,
        total_pages: Math.ceil(counted.length / perPage),
        total_entries: counted.length,
      },
      code: 0,
    });
  });
  return app;
}
