import { Hono } from 'hono';

import { catalogPath, searchCatalog } from '../data/catalog.ts';
import { describeForm } from './describe-form.ts';
import type { Env, Site } from './site.ts';

/** The category search, and the call that tells the page which fields a category has (site.md §3.6). */
export function formFieldRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  for (const path of ['/item_upload/catalogs/search', '/catalogs/search']) {
    app.get(path, (ask) => {
      const language = ask.var.market.language;
      const found = searchCatalog(ask.req.query('keyword') ?? '', language);
      const catalogs = found.map(({ id, titles }) => ({
        id,
        title: titles[language],
        path: catalogPath(id)
          .slice(0, -1)
          .map((node) => node.titles[language])
          .join(' › '),
      }));
      return ask.json({ catalogs, code: 0 });
    });
  }
  app.post('/item_upload/attributes', async (ask) => {
    // Only the page's own call gets a filled answer (site.md §3.6).
    if (!site.switches.attributesToAnyone && !ask.req.header('x-upload-form'))
      return ask.json({ attributes: [], code: 0 });
    const { attributes } = await ask.req.json<{
      attributes: { code: string; value: number[] }[];
    }>();
    const valueOf = (code: string): number => attributes.find((one) => one.code === code)?.value[0] ?? 0;
    const described = describeForm(valueOf('category'), valueOf('brand'), ask.var.market.language, site.switches);
    return ask.json({ ...described, code: 0 });
  });
  return app;
}
