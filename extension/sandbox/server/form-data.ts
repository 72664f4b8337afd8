import { Hono } from 'hono';

import { catalogPath, catalogTree, searchCatalog } from '../data/catalog.ts';
import { brands, conditions, sizeGroups } from '../data/choices.ts';
import { colors } from '../data/colors.ts';
import type { Language } from '../hosts.ts';
import { formOf } from '../rules/form-of.ts';
import { modelsOf } from '../rules/models.ts';
import { describeForm, titled } from './describe-form.ts';
import type { Env, Site } from './site.ts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

function findBrands(keyword: string): unknown[] {
  const wanted = plain(keyword.trim());
  const found = brands.filter(({ id, title }) => id !== 1 && plain(title).includes(wanted));
  const exactFirst = found.toSorted((a, b) => Number(plain(b.title) === wanted) - Number(plain(a.title) === wanted));
  return exactFirst.slice(0, 30).map((brand) => ({
    id: brand.id,
    title: brand.title,
    is_luxury: brand.isLuxury,
    is_hvf: false,
    requires_authenticity_check: brand.needsAuthenticityCheck,
  }));
}

function sizeGroupsOf(catalogId: number, language: Language, withTabs: boolean): unknown[] {
  const wanted = catalogId ? formOf(catalogId, withTabs).sizeGroupIds : sizeGroups.map((group) => group.id);
  return sizeGroups
    .filter((group) => wanted.includes(group.id))
    .map((group) => ({ id: group.id, title: group.title, sizes: titled(group.sizes, language) }));
}

/** Reads the form makes while it is filled (site.md §8.2). */
export function formDataRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  const number = (text: string | undefined): number => Number(text ?? 0) || 0;
  app.get('/item_upload/catalogs', (ask) => ask.json({ catalogs: catalogTree(ask.var.market.language), code: 0 }));
  app.get('/item_upload/brands', (ask) => ask.json({ brands: findBrands(ask.req.query('keyword') ?? ''), code: 0 }));
  app.on('GET', ['/item_upload/colors', '/colors'], (ask) => {
    const language = ask.var.market.language;
    return ask.json({
      colors: colors.map(({ id, titles, code, hex }) => ({
        id,
        title: titles[language],
        code,
        hex,
      })),
      code: 0,
    });
  });
  app.get('/item_upload/conditions', (ask) => {
    const offered = formOf(number(ask.req.query('catalog_id'))).conditionIds;
    const list = conditions.filter((condition) => offered.includes(condition.id));
    return ask.json({
      conditions: titled(list, ask.var.market.language).map((one, order) => ({ ...one, order })),
      code: 0,
    });
  });
  app.get('/item_upload/models', (ask) => {
    const models = modelsOf(number(ask.req.query('catalog_id')), number(ask.req.query('brand_id')));
    const keyword = plain(ask.req.query('keyword') ?? '');
    return ask.json({
      models: models.filter(({ title }) => plain(title).includes(keyword)),
      code: 0,
    });
  });
  app.on('GET', ['/item_upload/size_groups', '/size_groups'], (ask) => {
    const groups = sizeGroupsOf(number(ask.req.query('catalog_id')), ask.var.market.language, site.switches.sizeTabs);
    return ask.json({ size_groups: groups, code: 0 });
  });
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
    if (!ask.req.header('x-upload-form')) return ask.json({ attributes: [], code: 0 });
    const { attributes } = await ask.req.json<{
      attributes: { code: string; value: number[] }[];
    }>();
    const valueOf = (code: string): number => attributes.find((one) => one.code === code)?.value[0] ?? 0;
    const described = describeForm(valueOf('category'), valueOf('brand'), ask.var.market.language, site.switches);
    return ask.json({ ...described, code: 0 });
  });
  return app;
}
