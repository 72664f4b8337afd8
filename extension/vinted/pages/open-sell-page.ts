import type { Hand } from '../hand/hand.ts';
import type { Layout } from '../hand/layout.ts';
import type { Pace } from '../hand/pacing.ts';
import { budgets, until } from '../hand/settle.ts';
import type { Sight } from '../find.ts';
import { dismiss, isCookieBanner, messageDialog, refuseCookies } from './modals.ts';
import type { Memory, SellPage } from './sell/sell-page.ts';
import type { Traffic } from './traffic.ts';

type Parts = {
  document: Document;
  layout: Layout;
  pace: Pace;
  signal: AbortSignal;
  traffic: Traffic;
  memory: Memory;
  photo: SellPage['photo'];
  progress: SellPage['progress'];
};

/** The upload form of this document, ready for one errand. */
export function openSellPage({ document, layout, pace, signal, traffic, memory, photo, progress }: Parts): SellPage {
  const sight: Sight = { document, layout };
  const hand: Hand = { document, signal, pace, layout, budgets, unblock: (cover) => unblock(sight, signal, cover) };
  return { hand, sight, picker: { hand, sight, closer: memory.closer }, traffic, memory, photo, progress };
}

/** Puts away what lies over the form, if it may be: the cookie banner (refused) and messages that only inform. */
async function unblock(sight: Sight, signal: AbortSignal, cover: Element): Promise<boolean> {
  const dialog = messageDialog(sight);
  const done = isCookieBanner(cover) ? refuseCookies(sight) : dialog !== undefined && dismiss(sight, dialog);
  if (!done) return false;
  const gone = (): boolean => !cover.isConnected || !sight.layout.shown(cover);
  await until(gone, { root: sight.document, signal, budget: budgets[0] });
  return true;
}
