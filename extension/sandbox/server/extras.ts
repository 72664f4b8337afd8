import { Hono } from 'hono';

import { isUnder } from '../data/catalog.ts';
import { brands } from '../data/choices.ts';
import type { Env, Site } from './site.ts';

/** What the page guesses from photos or a title: the first fashion words it knows, like the site's own suggestions. */
const guesses: readonly [word: RegExp, catalogId: number][] = [
  [/jean|denim/i, 1844],
  [/robe|dress|kleid/i, 1060],
  [/pull|jumper|sweat|hoodie/i, 267],
  [/chemise|shirt|hemd/i, 222],
];

/** Small reads around the form (site.md §8.2): suggestions, price range, banners. */
export function extraRoutes(_site: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/item_upload/suggestions/catalogs', (ask) => {
    const title = ask.req.query('title') ?? '';
    const found = guesses.filter(([word]) => word.test(title)).map(([, id]) => id);
    return ask.json({ catalog_ids: [...new Set([...found, 221, 1806])].slice(0, 3), code: 0 });
  });
  app.post('/item_upload/suggestions/attributes', (ask) =>
    ask.json({
      attributes: [
        { code: 'category', ids: [221] },
        { code: 'brand', ids: [53] },
        { code: 'color', ids: [1] },
      ],
      code: 0,
    }),
  );
  app.post('/item_price_suggestions', async (ask) => {
    const body = await ask.req.json<{ catalog_id?: number; brand_id?: number }>();
    const base = isUnder(body.catalog_id ?? 0, 2994) ? 80 : 10;
    const factor = brands.some((brand) => brand.id === body.brand_id && brand.isLuxury) ? 8 : 1;
    const money = (amount: number) => ({
      amount: amount.toFixed(1),
      currency_code: ask.var.market.currency,
    });
    return ask.json({
      price_suggestion: { min: money(base * factor * 0.7), max: money(base * factor * 1.6) },
      code: 0,
    });
  });
  app.get('/item_upload/banners', (ask) => ask.json({ banners: [], code: 0 }));
  return app;
}
