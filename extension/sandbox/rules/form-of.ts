import { attributesOf, type Attribute } from './attributes.ts';
import { findCatalog, isUnder } from '../data/catalog.ts';
import { sizeGroups, tabbedGroups } from '../data/choices.ts';

export type FormShape = {
  brand: boolean;
  sizeGroupIds: number[];
  conditionIds: number[];
  color: boolean;
  material: boolean;
  unisex: boolean;
  measurements: boolean;
  isbn: boolean;
  attributes: Attribute[];
  packageIds: number[];
  suggestedPackageId: number;
};

const clothes = [4, 2050, 1195, 1194];
const shoes = [16, 1231];
const books = 2312;
const stamps = 4888;
const electronics = 2994;
const duvetCovers = 1943;
const smartWatches = 3035;
/** No size although under clothes (site.md §3.6: trust the form, not the branch), then the other sizeless ones. */
const sizeless = [1441, 19, 94, 146, 139, 1496, 1934, books, stamps];

function sizeGroupIdsOf(catalogId: number, withTabs: boolean): number[] {
  if (isUnder(catalogId, ...sizeless)) return [];
  if (isUnder(catalogId, smartWatches)) return [72];
  const id = findCatalog(catalogId)?.sizeGroupId;
  if (id === 4 && withTabs) return tabbedGroups.map((group) => group.id);
  return id && sizeGroups.some((group) => group.id === id) ? [id] : [];
}

function conditionIdsOf(catalogId: number): number[] {
  if (isUnder(catalogId, 146, 139)) return [6];
  return isUnder(catalogId, electronics) ? [6, 1, 2, 3, 4, 7] : [6, 1, 2, 3, 4];
}

function packagesOf(catalogId: number): { ids: number[]; suggested: number } {
  if (isUnder(catalogId, 1918)) return { ids: [8, 9, 10], suggested: 8 };
  if (isUnder(catalogId, 1496)) return { ids: [11, 12, 13, 14], suggested: 13 };
  if (isUnder(catalogId, ...shoes)) return { ids: [1, 2, 3], suggested: 2 };
  return { ids: [1, 2, 3], suggested: isUnder(catalogId, 1037, 1206) ? 3 : 1 };
}

/** Which fields the form of a leaf category has (site.md §3.6). */
export function formOf(catalogId: number, withTabs = false): FormShape {
  const plain = isUnder(catalogId, books, stamps, 5424);
  const packages = packagesOf(catalogId);
  return {
    brand: !plain,
    sizeGroupIds: sizeGroupIdsOf(catalogId, withTabs),
    conditionIds: conditionIdsOf(catalogId),
    color: !plain && !isUnder(catalogId, 152, 153, 146, 139, 3678, 3060, 3729),
    material: isUnder(catalogId, ...clothes, ...shoes, 19, 1187, 82, 1919),
    unisex: isUnder(catalogId, 5, 1193),
    measurements: isUnder(catalogId, 4, 2050) && !isUnder(catalogId, 1441),
    isbn: isUnder(catalogId, books),
    attributes: attributesOf(catalogId),
    packageIds: packages.ids,
    suggestedPackageId: packages.suggested,
  };
}

export const isSizeRequired = (catalogId: number): boolean =>
  isUnder(catalogId, ...clothes, ...shoes, duvetCovers, smartWatches) && sizeGroupIdsOf(catalogId, false).length > 0;
