import { browser } from 'wxt/browser';

import { i18n } from '#i18n';

import { ledger } from '../../db/stores.ts';
import type { SealedFlow } from '../../engine/flow.ts';
import { openLedger } from '../../engine/open-ledger.ts';
import { restoreLost } from '../../engine/restore.ts';
import { type Telling, toldWhenStuck } from '../../engine/stuck.ts';
import { notify } from './notify.ts';
import { smallStore } from './small-store.ts';

/**
 * Opens the ledger and brings back what a loss took. After one everything stays stopped until a person looked: pauses of
 * accounts are lost with it. False = there is no ledger to work with.
 */
export async function mendLedger(flows: readonly SealedFlow[], telling: Telling, now: number): Promise<boolean> {
  const opened = await toldWhenStuck(openLedger(ledger), telling);
  const restored = opened === 'broken' ? 0 : await restoreLost(ledger, smallStore, flows, now);
  if (opened === 'whole' && restored === 0) return true;
  await browser.storage.local.set({ stopped: { since: now, why: 'ledger-lost' } });
  await notify('ledger-lost', i18n.t('publish.ledgerLost'));
  return opened !== 'broken';
}
