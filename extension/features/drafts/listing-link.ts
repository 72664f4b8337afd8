import { findMarket } from '../../vinted/markets.ts';
import type { Draft } from '../../../shared/draft.ts';

/** Where a draft is to be seen on Vinted; undefined unless both site and id are what they should be. */
export function listingLink({
  market,
  vintedId,
  state,
}: Pick<Draft, 'market' | 'vintedId' | 'state'>): string | undefined {
  if (!vintedId || !/^\d{1,15}$/.test(vintedId) || !findMarket(market)) return undefined;
  return `https://${market}/items/${vintedId}${state === 'vinted-draft' ? '/edit' : ''}`;
}
