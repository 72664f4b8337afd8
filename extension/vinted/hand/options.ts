import type { Sight } from '../find.ts';
import { queryAll } from '../query.ts';

export const testId = (element: Element): string => element.getAttribute('data-testid') ?? '';

/** Things one can choose, whatever the variant calls them. */
const options =
  '[role="radio"], [role="checkbox"], [role="option"], [role="menuitemradio"], input[type="radio"], input[type="checkbox"]';
const optionRow = /^(catalog|brand|suggested-brand|brand-radio|condition|color|suggested-color|material|model)-\d+/;
/** No panel reaches over these: climbing from one field stops where another begins. */
export const otherFields =
  'textarea, input[type="file"], #title, #price, #category, #brand, #size, #condition, #color, #material, #model';

/** What a row is a choice of, by its id or test id: `brand` of `brand-53`. */
export const prefixOf = (element: Element): string | undefined =>
  (optionRow.exec(element.id) ?? optionRow.exec(testId(element)))?.[1];

const optionsIn = (sight: Sight, root: Element): Element[] =>
  queryAll(root, `${options}, [id], [data-testid]`).filter(
    (element) => (element.matches(options) || prefixOf(element) !== undefined) && sight.layout.shown(element),
  );

export const hasOptions = (sight: Sight, root: Element): boolean => optionsIn(sight, root).length > 0;

/** A single box to tick is no list of choices. */
export const hasSeveralOptions = (sight: Sight, root: Element): boolean => optionsIn(sight, root).length > 1;
