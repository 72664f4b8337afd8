import { conditions, materials, type Choice } from '../data/choices.ts';
import { colors } from '../data/colors.ts';
import type { FormAnswer, FormAttribute, Option, PackageOption } from '../form-answer.ts';
import type { Language } from '../hosts.ts';
import { formOf, isSizeRequired, type FormShape } from '../rules/form-of.ts';
import { modelsOf } from '../rules/models.ts';
import type { Switches } from '../switches.ts';

export const titled = (choices: readonly Choice[], language: Language): Option[] =>
  choices.map(({ id, titles }) => ({ id, title: titles[language] }));

const unitSpace = (text: string): string => text.replace(/(\d) (Go|GB)\b/, '$1\u00A0$2');

const packageWords: Record<number, [fr: string, en: string, de: string]> = {
  1: ['Petit', 'Small', 'Klein'],
  2: ['Moyen', 'Medium', 'Mittel'],
  3: ['Grand', 'Large', 'Groß'],
  8: ["Jusqu'à 5 kg", 'Up to 5 kg', 'Bis 5 kg'],
  9: ["Jusqu'à 10 kg", 'Up to 10 kg', 'Bis 10 kg'],
  10: ["Jusqu'à 20 kg", 'Up to 20 kg', 'Bis 20 kg'],
  11: ["Jusqu'à 5 kg", 'Up to 5 kg', 'Bis 5 kg'],
  12: ["Jusqu'à 10 kg", 'Up to 10 kg', 'Bis 10 kg'],
  13: ["Jusqu'à 20 kg", 'Up to 20 kg', 'Bis 20 kg'],
  14: ["Jusqu'à 30 kg", 'Up to 30 kg', 'Bis 30 kg'],
};
const packageHints: Record<Language, string> = {
  fr: 'Convient à un article qui tient dans ce format.',
  en: 'For an item that fits into this size.',
  de: 'Für Artikel, die in dieses Format passen.',
};

function packagesFor(form: FormShape, language: Language, switches: Switches): PackageOption[] {
  const column = { fr: 0, en: 1, de: 2 }[language];
  return form.packageIds.map((id) => ({
    id,
    title: packageWords[id]![column]!,
    text: packageHints[language],
    is_suggested: switches.packageSuggestion !== 'none' && id === form.suggestedPackageId,
  }));
}

const attribute = (
  code: string,
  type: FormAttribute['configuration']['selection_type'],
  options: Option[],
  required = false,
): FormAttribute => ({
  code,
  title: code,
  configuration: { required, selection_type: type, options },
});

/** Which fields follow a leaf category. Brand, colour and model are required by the server without being flagged (site.md §3.6). */
export function describeForm(catalogId: number, brandId: number, language: Language, switches: Switches): FormAnswer {
  const form = formOf(catalogId, switches.sizeTabs);
  const space = (options: Option[]): Option[] =>
    switches.nonBreakingSpaces ? options.map((one) => ({ ...one, title: unitSpace(one.title) })) : options;
  const offered = conditions.filter(({ id }) => form.conditionIds.includes(id));
  const colorOptions = colors.map(({ id, titles, hex }) => ({ id, title: titles[language], hex }));
  const attributes = [
    form.unisex && attribute('unisex', 'single', []),
    form.brand && attribute('brand', 'single', []),
    form.sizeGroupIds.length > 0 && attribute('size', 'grid', [], isSizeRequired(catalogId)),
    form.measurements && switches.measurements && attribute('measurement', 'text', []),
    attribute('condition', 'single', titled(offered, language), true),
    form.color && attribute('color', 'multi', colorOptions),
    form.material && attribute('material', 'multi', titled(materials, language)),
    form.isbn && attribute('isbn', 'text', []),
    modelsOf(catalogId, brandId).length > 0 && attribute('model', 'single', []),
    ...form.attributes.map((one) => ({
      ...attribute(one.code, 'single', space(titled(one.options, language)), one.required),
      title: one.titles[language],
    })),
  ].filter((one) => one !== false);
  return { attributes, package_sizes: packagesFor(form, language, switches) };
}
