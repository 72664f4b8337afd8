import type { CatalogNode } from '../catalog.ts';
import type { Audience } from '../vocabulary.ts';

import englishTitles from './english-titles.data.json' with { type: 'json' };

export type Leaf = { id: number; titles: string[]; ids: number[]; audience: Audience | null };
export type CatalogTree = {
  leaves: ReadonlyMap<number, Leaf>;
  /** Leaves under each node. */
  under: ReadonlyMap<number, readonly Leaf[]>;
  titles: ReadonlyMap<number, string>;
};

/** Roots of the catalogue by audience: women, men, girls' and boys' clothes (site.md §4.7). */
const audienceRoots = new Map<number, Audience>([
  [1904, 'women'],
  [5, 'men'],
  [1195, 'girls'],
  [1194, 'boys'],
]);

/** Maternity wear and sports wear repeat the names of ordinary clothes: meant only when said. */
const specialBranches = new Set([1176, 73, 30]);
export const isSpecial = (leaf: Leaf): boolean => leaf.ids.some((id) => specialBranches.has(id));

const built = new WeakMap<readonly CatalogNode[], CatalogTree>();

/** The same list of nodes is indexed once; a tree that loops or names a parent it lacks is cut there, never followed. */
export function catalogTree(nodes: readonly CatalogNode[]): CatalogTree {
  const known = built.get(nodes);
  if (known) return known;
  const tree = buildTree(nodes);
  built.set(nodes, tree);
  return tree;
}

function buildTree(nodes: readonly CatalogNode[]): CatalogTree {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Set(nodes.map((node) => node.parent));
  const leaves = new Map<number, Leaf>();
  const under = new Map<number, Leaf[]>();
  for (const node of nodes) {
    if (parents.has(node.id)) continue;
    const leaf = leafOf(node, byId);
    leaves.set(leaf.id, leaf);
    for (const id of leaf.ids) under.set(id, [...(under.get(id) ?? []), leaf]);
  }
  return { leaves, under, titles: new Map(nodes.map((node) => [node.id, node.title])) };
}

function leafOf(node: CatalogNode, byId: ReadonlyMap<number, CatalogNode>): Leaf {
  const chain: CatalogNode[] = [];
  for (let at: CatalogNode | undefined = node; at && !chain.includes(at); at = byId.get(at.parent ?? 0))
    chain.unshift(at);
  const ids = chain.map(({ id }) => id);
  const root = ids.findLast((id) => audienceRoots.has(id));
  return { id: node.id, titles: chain.map(({ title }) => title), ids, audience: audienceRoots.get(root ?? 0) ?? null };
}

const english: Readonly<Record<string, string>> = englishTitles;

/** The English title of a node, known for clothes, shoes and most accessories. */
export const findEnglishTitle = (id: number): string | undefined => english[id];
