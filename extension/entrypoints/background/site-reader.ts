import type { CategoryAttribute } from '../../db/database.ts';
import { WallMet } from '../../selling/sell-site.ts';
import { MessageError } from '../../messaging/failures.ts';
import { askTab, type PageIn } from '../../messaging/messenger.ts';
import { parseCatalogs } from '../../vinted/read/parse-catalogs.ts';
import { parseAttributes } from '../../vinted/read/parse-attributes.ts';
import { parseBrands, parseConditions, parseSizes } from '../../vinted/read/parse-form-data.ts';
import { parseWardrobe } from '../../vinted/read/parse-wardrobe.ts';
import { wallOf } from '../../vinted/read/wall-of.ts';
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { WardrobePage } from '../../../shared/wardrobe.ts';

export type SizeOption = { id: number; label: string; group: string };

/** Reads through a signed-in tab, one request at a time; answers parsed, refusals thrown as `WallMet`. */
export interface SiteReader {
  catalogs(tabId: number): Promise<CatalogNode[]>;
  wardrobe(tabId: number, memberId: string, which: 'active' | 'draft', page: number): Promise<WardrobePage>;
  brands(tabId: number, keyword: string, catalogId: number | null): Promise<{ id: number; title: string }[]>;
  sizes(tabId: number, catalogId: number): Promise<SizeOption[]>;
  conditions(tabId: number, catalogId: number): Promise<number[]>;
  attributes(tabId: number, catalogId: number): Promise<CategoryAttribute[] | null>;
}

export function siteReader(): SiteReader {
  return {
    catalogs: async (tabId) => parseCatalogs(await read(tabId, { what: 'catalogs' })),
    wardrobe: async (tabId, memberId, which, page) =>
      parseWardrobe(await read(tabId, { what: 'wardrobe', memberId, condition: which, page })),
    brands: async (tabId, keyword, catalogId) =>
      parseBrands(await read(tabId, { what: 'brands', keyword, ...(catalogId === null ? {} : { catalogId }) })),
    sizes: async (tabId, catalogId) => parseSizes(await read(tabId, { what: 'size-groups', catalogId })),
    attributes: async (tabId, catalogId) => parseAttributes(await read(tabId, { what: 'attributes', catalogId })),
    conditions: async (tabId, catalogId) => parseConditions(await read(tabId, { what: 'conditions', catalogId })),
  };
}

async function read(tabId: number, wanted: PageIn<'site.read'>): Promise<unknown> {
  const { status, retryAfter, body } = await askTab(tabId, 'site.read', wanted);
  const wall = wallOf(status, body, retryAfter);
  if (wall) throw new WallMet(wall);
  if (status !== 200)
    throw new MessageError({ code: 'site-answer', message: `Vinted answered ${status} for ${wanted.what}.` });
  return body;
}
