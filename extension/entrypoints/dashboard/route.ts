/** In the order of the navigation. */
export const listedPages = ['photos', 'drafts', 'templates', 'activity', 'settings'] as const;
export type ListedPage = (typeof listedPages)[number];
export const pages = [...listedPages, 'welcome'] as const;
export type Page = (typeof pages)[number];
export type Route = { page: Page; id: string | null };

/** Only our own routes; anything else in the address lands on the first page (reliability.md B78). */
export function parseRoute(hash: string): Route {
  const [name, id, ...rest] = hash.replace(/^#\/?/, '').split('/');
  const page = pages.find((known) => known === name);
  if (!page || rest.length > 0) return { page: page ?? 'photos', id: null };
  return { page, id: page === 'drafts' && id && /^[A-Za-z0-9-]{1,64}$/.test(id) ? id : null };
}

export const hashOf = ({ page, id }: Route): string => (id === null ? `#${page}` : `#${page}/${id}`);
