import { type Dropdown, dropdown } from '../../hand/choose.ts';
import { type Choosing, pick } from '../../hand/pick.ts';
import type { Control } from '../../selectors.ts';
import { present } from './present.ts';
import { absent, type Filled, refused, type SellPage } from './sell-page.ts';

export const valueShown = (page: SellPage, control: Control): string => dropdown(page.sight, control).value();

/** Fills one drop-down by `choosing` and says how it went. */
export async function fillChoice(
  page: SellPage,
  control: Control,
  choosing: (field: Dropdown) => Choosing,
): Promise<Filled> {
  if (!(await present(page, control))) return absent();
  const field = dropdown(page.sight, control);
  const before = field.value();
  const picked = await pick(page.picker, field, choosing(field));
  switch (picked.is) {
    case 'picked':
      return { is: picked.shows === before && before !== '' ? 'already' : 'filled', shows: picked.shows };
    case 'absent':
      return absent();
    case 'locked':
      return refused(field.value(), 'The list does not open.');
    case 'not-offered':
      return refused(field.value(), 'The site does not offer this choice here.');
    case 'not-kept':
      return refused(picked.shows, 'The page did not keep the choice.');
  }
}
