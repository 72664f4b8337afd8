import { findMarket } from './markets.ts';

/** Addresses of Vinted's pages (site.md §2). Each predicate and builder stands beside examples that one test runs. */
export type PageKind = 'sell' | 'edit' | 'item' | 'wardrobe' | 'inbox' | 'home' | 'other';

const id = /^\d{1,15}$/;

/** The path of an address on one of Vinted's sites; `undefined` everywhere else. */
function pathOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  return protocol === 'https:' && findMarket(host) ? pathname.replace(/\/+$/, '') || '/' : undefined;
}

const matches =
  (pattern: RegExp) =>
  (url: string): boolean =>
    pattern.test(pathOf(url) ?? '');

export const isSellPage = matches(/^\/items\/new$/);
export const isEditPage = matches(/^\/items\/\d{1,15}\/edit$/);
export const isItemPage = matches(/^\/items\/\d{1,15}(-[^/]*)?$/);
export const isWardrobePage = matches(/^\/member\/(\d{1,15}(-[^/]*)?|items\/current)$/);
export const isInboxPage = matches(/^\/inbox(\/.*)?$/);
export const isHomePage = matches(/^\/$/);
export const isLoginPage = matches(/^\/member\/(signup(\/.*)?|general\/login|login)$/);
export const isVerificationPage = matches(/^\/users\/verification(\/.*)?$/);

const kinds: readonly [PageKind, (url: string) => boolean][] = [
  ['sell', isSellPage],
  ['edit', isEditPage],
  ['item', isItemPage],
  ['wardrobe', isWardrobePage],
  ['inbox', isInboxPage],
  ['home', isHomePage],
];

export const pageKind = (url: string): PageKind => kinds.find(([, fits]) => fits(url))?.[0] ?? 'other';

/** The item an item or edit page is about. */
export const findItemId = (url: string): string | undefined =>
  /^\/items\/(\d{1,15})(?:-[^/]*|\/edit)?$/.exec(pathOf(url) ?? '')?.[1];

export const findMemberId = (url: string): string | undefined =>
  /^\/member\/(\d{1,15})(?:-[^/]*)?$/.exec(pathOf(url) ?? '')?.[1];

/** Ids come from the database or the page: nothing but digits ever becomes part of an address. */
function checked(value: string): string {
  if (!id.test(value)) throw new TypeError('Not an id of Vinted.');
  return value;
}
function site(host: string): string {
  if (!findMarket(host)) throw new TypeError('Not a site of Vinted.');
  return `https://${host}`;
}

export const sellUrl = (host: string): string => `${site(host)}/items/new`;
export const editUrl = (host: string, itemId: string): string => `${site(host)}/items/${checked(itemId)}/edit`;
export const itemUrl = (host: string, itemId: string): string => `${site(host)}/items/${checked(itemId)}`;
export const wardrobeUrl = (host: string, memberId: string): string => `${site(host)}/member/${checked(memberId)}`;
export const homeUrl = (host: string): string => `${site(host)}/`;

/** Run by `urls.test.ts`: what each predicate accepts and refuses. */
export const examples: readonly {
  what: string;
  fits: (url: string) => boolean;
  yes: readonly string[];
  no: readonly string[];
}[] = [
  {
    what: 'sell page',
    fits: isSellPage,
    yes: [
      'https://www.vinted.fr/items/new',
      'https://www.vinted.co.uk/items/new?x=1',
      'https://www.vinted.de/items/new/',
    ],
    no: [
      'https://www.vinted.fr/items/newest',
      'https://vinted.fr.evil.example/items/new',
      'http://www.vinted.fr/items/new',
    ],
  },
  {
    what: 'edit page',
    fits: isEditPage,
    yes: ['https://www.vinted.pl/items/123/edit'],
    no: [
      'https://www.vinted.pl/items/new/edit',
      'https://www.vinted.pl/items/123',
      'https://www.vinted.pl/items/12a/edit',
    ],
  },
  {
    what: 'item page',
    fits: isItemPage,
    yes: ['https://www.vinted.it/items/99', 'https://www.vinted.it/items/99-robe-zara?referrer=catalog'],
    no: ['https://www.vinted.it/items/new', 'https://www.vinted.it/items/99/edit', 'https://www.vinted.it/member/99'],
  },
  {
    what: 'wardrobe',
    fits: isWardrobePage,
    yes: [
      'https://www.vinted.es/member/7',
      'https://www.vinted.es/member/7-ana',
      'https://www.vinted.es/member/items/current',
    ],
    no: ['https://www.vinted.es/member/general/followers/7', 'https://www.vinted.es/member/signup/select_type'],
  },
  {
    what: 'inbox',
    fits: isInboxPage,
    yes: [
      'https://www.vinted.nl/inbox',
      'https://www.vinted.nl/inbox/55/details',
      'https://www.vinted.nl/inbox/want_it?receiver_id=1&item_id=2',
    ],
    no: ['https://www.vinted.nl/inboxes', 'https://www.vinted.nl/member/inbox'],
  },
  {
    what: 'home',
    fits: isHomePage,
    yes: ['https://www.vinted.se/', 'https://www.vinted.se'],
    no: ['https://www.vinted.se/catalog', 'about:blank', 'nonsense'],
  },
  {
    what: 'login',
    fits: isLoginPage,
    yes: [
      'https://www.vinted.fr/member/signup/select_type?ref_url=%2F',
      'https://www.vinted.fr/member/general/login',
      'https://www.vinted.fr/member/login',
    ],
    no: ['https://www.vinted.fr/member/7-login'],
  },
  {
    what: 'verification',
    fits: isVerificationPage,
    yes: ['https://www.vinted.fr/users/verification', 'https://www.vinted.fr/users/verification/phone'],
    no: ['https://www.vinted.fr/users/7'],
  },
];

/** Run by `urls.test.ts`: what each builder makes. */
export const built: readonly { made: string; is: string }[] = [
  { made: sellUrl('www.vinted.fr'), is: 'https://www.vinted.fr/items/new' },
  { made: editUrl('www.vinted.de', '12'), is: 'https://www.vinted.de/items/12/edit' },
  { made: itemUrl('www.vinted.co.uk', '12'), is: 'https://www.vinted.co.uk/items/12' },
  { made: wardrobeUrl('www.vinted.com', '7'), is: 'https://www.vinted.com/member/7' },
  { made: homeUrl('www.vinted.gr'), is: 'https://www.vinted.gr/' },
];
