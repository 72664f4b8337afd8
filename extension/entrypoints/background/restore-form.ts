import { fillOrder } from '../../messaging/page-protocol.ts';
import type { PublishState } from '../../features/publish/publish-state.ts';
import { askTab } from '../../messaging/messenger.ts';

/**
 * Undo: brings back what the seller's own form held before the panel filled it. Photos stay as they are: bytes that the
 * seller had chosen in the page are not ours to put back.
 */
export async function restoreForm(tabId: number, state: PublishState, leaseToken: string): Promise<void> {
  if (!state.before) return;
  for (const field of fillOrder) {
    if (field === 'photos') continue;
    await askTab(tabId, 'sell.fill', { leaseToken, form: state.before, field, pacing: 'instant' });
  }
}
