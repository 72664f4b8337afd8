import type { ListingForm } from '../../../../shared/listing-form.ts';
import { find } from '../../find.ts';
import { controls } from '../../selectors.ts';
import type { Filled, SellField, SellPage } from './sell-page.ts';
import { fillText, valueOf } from './text-field.ts';

const sides = ['width', 'length'] as const;
type Side = (typeof sides)[number];

const wantedOf = (form: ListingForm): [Side, string][] =>
  sides.flatMap((side) => {
    const value = form.measurements?.[side] ?? null;
    return value === null ? [] : [[side, String(value)]];
  });

const shownOf = (page: SellPage, side: Side): string => valueOf(find(page.sight, controls[side]));
const numberIn = (text: string): number => Number(text.replace(',', '.').replace(/[^\d.]/g, ''));

/** Centimetres, native inputs, recommended only (site.md §3.2). */
export const measurements: SellField = {
  wants: (form) => (wantedOf(form).length > 0 ? form.measurements : null),
  shows: (page) => sides.map((side) => shownOf(page, side)).join(' × '),
  holds: (page, form) => wantedOf(form).every(([side, value]) => numberIn(shownOf(page, side)) === Number(value)),
  fill: async (page, form) => {
    const results: Filled[] = [];
    for (const [side, value] of wantedOf(form)) results.push(await fillText(page, controls[side], value));
    const worst = ['refused', 'absent', 'filled', 'already'].find((is) => results.some((result) => result.is === is));
    return {
      ...(results.find((result) => result.is === worst) ?? { is: 'absent', shows: '' }),
      shows: measurements.shows(page),
    };
  },
};
