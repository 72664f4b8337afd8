import type { Fault, Switches } from '../sandbox/switches.ts';
import { book, type Kind } from './forms.ts';
import type { Killer } from './killers.ts';

/** How the site behaves while a work is cut, and what of the matrix that leaves. */
export type Variant = {
  switches?: Partial<Switches>;
  faults?: Fault[];
  /** Works that know it; all when absent. */
  parts?: readonly string[];
  /** Killers that would undo it. */
  without?: readonly Killer[];
  /** The only kind of listing it is about. */
  kind?: Kind;
  /** The site takes nothing: all stays as it was, and the seller is told. */
  isRefused?: boolean;
};

/** Each variant of the site that site.md §3 and §8 know. */
const all: Readonly<Record<string, Variant>> = {
  'panels with Done': { switches: { panelClosing: 'done-required' } },
  'panels with Save': { switches: { panelClosing: 'save-button' } },
  'panels as dialogs': { switches: { panelShape: 'modal', triggersReplaced: true } },
  'late fields': {
    switches: { packageSuggestion: 'late', sizesInWaves: true, pricePlace: 'after-category', fieldMs: 250 },
  },
  'listed late': { switches: { visibilityLagMs: 1_500 } },
  'a check after publishing': { switches: { afterPublish: 'verification-modal' } },
  'prices with a comma': { switches: { decimalSign: 'comma', priceLost: 'cleared' } },
  'test ids moved': { switches: { testIdsMoved: true } },
  'copies under review': { switches: { underReview: true }, parts: ['relist'] },
  'an ISBN refused at the publish': {
    faults: [{ at: 'publish', is: 'validation', field: 'isbn', times: 'always' }],
    parts: ['relist', 'publish'],
    without: ['answer'],
    kind: book,
    isRefused: true,
  },
};

/** The site as it is, or its variants by themselves (KILL_VARIANTS: `all`, or some names with commas). */
export function variantsAsked(): [string, Variant][] {
  const asked = process.env['KILL_VARIANTS'];
  if (asked === undefined) return [['', {}]];
  return Object.entries(all).filter(([name]) => asked === 'all' || asked.split(',').includes(name));
}
