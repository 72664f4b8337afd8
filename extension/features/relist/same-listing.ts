import type { FormField, ListingForm } from '../../../shared/listing-form.ts';

/** Fields in which two forms differ, photos apart. What the site reorders or respells without meaning is the same. */
export function differences(one: ListingForm, other: ListingForm): FormField[] {
  const fields = Object.keys(one).filter((field): field is FormField => field !== 'photos');
  return fields.filter((field) => plain(one, field) !== plain(other, field));
}

function plain(form: ListingForm, field: FormField): string {
  switch (field) {
    case 'category':
      return String(form.category?.id ?? null);
    case 'brand':
      return form.brand === 'none' || form.brand === null ? 'none' : named(form.brand);
    case 'size':
    case 'model':
      return named(form[field]);
    case 'colors':
      return (form.colors ?? []).toSorted((a, b) => a - b).join();
    case 'materials':
      return (form.materials ?? []).map(named).toSorted().join();
    case 'attributes':
      return Object.entries(form.attributes)
        .map(([code, option]) => `${code}=${named(option)}`)
        .toSorted()
        .join();
    case 'title':
    case 'description':
      return text(form[field] ?? '');
    case 'unisex':
      return String(form.unisex ?? false);
    case 'price':
      return form.price ? `${form.price.amount} ${form.price.currency}` : '';
    case 'condition':
    case 'isbn':
    case 'measurements':
    case 'package':
    case 'photos':
      return JSON.stringify(form[field] ?? null);
  }
}

const named = (option: { id: number | null; label: string } | null): string =>
  option === null ? '' : option.id === null ? text(option.label).toLowerCase() : String(option.id);

const text = (value: string): string =>
  value
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \u00A0]+/g, ' ')
    .trim();
