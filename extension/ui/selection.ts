/** Which rows are chosen, and from where a range with Shift starts. */
export type Selection = { chosen: ReadonlySet<string>; anchor: string | null };

export const nothingChosen: Selection = { chosen: new Set(), anchor: null };

/** A click or key on one row: plain toggles it, with `range` everything from the anchor to it is chosen. */
export function choose(selection: Selection, order: readonly string[], id: string, range: boolean): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (range && from >= 0 && to >= 0) {
    const span = order.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { chosen: new Set([...selection.chosen, ...span]), anchor: selection.anchor };
  }
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, anchor: id };
}

export const chooseAll = (order: readonly string[]): Selection => ({ chosen: new Set(order), anchor: null });

/** What remains chosen of what still exists, in the order shown. */
export const stillChosen = (selection: Selection, order: readonly string[]): string[] =>
  order.filter((id) => selection.chosen.has(id));
