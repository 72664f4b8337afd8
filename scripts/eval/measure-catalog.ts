import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

import type { CatalogNode } from '../../shared/catalog.ts';
import { catalogTree, findEnglishTitle, type Leaf } from '../../shared/catalog/catalog-tree.ts';
import { kinds } from '../../shared/catalog/kinds.ts';
import { resolveCategory } from '../../shared/catalog/resolve-category.ts';
import { sampleTree } from '../../shared/catalog/sample-tree.ts';
import { searchCatalog } from '../../shared/catalog/search-catalog.ts';
import { kindPaths } from '../../backend/analyser/kind-paths.ts';
import { garmentKinds, type GarmentKind } from '../../shared/garments.ts';

import type { Figure } from './measure.ts';
import { paraphrases } from './paraphrases.ts';

const row = z.object({
  id: z.int(),
  parent: z.nullable(z.int()),
  es: z.string(),
  en: z.optional(z.string()),
  fr: z.optional(z.string()),
});
export type CatalogFile = z.infer<typeof row>[];

/** The whole catalogue where it lies beside the photos, else the small one of the tests. */
export function readCatalog(paths: readonly string[]): CatalogFile | null {
  const path = paths.find((place) => existsSync(place));
  return path === undefined ? null : z.array(row).parse(JSON.parse(readFileSync(path, 'utf8')));
}

export const titled = (file: CatalogFile | null, language: 'en' | 'fr' | 'es'): CatalogNode[] =>
  file
    ? file.map((node) => ({ id: node.id, parent: node.parent, title: node[language] ?? node.en ?? node.es }))
    : sampleTree(language === 'fr' ? 'fr' : 'en');

export function catalogFigures(file: CatalogFile | null, now: () => number): Figure[] {
  const nodes = { en: titled(file, 'en'), fr: titled(file, 'fr'), es: titled(file, 'es') };
  return [
    kindsToLeaves(nodes.es),
    ...(['en', 'fr', 'es'] as const).flatMap((language) => ownPaths(nodes[language], language)),
    englishPaths(nodes.es),
    paraphrased(nodes.en, nodes.es, file === null),
    searchSpeed(nodes.en, now),
  ];
}

/** From the classifier's word to a leaf the kinds table calls acceptable, for each audience that wears it. */
function kindsToLeaves(nodes: CatalogNode[]): Figure {
  const leaves = catalogTree(nodes).leaves;
  const cases = garmentKinds.flatMap((kind) =>
    audiencesOf(kind)
      .filter(({ id }) => leaves.has(id))
      .map(({ audience }) => ({ kind, audience })),
  );
  const right = cases.filter(({ kind, audience }) => {
    const { best } = resolveCategory({ category: kindPaths[kind], audience }, nodes, 'es');
    return best !== null && leaves.get(best.id)?.audience === audience && isAcceptable(kind, best.id);
  });
  return {
    name: 'category: kind leads to an acceptable leaf',
    value: right.length / cases.length,
    demand: 0.95,
    of: cases.length,
  };
}

/** Other names of one kind are as good: a jacket is a coat to some. */
const relatives: Record<GarmentKind, RegExp> = {
  dress: /dress$/,
  hat: /^(hat|cap|beanie)$/,
  longsleeve: /^(longsleeve|top)$/,
  outwear: /(jacket|coat|outwear|parka|windbreaker|gilet)$/,
  pants: /(pants|jeans|trousers|chinos|joggers|leggings)$/,
  shirt: /(shirt|blouse)$/,
  shoes: /(shoes|trainers|boots|sandals|heels|loafers)$/,
  shorts: /shorts$/,
  skirt: /skirt$/,
  't-shirt': /t-shirt$/,
};

const isAcceptable = (kind: GarmentKind, id: number): boolean =>
  kinds.some(({ name, leaves }) => relatives[kind].test(name) && Object.values(leaves).some((leaf) => leaf.id === id));

const audiencesOf = (kind: GarmentKind): { audience: 'women' | 'men' | 'girls' | 'boys'; id: number }[] =>
  (['women', 'men', 'girls', 'boys'] as const).flatMap((audience) => {
    const leaf = kinds.find(({ name }) => name === kind)?.leaves[audience];
    return leaf ? [{ audience, id: leaf.id }] : [];
  });

function ownPaths(nodes: CatalogNode[], language: string): Figure[] {
  const leaves = [...catalogTree(nodes).leaves.values()];
  const lastTwo = leaves.filter((_, index) => index % Math.ceil(leaves.length / 300) === 0);
  return [
    {
      ...returned(leaves, (leaf) => leaf.titles.join(' > '), nodes, language),
      name: `category: own path returns (${language})`,
      demand: 0.97,
    },
    {
      ...returned(lastTwo, (leaf) => leaf.titles.slice(-2).join(' > '), nodes, language),
      name: `category: last two titles return (${language})`,
      demand: null,
    },
  ];
}

function englishPaths(nodes: CatalogNode[]): Figure {
  const leaves = [...catalogTree(nodes).leaves.values()].filter(({ ids }) =>
    ids.every((id) => findEnglishTitle(id) !== undefined),
  );
  const path = (leaf: Leaf): string => leaf.ids.map((id) => findEnglishTitle(id) ?? '').join(' > ');
  return { ...returned(leaves, path, nodes, 'es'), name: 'category: English path in a Spanish tree', demand: 0.97 };
}

function returned(
  leaves: readonly Leaf[],
  path: (leaf: Leaf) => string,
  nodes: CatalogNode[],
  language: string,
): Omit<Figure, 'name' | 'demand'> {
  const right = leaves.filter(
    (leaf) => resolveCategory({ category: path(leaf), audience: leaf.audience }, nodes, language).best?.id === leaf.id,
  );
  return { value: leaves.length === 0 ? null : right.length / leaves.length, of: leaves.length };
}

/** Words as a vision model puts them, in a tree of either language. */
function paraphrased(english: CatalogNode[], spanish: CatalogNode[], isSample: boolean): Figure {
  const known = catalogTree(english).leaves;
  const cases = paraphrases.filter(({ accepted }) => !isSample || accepted.some((id) => known.has(id)));
  const right = cases.filter(({ words, audience, accepted }) =>
    [english, spanish].every((nodes) =>
      accepted.includes(resolveCategory({ category: words, audience }, nodes, 'en').best?.id ?? 0),
    ),
  );
  return { name: 'category: a model’s own words', value: right.length / cases.length, demand: 0.9, of: cases.length };
}

/** Milliseconds a key of the picker, slowest of the typing of a few words; demanded below 5, hence the share of keys. */
function searchSpeed(nodes: CatalogNode[], now: () => number): Figure {
  searchCatalog('warm', nodes, 'en');
  const queries = ['dress', 'sneakers', 'long sleeve top', 'swetshirt', 'womens jeans'].flatMap((query) =>
    [...query].map((_, index) => query.slice(0, index + 1)),
  );
  const quick = queries.filter((query) => {
    const start = now();
    searchCatalog(query, nodes, 'en');
    return now() - start < 5;
  });
  return {
    name: 'category: picker’s keys answered in 5 ms',
    value: quick.length / queries.length,
    demand: null,
    of: queries.length,
  };
}
