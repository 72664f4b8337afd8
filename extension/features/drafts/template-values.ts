import type { Draft } from '../../../shared/draft.ts';
import { formatMoney } from '../../../shared/price.ts';
import type { TemplateValues } from './template.ts';

/** Words for ids, in the language the listing is written in. */
export type TemplateWords = {
  condition: (id: number) => string;
  color: (id: number) => string;
  material: (material: { id: number | null; label: string }) => string;
  noBrand: string;
  language: string;
};

/** What the variables of a template stand for in one draft; what is open is empty. */
export function templateValues({ fields, suggestion }: Draft, words: TemplateWords): TemplateValues {
  const brand = fields.brand.value;
  return {
    title: fields.title.value ?? '',
    description: suggestion?.description.value ?? '',
    brand: brand === 'none' ? words.noBrand : (brand?.label ?? ''),
    size: fields.size.value?.label ?? '',
    category: fields.category.value?.path.at(-1) ?? '',
    condition: fields.condition.value === null ? '' : words.condition(fields.condition.value),
    colours: (fields.colors.value ?? []).map(words.color).join(', '),
    materials: (fields.materials.value ?? []).map(words.material).join(', '),
    composition: suggestion?.composition.value ?? '',
    measurements: measurementsText(fields.measurements.value),
    price: fields.price.value ? formatMoney(fields.price.value, words.language) : '',
  };
}

/** "52 × 70 cm", "70 cm": width first, as Vinted's form asks for them. */
export function measurementsText(value: Draft['fields']['measurements']['value']): string {
  const known = [value?.width, value?.length].filter(
    (side): side is number => typeof side === 'number' && Number.isFinite(side),
  );
  return known.length > 0 ? `${known.join(' × ')} cm` : '';
}
