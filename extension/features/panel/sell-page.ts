/** Whether this address shows Vinted's upload form: a new listing, or an item or draft being edited (site.md §2). */
export const isSellPage = (pathname: string): boolean => /^\/items\/(new|\d{1,15}\/edit)\/?$/.test(pathname);
