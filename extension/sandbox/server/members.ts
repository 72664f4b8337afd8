import { Hono } from 'hono';

import { listingsOf, type Member, type StoredItem } from '../state.ts';
import { wardrobeAnswer } from './item-answer.ts';
import { failure, notFound } from './refuse.ts';
import { signedIn, type Env, type Site } from './site.ts';

function memberAnswer(site: Site, member: Member): Record<string, unknown> {
  const count = listingsOf(site.state).filter((item) => item.memberId === member.id && !item.isSold).length;
  return {
    id: member.id,
    login: member.login,
    city: member.city,
    item_count: count,
    total_items_count: count,
    followers_count: member.followerIds.length,
    following_count: member.followingIds.length,
    feedback_count: 12,
    feedback_reputation: 0.98,
    is_on_holiday: false,
    is_favourite: signedIn(site)?.followingIds.includes(member.id) ?? false,
    is_account_banned: site.switches.banned && member.id === site.switches.signedInAs,
    action_restriction:
      site.switches.restricted && member.id === site.switches.signedInAs ? 'listing_restricted' : null,
    account_status: 0,
    photo: null,
  };
}

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

/** Who is signed in, other members, wardrobes, followers (site.md §8.2). */
export function memberRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  const find = (id: string): Member | undefined => site.state.members.find((member) => member.id === Number(id));
  app.get('/users/current', (ask) => {
    const member = signedIn(site);
    if (!member) return failure(ask, 401, 100, 'invalid_authentication_token');
    const { currency, locale, country, language } = ask.var.market;
    const place = { currency, locale: language, iso_locale_code: locale, country_code: country };
    return ask.json({ user: { ...memberAnswer(site, member), ...place }, code: 0 });
  });
  app.get('/users/:id{\\d+}', (ask) => {
    const member = find(ask.req.param('id'));
    return member ? ask.json({ user: memberAnswer(site, member), code: 0 }) : notFound(ask);
  });
  for (const [path, list] of [
    ['followers', 'followerIds'],
    ['followed_users', 'followingIds'],
  ] as const) {
    app.get(`/users/:id{\\d+}/${path}`, (ask) => {
      const ids = find(ask.req.param('id'))?.[list] ?? [];
      const users = ids.flatMap((id) => find(String(id)) ?? []).map((member) => memberAnswer(site, member));
      return ask.json({
        users,
        pagination: { current_page: 1, total_pages: 1, total_entries: users.length },
        code: 0,
      });
    });
  }
  app.post('/followed_users/toggle', async (ask) => {
    const member = signedIn(site);
    if (!member) return failure(ask, 401, 100, 'invalid_authentication_token');
    const { user_id: userId } = await ask.req.json<{ user_id: number }>();
    const follows = member.followingIds.includes(userId);
    member.followingIds = follows
      ? member.followingIds.filter((id) => id !== userId)
      : [...member.followingIds, userId];
    return ask.json({ code: 0 });
  });
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
