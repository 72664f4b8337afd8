import { wordsFor } from '../labels.data.ts';
import { buttonsCalled, languageOf, type Sight } from '../find.ts';
import { queryAll, queryId } from '../query.ts';
import { floatingPanel } from './floating-panel.ts';
import { hasOptions, otherFields, testId } from './options.ts';

/**
 * The panel of one drop-down and whether it is open, read anew each time: the trigger is a toggle, and a click on a
 * guess closes what was meant to open (site.md §3.1).
 */
export type PanelState = 'open' | 'closed' | 'loading';

const byTestId = (id: string): string => `[data-testid=${JSON.stringify(id)}]`;
/** Test ids of one field share a stem: `catalog-select-dropdown-input`, `…-content`, `…-chevron-up` (site.md §3.1). */
const stemOf = (trigger: Element): string | undefined => /^(.+)-input$/.exec(testId(trigger))?.[1];

export function panelState(sight: Sight, trigger: Element): PanelState {
  if (isLoading(sight, trigger)) return 'loading';
  return isOpen(sight, trigger) ? 'open' : 'closed';
}

/**
 * The three signs by test id, any one is enough; where the chevron points down there is nothing to look for. Then two
 * signs that need no test id.
 */
function isOpen(sight: Sight, trigger: Element): boolean {
  const stem = stemOf(trigger);
  const sees = (id: string): boolean => shownIn(sight, sight.document, byTestId(`${stem}-${id}`)) !== undefined;
  if (stem && (sees('content') || sees('chevron-up') || sees('close-button'))) return true;
  if (stem && sees('chevron-down')) return false;
  return trigger.getAttribute('aria-expanded') === 'true' || panelByStructure(sight, trigger) !== undefined;
}

function isLoading(sight: Sight, trigger: Element): boolean {
  const stem = stemOf(trigger);
  const own = `[data-testid^=${JSON.stringify(`${stem}-`)}][data-testid$="--loader"], ${byTestId(`${stem}--loader`)}`;
  return stem !== undefined && shownIn(sight, sight.document, own) !== undefined;
}

function shownIn(sight: Sight, root: Document | Element, selector: string): Element | undefined {
  return queryAll(root, selector).find((element) => sight.layout.shown(element));
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
  const named = controlled ? queryId(sight.document, controlled) : null;
  if (named && sight.layout.shown(named)) return named;
  return blockWithOptions(sight, trigger) ?? floatingPanel(sight, trigger);
}

function blockWithOptions(sight: Sight, trigger: Element): Element | undefined {
  for (let block = trigger.parentElement; block && block !== sight.document.body; block = block.parentElement) {
    if (queryAll(block, otherFields).some((field) => field !== trigger)) return undefined;
    if (hasOptions(sight, block)) return block;
  }
  return undefined;
}

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
