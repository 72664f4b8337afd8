import type { CatalogNode } from '../../../shared/catalog.ts';
import type { CategoryAttribute } from '../../db/database.ts';
import { knownAttributes, type OfferedAttribute } from './known-attributes.ts';

export type SizeOption = { id: number; label: string; group: string };
/** What the site's own form offers in a category, as read from it; null = not read yet. */
export type CategoryOptions = {
  sizes: SizeOption[];
  conditions: number[];
  attributes?: CategoryAttribute[] | null;
};
/** `must` = Vinted refuses the listing without it; `may` = it is asked or not, the form decides; `absent` = no such field. */
export type Need = 'must' | 'may' | 'absent';

export type CategoryRules = {
  /** false = the site has no such category (any more), or it is a branch; null = its catalogue was not read yet. */
  isLeaf: boolean | null;
  options: CategoryOptions | null;
  brand: Need;
  color: Need;
  size: Need;
  model: Need;
  isbn: boolean;
  /** Lists only this category has: storage, SIM lock, platform … */
  attributes: OfferedAttribute[];
};

type Needs = Pick<CategoryRules, 'brand' | 'color' | 'size' | 'model' | 'isbn'>;
const wear: Needs = { brand: 'must', color: 'must', size: 'must', model: 'absent', isbn: false };
const unsized: Needs = { ...wear, size: 'absent' };
const open: Needs = { brand: 'may', color: 'may', size: 'may', model: 'absent', isbn: false };
const bare: Needs = { brand: 'absent', color: 'absent', size: 'absent', model: 'absent', isbn: false };

/** site.md §3.6 by the ids of §4.7, which are the same in every country. The nearest ancestor named here decides. */
const needsById = new Map<number, Needs>([
  // Women and men: clothes, shoes; bags have no size; accessories and beauty as the form says.
  ...[4, 16, 2050, 1231, 1195, 1194].map((id) => [id, wear] as const),
  ...[19, 94, 1496].map((id) => [id, unsized] as const),
  ...[1904, 5, 1193].map((id) => [id, { ...wear, size: 'may' } as Needs] as const),
  ...[146, 139].map((id) => [id, open] as const),
  // Sports glasses sit in a clothes branch and have no size: the form decides there.
  ...[73, 30].map((id) => [id, { ...wear, size: 'may' } as Needs] as const),
  // Mobile phones only: the branch also holds their cases and chargers.
  [3661, { ...open, brand: 'must', color: 'must', model: 'must' }],
  [1934, { ...unsized, size: 'may' }],
  [1919, { ...open, size: 'may' }],
  [2312, { ...bare, isbn: true }],
  [5424, bare],
  [4888, bare],
  [4895, bare],
  [4894, bare],
]);

/**
 * What the form of a category asks for. `options`, read from the site, beats everything derived from the branch;
 * `language` is the site's own.
 */
export function rulesFor(
  categoryId: number,
  index: CatalogIndex | null,
  options: CategoryOptions | null,
  language = 'en',
): CategoryRules {
  const needs = index ? needsOf(categoryId, index) : { ...wear, size: 'may' as const };
  const size = options ? (options.sizes.length > 0 ? 'must' : 'absent') : needs.size;
  const isLeaf = index ? index.byId.has(categoryId) && !index.children.has(categoryId) : null;
  const attributes = options?.attributes?.map((one) => ({ ...one, told: true }));
  return { ...needs, size, isLeaf, options, attributes: attributes ?? knownAttributes(categoryId, language) };
}

export type CatalogIndex = {
  nodes: CatalogNode[];
  byId: Map<number, CatalogNode>;
  children: Map<number | null, CatalogNode[]>;
};

export function indexCatalog(nodes: CatalogNode[]): CatalogIndex {
  const children = new Map<number | null, CatalogNode[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  return { nodes, byId: new Map(nodes.map((node) => [node.id, node])), children };
}

/** A leaf as a draft holds it: its path in the site's words and as ids, which hold in every language. */
export function categoryAt(id: number, index: CatalogIndex): { id: number; path: string[]; ids: number[] } | null {
  const nodes = pathTo(id, index);
  return nodes.length === 0 ? null : { id, path: nodes.map(({ title }) => title), ids: nodes.map((node) => node.id) };
}

/** From the root down to the node itself; a loop in bad data ends the walk. */
export function pathTo(id: number, index: CatalogIndex): CatalogNode[] {
  const path: CatalogNode[] = [];
  for (let node = index.byId.get(id); node && !path.includes(node); node = index.byId.get(node.parent ?? -1))
    path.unshift(node);
  return path;
}

function needsOf(id: number, index: CatalogIndex): Needs {
  const path = pathTo(id, index).toReversed();
  for (const node of path) {
    const needs = needsById.get(node.id);
    if (needs) return needs;
  }
  return open;
}
