import type { CategoryAttribute } from '../../db/database.ts';
import { WallMet } from '../../selling/sell-site.ts';
import { MessageError } from '../../messaging/failures.ts';
import { askTab, type PageIn, type PageOut } from '../../messaging/messenger.ts';
import { parseCatalogs } from '../../vinted/read/parse-catalogs.ts';
import { parseAttributes } from '../../vinted/read/parse-attributes.ts';
import { parseBrands, parseConditions, parseSizes } from '../../vinted/read/parse-form-data.ts';
import { parseListing } from '../../vinted/read/parse-listing.ts';
import { parseWardrobe } from '../../vinted/read/parse-wardrobe.ts';
import { wallOf } from '../../vinted/read/wall-of.ts';
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { OwnListing } from '../../../shared/own-listing.ts';
import type { WardrobeEntries } from '../../../shared/wardrobe.ts';

export type SizeOption = { id: number; label: string; group: string };

type Which = NonNullable<PageIn<'site.read'>['condition']> | null;

/** Reads through a signed-in tab, one request at a time; answers parsed, refusals thrown as `WallMet`. */
export interface SiteReader {
  catalogs(tabId: number): Promise<CatalogNode[]>;
  /** `which` null = whatever its state. */
  wardrobe(tabId: number, memberId: string, which: Which, page: number): Promise<WardrobeEntries>;
  /** One own listing whole; null = the site says that there is none of that id. One at a time, never in a loop (site.md §8.2). */
  listing(tabId: number, itemId: string): Promise<OwnListing | null>;
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
    async listing(tabId, itemId) {
      const answer = await askTab(tabId, 'site.read', { what: 'listing', itemId });
      // A 404 of another shape is a retired address or a page in its place: it proves nothing (site.md §8.5).
      return isGone(answer) ? null : parseListing(bodyOf(answer, 'listing'));
    },
    brands: async (tabId, keyword, catalogId) =>
      parseBrands(await read(tabId, { what: 'brands', keyword, ...(catalogId === null ? {} : { catalogId }) })),
    sizes: async (tabId, catalogId) => parseSizes(await read(tabId, { what: 'size-groups', catalogId })),
    attributes: async (tabId, catalogId) => parseAttributes(await read(tabId, { what: 'attributes', catalogId })),
    conditions: async (tabId, catalogId) => parseConditions(await read(tabId, { what: 'conditions', catalogId })),
  };
}

type Answer = PageOut<'site.read'>;

async function read(tabId: number, wanted: PageIn<'site.read'>): Promise<unknown> {
  return bodyOf(await askTab(tabId, 'site.read', wanted), wanted.what);
}

const isGone = ({ status, body }: Answer): boolean =>
  status === 404 && typeof body === 'object' && body !== null && 'code' in body && body.code === 104;

function bodyOf({ status, retryAfter, body }: Answer, what: string): unknown {
  const wall = wallOf(status, body, retryAfter);
  if (wall) throw new WallMet(wall);
  if (status === 0) throw new MessageError({ code: 'offline', message: 'Vinted could not be reached.' });
  if (status !== 200)
    throw new MessageError({ code: 'site-answer', message: `Vinted answered ${status} for ${what}.` });
  return body;
}
