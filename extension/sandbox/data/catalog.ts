import rows from './catalogs.data.json' with { type: 'json' };
import type { Language } from '../hosts.ts';

export type CatalogNode = {
  id: number;
  parentId: number | null;
  titles: Record<Language, string>;
  sizeGroupId: number | null;
  childIds: number[];
};

const row = (values: (string | number)[]): CatalogNode => {
  const [id, parent, fr, en, de, sizeGroup] = values as [number, number, string, string, string, number];
  return {
    id,
    parentId: parent || null,
    titles: { fr, en, de: de || en },
    sizeGroupId: sizeGroup || null,
    childIds: [],
  };
};

export const catalogNodes: readonly CatalogNode[] = rows.map(row);
const byId = new Map(catalogNodes.map((node) => [node.id, node]));
for (const node of catalogNodes) if (node.parentId) byId.get(node.parentId)?.childIds.push(node.id);

export const findCatalog = (id: number): CatalogNode | undefined => byId.get(id);

export const isLeaf = (id: number): boolean => byId.get(id)?.childIds.length === 0;

/** From the root down to the node itself. */
export function catalogPath(id: number): CatalogNode[] {
  const node = byId.get(id);
  if (!node) return [];
  return node.parentId ? [...catalogPath(node.parentId), node] : [node];
}

export const isUnder = (id: number, ...ancestors: number[]): boolean =>
  catalogPath(id).some((node) => ancestors.includes(node.id));

export type CatalogTree = { id: number; title: string; catalogs: CatalogTree[] };

function branch(node: CatalogNode, language: Language): CatalogTree {
  const children = node.childIds.map((id) => branch(byId.get(id)!, language));
  return { id: node.id, title: node.titles[language], catalogs: children };
}

export const catalogTree = (language: Language): CatalogTree[] =>
  catalogNodes.filter((node) => !node.parentId).map((node) => branch(node, language));

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Leaves whose title or breadcrumb holds every word of the keyword. */
export function searchCatalog(keyword: string, language: Language): CatalogNode[] {
  const words = plain(keyword).split(/\s+/).filter(Boolean);
  const text = (id: number): string =>
    plain(
      catalogPath(id)
        .map((node) => node.titles[language])
        .join(' '),
    );
  if (words.length === 0) return [];
  return catalogNodes
    .filter((node) => node.childIds.length === 0 && words.every((word) => text(node.id).includes(word)))
    .slice(0, 40);
}
