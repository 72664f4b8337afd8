import type { Sight } from '../find.ts';
import type { Hand } from '../hand/hand.ts';
import { instantPace } from '../hand/pacing.ts';

/** A page without a layout: what is marked `hidden` has no size, and nothing lies over anything. */
export const sightOf = (document: Document): Sight => ({
  document,
  layout: {
    shown: (element) => element.isConnected && !element.closest('[hidden]'),
    isDecoy: (element) => element.closest('[aria-hidden="true"]') !== null,
    coveredBy: () => null,
    centre: () => ({ x: 0, y: 0 }),
  },
});

export const handOf = (document: Document, signal = new AbortController().signal): Hand => ({
  document,
  signal,
  pace: instantPace,
  layout: sightOf(document).layout,
  budgets: [60, 120, 240],
  unblock: () => Promise.resolve(false),
});

/** Puts a page together from its HTML. */
export function show(document: Document, html: string, language = 'fr'): void {
  document.documentElement.lang = language;
  document.title = '';
  document.body.replaceChildren(document.createRange().createContextualFragment(html));
}
