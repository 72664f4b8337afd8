import type { Currency } from '../../../shared/money.ts';
import { findMarket } from '../../vinted/markets.ts';

/** Money of the market an account sells on. */
export const currencyIn = (account: string): Currency => findMarket(account.split(':')[0] ?? '')?.currency ?? 'EUR';
