import type { Browser } from 'wxt/browser';

import { findMarket } from '../../vinted/markets.ts';

type Sender = Pick<Browser.runtime.MessageSender, 'url' | 'frameId' | 'tab'>;

/**
 * Our own pages, or the top frame of a tab that shows one of Vinted's sites over https; anything else is nobody.
 * Ours is told by the address: where an extension's origin reads `null`, so does that of `about:blank`.
 */
export function senderKind(sender: Sender, ownRoot: string): 'extension' | 'page' | undefined {
  const url = URL.parse(sender.url ?? '');
  if (url?.href.startsWith(ownRoot)) return 'extension';
  const isVinted = url?.protocol === 'https:' && findMarket(url.host) !== undefined;
  return isVinted && sender.frameId === 0 && sender.tab ? 'page' : undefined;
}
