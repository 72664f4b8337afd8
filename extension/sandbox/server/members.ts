import { Hono } from 'hono';

import { listingsOf, type Member } from '../state.ts';
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

/** Who is signed in, other members, followers (site.md §8.2). */
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
      return ask.json({ users, pagination: { current_page: 1, total_pages: 1, total_entries: users.length }, code: 0 });
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
  return app;
}
