import { findMarket } from '../../vinted/markets.ts';
import type { Listing } from '../../../shared/listing.ts';

/** Where a listing is to be seen on Vinted; undefined unless its site is one of Vinted's. */
export const publicPage = (market: string, vintedId: Listing['vintedId']): string | undefined =>
  findMarket(market) && /^\d{1,15}$/.test(vintedId) ? `https://${market}/items/${vintedId}` : undefined;
