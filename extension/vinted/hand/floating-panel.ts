import type { Sight } from '../find.ts';
import { queryAll, queryId, queryOne } from '../query.ts';
import { textOf } from '../text.ts';
import { hasSeveralOptions, otherFields, prefixOf } from './options.ts';

/**
 * A list of choices that floats apart from its field: a dialog (site.md §9: the modal variant of August 2026) or a block
 * at the end of the page. Whose it is tell the ids of its rows, then its name; where neither does it is the open one's,
 * as only one can lie on top.
 */
export function floatingPanel(sight: Sight, trigger: Element): Element | undefined {
  const dialogs = queryAll(sight.document, '[role="dialog"], [role="listbox"], [aria-modal="true"]');
  return [...dialogs.filter(isFree), ...blocksApart(sight.document)].find(
    (panel) =>
      sight.layout.shown(panel) &&
      (isNamedAfter(sight, panel, trigger) || (hasSeveralOptions(sight, panel) && mayBelongTo(sight, panel, trigger))),
  );
}

/** Not inside the block of one field, whose own it would be. */
function isFree(dialog: Element): boolean {
  for (let block = dialog.parentElement; block; block = block.parentElement) {
    const fields = queryAll(block, otherFields).length;
    if (fields > 0) return fields > 1;
  }
  return true;
}

const foreign = '#onetrust-consent-sdk, vintedbot-panel, header, footer, main, nav';

/** Children of the body that are neither the form nor the page’s frame; of a mere wrapper, what it wraps. */
const blocksApart = ({ body }: Document): Element[] =>
  [...body.children]
    .filter((block) => !block.matches(foreign) && queryOne(block, `${otherFields}, ${foreign}`) === null)
    .map((block) => (block.children.length === 1 && block.firstElementChild ? block.firstElementChild : block));

/** A list that is still empty is known by its name alone. */
function isNamedAfter(sight: Sight, panel: Element, trigger: Element): boolean {
  const name = panel.matches('[role]') ? titleOf(sight, panel) : '';
  return name !== '' && name === titleOf(sight, trigger);
}

function mayBelongTo(sight: Sight, panel: Element, trigger: Element): boolean {
  const prefix = queryAll(panel, '[id], [data-testid]').flatMap((row) => prefixOf(row) ?? [])[0];
  if (prefix) return (trigger.id || trigger.getAttribute('name')) === (fieldOfRow[prefix] ?? prefix);
  const [name, own] = [titleOf(sight, panel), titleOf(sight, trigger)];
  return name === '' || own === '' || name === own;
}

const fieldOfRow: Readonly<Record<string, string>> = {
  catalog: 'category',
  'suggested-brand': 'brand',
  'brand-radio': 'brand',
  'suggested-color': 'color',
};

/** Its own name, the text of what names it, or its label's. */
function titleOf({ document }: Sight, element: Element): string {
  const own = element.getAttribute('aria-label')?.trim();
  const by = element.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  const named = by ? queryId(document, by) : undefined;
  const label = element.id ? queryOne(document, `label[for=${JSON.stringify(element.id)}]`) : null;
  return own || (named && textOf(named)) || (label ? textOf(label) : '');
}
