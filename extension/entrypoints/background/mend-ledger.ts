import { browser } from 'wxt/browser';

import { i18n } from '#i18n';

import { ledger } from '../../db/stores.ts';
import type { SealedFlow } from '../../engine/flow.ts';
import { openLedger } from '../../engine/open-ledger.ts';
import { restoreLost } from '../../engine/restore.ts';
import { smallStore } from './small-store.ts';

/**
 * Opens the ledger and brings back what a loss took. After one everything stays stopped until a person looked: pauses of
 * accounts are lost with it. False = there is no ledger to work with.
 */
export async function mendLedger(flows: readonly SealedFlow[], now: number): Promise<boolean> {
  const opened = await openLedger(ledger);
  const restored = opened === 'broken' ? 0 : await restoreLost(ledger, smallStore, flows, now);
  if (opened === 'whole' && restored === 0) return true;
  await browser.storage.local.set({ stopped: { since: now, why: 'ledger-lost' } });
  await browser.notifications.create('ledger-lost', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: 'VintedBot',
    message: i18n.t('publish.ledgerLost'),
  });
  return opened !== 'broken';
}
