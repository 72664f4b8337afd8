import { i18n } from '#i18n';
import { colors, conditions, packageIds, type PackageCode } from '../../shared/vocabulary.ts';
import { materials } from '../../shared/materials.ts';

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

const camel = <S extends string>(code: S): Camel<Lowercase<S>> =>
  // The type checker cannot follow `replaceAll` over a literal.
  code.toLowerCase().replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as Camel<Lowercase<S>>;

/** Words for Vinted's ids; an id nobody knows yet shows as its number rather than as nothing. */
export function conditionWords(id: number): string {
  const known = conditions.find((condition) => condition.id === id);
  return known ? i18n.t(`condition.${camel(known.code)}`) : `#${id}`;
}

export function colorWords(id: number): string {
  const known = colors.find((color) => color.id === id);
  return known ? i18n.t(`color.${camel(known.code)}`) : `#${id}`;
}

export function materialWords(material: { id: number | null; label: string }): string {
  const known = materials.find((one) => one.id === material.id);
  return known ? i18n.t(`material.${camel(known.code)}`) : material.label;
}

export function parcelWords(id: number): string {
  const known = (Object.keys(packageIds) as PackageCode[]).find((code) => packageIds[code] === id);
  return known ? i18n.t(`parcel.${known}`) : `#${id}`;
}
