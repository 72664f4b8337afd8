import { findMarket } from '../../vinted/markets.ts';
import type { Currency } from '../../../shared/money.ts';

/** The currency a site sells in. A draft for a site we do not know cannot be filled anyway. */
export const currencyOf = (market: string): Currency => findMarket(market)?.currency ?? 'EUR';
