import { Hono } from 'hono';

import { catalogTree } from '../data/catalog.ts';
import { brands, conditions, sizeGroups } from '../data/choices.ts';
import { colors } from '../data/colors.ts';
import type { Language } from '../hosts.ts';
import { formOf } from '../rules/form-of.ts';
import { modelsOf } from '../rules/models.ts';
import { titled } from './describe-form.ts';
import { failure } from './refuse.ts';
import { signedIn, type Env, type Site } from './site.ts';

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
  app.use('/item_upload/*', (ask, next) =>
    signedIn(site) ? next() : Promise.resolve(failure(ask, 401, 100, 'invalid_authentication_token')),
  );
  app.get('/item_upload/catalogs', (ask) => ask.json({ catalogs: catalogTree(ask.var.market.language), code: 0 }));
  app.get('/item_upload/brands', (ask) => ask.json({ brands: findBrands(ask.req.query('keyword') ?? ''), code: 0 }));
  app.on('GET', ['/item_upload/colors', '/colors'], (ask) => {
    const language = ask.var.market.language;
    const list = colors.map(({ id, titles, code, hex }) => ({ id, title: titles[language], code, hex }));
    return ask.json({ colors: list, code: 0 });
  });
  app.get('/item_upload/conditions', (ask) => {
    const offered = formOf(number(ask.req.query('catalog_id'))).conditionIds;
    const list = conditions.filter((condition) => offered.includes(condition.id));
    const ordered = titled(list, ask.var.market.language).map((one, order) => ({ ...one, order }));
    return ask.json({ conditions: ordered, code: 0 });
  });
  app.get('/item_upload/models', (ask) => {
    const models = modelsOf(number(ask.req.query('catalog_id')), number(ask.req.query('brand_id')));
    const keyword = plain(ask.req.query('keyword') ?? '');
    return ask.json({ models: models.filter(({ title }) => plain(title).includes(keyword)), code: 0 });
  });
  app.on('GET', ['/item_upload/size_groups', '/size_groups'], (ask) => {
    const groups = sizeGroupsOf(number(ask.req.query('catalog_id')), ask.var.market.language, site.switches.sizeTabs);
    return ask.json({ size_groups: groups, code: 0 });
  });
  return app;
}
