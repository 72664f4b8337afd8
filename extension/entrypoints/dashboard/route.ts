/** In the order of the navigation. */
export const listedPages = ['photos', 'drafts', 'wardrobe', 'rules', 'templates', 'activity', 'settings'] as const;
export type ListedPage = (typeof listedPages)[number];
export const pages = [...listedPages, 'welcome'] as const;
export type Page = (typeof pages)[number];
export type Route = { page: Page; id: string | null };

/** Only our own routes; anything else in the address lands on the first page (reliability.md B78). */
export function parseRoute(hash: string): Route {
  const [name, id, ...rest] = hash.replace(/^#\/?/, '').split('/');
  const page = pages.find((known) => known === name);
  if (!page || rest.length > 0) return { page: page ?? 'photos', id: null };
  return { page, id: id && ids[page]?.test(id) ? id : null };
}

/** What may be opened on a page: a draft, or a listing by its site and number. */
const ids: Partial<Record<Page, RegExp>> = {
  drafts: /^[A-Za-z0-9-]{1,64}$/,
  wardrobe: /^www\.vinted\.[a-z.]{2,6}:\d{1,15}$/,
};

export const hashOf = ({ page, id }: Route): string => (id === null ? `#${page}` : `#${page}/${id}`);
