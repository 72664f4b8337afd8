import { wordsFor } from '../labels.data.ts';
import { buttonsCalled, languageOf, type Sight } from '../find.ts';

/**
 * The panel of one drop-down and whether it is open, read anew each time: the trigger is a toggle, and a click on a
 * guess closes what was meant to open (site.md §3.1).
 */
export type PanelState = 'open' | 'closed' | 'loading';

const testId = (element: Element): string => element.getAttribute('data-testid') ?? '';
const byTestId = (id: string): string => `[data-testid=${JSON.stringify(id)}]`;
/** Things one can choose, whatever the variant calls them. */
export const options =
  '[role="radio"], [role="checkbox"], [role="option"], [role="menuitemradio"], input[type="radio"], input[type="checkbox"]';
const optionRow = /^(catalog|brand|suggested-brand|brand-radio|condition|color|suggested-color|material|model)-\d+/;
/** No panel reaches over these: climbing from one field stops where another begins. */
const otherFields =
  'textarea, input[type="file"], #title, #price, #category, #brand, #size, #condition, #color, #material, #model';

/** Test ids of one field share a stem: `catalog-select-dropdown-input`, `…-content`, `…-chevron-up` (site.md §3.1). */
const stemOf = (trigger: Element): string | undefined => /^(.+)-input$/.exec(testId(trigger))?.[1];

export function panelState(sight: Sight, trigger: Element): PanelState {
  if (isLoading(sight, trigger)) return 'loading';
  return signsOfOpen(sight, trigger).some(Boolean) ? 'open' : 'closed';
}

/** The three signs by test id, then two that need none: any one is enough. */
function signsOfOpen(sight: Sight, trigger: Element): boolean[] {
  const stem = stemOf(trigger);
  const sees = (id: string): boolean => shownIn(sight, sight.document, byTestId(id)) !== undefined;
  const byStem = stem ? [sees(`${stem}-content`), sees(`${stem}-chevron-up`), sees(`${stem}-close-button`)] : [];
  return [...byStem, trigger.getAttribute('aria-expanded') === 'true', panelByStructure(sight, trigger) !== undefined];
}

function isLoading(sight: Sight, trigger: Element): boolean {
  const stem = stemOf(trigger);
  const own = `[data-testid^=${JSON.stringify(`${stem}-`)}][data-testid$="--loader"], ${byTestId(`${stem}--loader`)}`;
  return stem !== undefined && shownIn(sight, sight.document, own) !== undefined;
}

function shownIn(sight: Sight, root: Document | Element, selector: string): Element | undefined {
  return [...root.querySelectorAll(selector)].find((element) => sight.layout.shown(element));
}

/** Where the options of an open panel are; the whole document when only the chevron says that it is open. */
export function panelOf(sight: Sight, trigger: Element): Element {
  const stem = stemOf(trigger);
  const content = stem ? shownIn(sight, sight.document, byTestId(`${stem}-content`)) : undefined;
  return content ?? panelByStructure(sight, trigger) ?? sight.document.body;
}

/** Without test ids: what the trigger controls, the open dialog of options, or the options inside the field's own block. */
export function panelByStructure(sight: Sight, trigger: Element): Element | undefined {
  const controlled = trigger.getAttribute('aria-controls') ?? trigger.getAttribute('aria-owns');
  const named = controlled ? sight.document.getElementById(controlled) : null;
  if (named && sight.layout.shown(named)) return named;
  return blockWithOptions(sight, trigger);
}

function blockWithOptions(sight: Sight, trigger: Element): Element | undefined {
  for (let block = trigger.parentElement; block && block !== sight.document.body; block = block.parentElement) {
    if ([...block.querySelectorAll(otherFields)].some((field) => field !== trigger)) return undefined;
    if (hasOptions(sight, block)) return block;
  }
  return undefined;
}

export const hasOptions = (sight: Sight, root: Element): boolean =>
  [...root.querySelectorAll(`${options}, [id], [data-testid]`)].some(
    (element) => (element.matches(options) || isOptionRow(element)) && sight.layout.shown(element),
  );

export const isOptionRow = (element: Element): boolean => optionRow.test(element.id) || optionRow.test(testId(element));

/** “Fait”: the only way to keep a choice where it exists (site.md §3.1). */
export function doneButton(sight: Sight, trigger: Element): Element | undefined {
  const known = shownIn(sight, sight.document, byTestId('input-dropdown-save-button'));
  if (known) return known;
  const words = wordsFor('done', languageOf(sight.document));
  const panel = panelOf(sight, trigger);
  const around = panel === sight.document.body ? panel : (panel.parentElement ?? panel);
  return buttonsCalled(around, words).find((button) => sight.layout.shown(button));
}

export function closeButton(sight: Sight, trigger: Element): Element | undefined {
  const stem = stemOf(trigger);
  const known = stem ? shownIn(sight, sight.document, byTestId(`${stem}-close-button`)) : undefined;
  if (known) return known;
  const words = wordsFor('dismiss', languageOf(sight.document));
  return buttonsCalled(panelOf(sight, trigger), words).find((button) => sight.layout.shown(button));
}
