import { Hono } from 'hono';

import type { Boot, PageKind } from '../boot.ts';
import { liveItems, type StoredItem } from '../state.ts';
import { editableAnswer, slugOf, thumbnailOf } from './item-answer.ts';
import { csrfToken, signedIn, type Ask, type Env, type Site } from './site.ts';
import { shell } from './shell.ts';

function bootFor(ask: Ask, site: Site, page: PageKind, item?: StoredItem, subject?: number): Boot {
  const { faults: _faults, ...switches } = site.switches;
  const member = signedIn(site);
  const { language, locale, currency, country } = ask.var.market;
  return {
    page,
    language,
    locale,
    currency,
    country,
    csrf: csrfToken,
    user: member && { id: member.id, login: member.login },
    subject: item?.id ?? subject ?? null,
    isDraft: item?.isDraft ?? false,
    switches,
  };
}

/** Cookies every page of the site leaves behind; `anon_id` can be read by scripts. */
function leaveCookies(ask: Ask, site: Site): void {
  const member = signedIn(site);
  const cookies = [`anon_id=4f1c1f3e-0000-4000-8000-00000000${(member?.id ?? 0).toString().padStart(4, '0')}; Path=/`];
  if (member)
    cookies.push(
      `_vinted_fr_session=session-${member.id}; Path=/; HttpOnly`,
      `access_token_web=token-${member.id}; Path=/`,
    );
  for (const cookie of cookies) ask.header('set-cookie', `${cookie}; Secure; SameSite=Lax`, { append: true });
}

function show(ask: Ask, site: Site, page: PageKind, item?: StoredItem, subject?: number): Response {
  leaveCookies(ask, site);
  const boot = bootFor(ask, site, page, item, subject);
  const full =
    item && page !== 'missing'
      ? { ...editableAnswer(site, item, boot.language), thumbnail: thumbnailOf(site, item) }
      : null;
  const states = item && {
    is_own: item.memberId === site.switches.signedInAs,
    is_closed: item.isSold || item.isWithdrawn,
    item_closing_action: item.isSold ? 'sold' : null,
    is_reserved: item.isReserved,
    is_hidden: item.isHidden,
  };
  const status = page === 'missing' ? 404 : 200;
  return ask.html(shell(boot, full && { ...full, ...states }, site.switches), status);
}

const toLogin = (ask: Ask): Response =>
  ask.redirect(`/member/signup/select_type?ref_url=${encodeURIComponent(new URL(ask.req.url).pathname)}`);

function sellPage(ask: Ask, site: Site): Response {
  if (!signedIn(site)) return toLogin(ask);
  // Seen in July 2026: only the header's own button leads to the form (site.md §2).
  if (site.switches.newListing === 'bounces-home' && !ask.req.header('referer')) return ask.redirect('/');
  return show(ask, site, 'sell');
}

function editPage(ask: Ask, site: Site): Response {
  if (!signedIn(site)) return toLogin(ask);
  const id = Number(ask.req.param('id'));
  const item = liveItems(site.state).find((one) => one.id === id && one.memberId === site.switches.signedInAs);
  return item ? show(ask, site, 'edit', item) : show(ask, site, 'wrong');
}

function itemPage(ask: Ask, site: Site): Response {
  const [, id, rest] = /^\/items\/(\d+)(.*)$/.exec(ask.req.path) ?? [];
  const item = liveItems(site.state).find((one) => one.id === Number(id) && !one.isDraft);
  if (!item) return show(ask, site, 'missing');
  if (!rest) return ask.redirect(`/items/${item.id}-${slugOf(item.body.title)}`);
  return show(ask, site, 'item', item);
}

/** Documents by address (site.md §2). A banned member sees one page everywhere. */
export function pageRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  const guarded = (ask: Ask, page: PageKind, subject?: number): Response =>
    signedIn(site) ? show(ask, site, page, undefined, subject) : toLogin(ask);
  app.use('*', (ask, next) => {
    if (!site.switches.banned || ask.req.path.startsWith('/member/signup')) return next();
    return Promise.resolve(show(ask, site, 'banned'));
  });
  app.get('/', (ask) => show(ask, site, 'home'));
  app.get('/catalog', (ask) => show(ask, site, 'home'));
  app.get('/items/new', (ask) => sellPage(ask, site));
  app.get('/items/:id{\\d+}/edit', (ask) => editPage(ask, site));
  app.get('/items/:slug{\\d+.*}', (ask) => itemPage(ask, site));
  app.get('/member/general/followers/:id{\\d+}', (ask) => guarded(ask, 'followers', Number(ask.req.param('id'))));
  app.on('GET', ['/member/signup/select_type', '/member/general/login', '/member/login'], (ask) =>
    show(ask, site, 'login'),
  );
  app.get('/member/:slug{\\d+.*}', (ask) =>
    show(ask, site, 'wardrobe', undefined, Number.parseInt(ask.req.param('slug'), 10)),
  );
  app.on('GET', ['/inbox', '/inbox/*'], (ask) => guarded(ask, 'inbox'));
  app.all('*', (ask) => show(ask, site, 'missing'));
  return app;
}
