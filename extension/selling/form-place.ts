import type { Place } from '../engine/flow.ts';
import type { SellState } from './sell-state.ts';

/** Path of the form this job fills: a new listing, or the Vinted draft it completes (site.md §2). */
export const formPath = ({ input }: SellState): string =>
  input.vintedId === null ? '/items/new' : `/items/${input.vintedId}/edit`;

export const formPlace = (state: SellState): Place =>
  state.input.sellerTab === null
    ? { tab: 'work', market: state.input.market, path: formPath(state) }
    : { tab: 'seller', tabId: state.input.sellerTab };
