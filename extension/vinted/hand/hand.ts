import type { Layout } from './layout.ts';
import type { Pace } from './pacing.ts';
import type { Wait } from './settle.ts';

/** Everything a gesture needs: the page, its looks, the pace, and the way to stop. */
export interface Hand {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly pace: Pace;
  readonly layout: Layout;
  /** Milliseconds for one attempt after the other, growing. */
  readonly budgets: readonly number[];
  /** Something lies over what should be clicked: may it be put away, and was it? */
  unblock(cover: Element): Promise<boolean>;
}

/** The page does not let a field be filled; `message` says why in words. Caught where the field's result is made. */
export class Refused extends Error {
  override name = 'Refused';
}

export const within = (hand: Hand, budget: number): Wait => ({ root: hand.document, signal: hand.signal, budget });
/** The budget of attempt `attempt`, the last one for all later ones. */
export const budgetOf = (hand: Hand, attempt: number): number => hand.budgets[attempt] ?? hand.budgets.at(-1) ?? 0;
