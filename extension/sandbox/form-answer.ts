/** The answer of `item_upload/attributes` and friends, as the page reads it. */
export type Option = { id: number; title: string; hex?: string | null };
export type FormAttribute = {
  code: string;
  title: string;
  configuration: {
    required: boolean;
    selection_type: 'single' | 'multi' | 'text' | 'grid';
    options: Option[];
  };
};
export type PackageOption = { id: number; title: string; text: string; is_suggested: boolean };
export type FormAnswer = { attributes: FormAttribute[]; package_sizes: PackageOption[] };
export type SizeGroupAnswer = { id: number; title: string; sizes: Option[] };
export type BrandAnswer = {
  id: number;
  title: string;
  is_luxury: boolean;
  requires_authenticity_check: boolean;
};
export type CatalogAnswer = { id: number; title: string; catalogs: CatalogAnswer[] };
export type CatalogHit = { id: number; title: string; path: string };
