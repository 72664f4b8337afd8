type Firefox = { content?: { fetch?: typeof fetch } };

/**
 * Asks as the page itself does. A content script's own `fetch` is that in Chromium; in Firefox it knows neither the
 * page's address nor its origin, and `content` has the page's. (An element called `content` has no `fetch`.)
 */
export const pageFetch: typeof fetch = (...request) => {
  const { content } = globalThis as Firefox;
  return typeof content?.fetch === 'function' ? content.fetch(...request) : fetch(...request);
};
