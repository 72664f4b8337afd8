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
}
