/** How much a day at most, whatever the seller says; and where what they say is kept. */
import type { Ledger } from '../../db/database.ts';
import { ceilings } from '../../engine/ceilings.ts';
import { paceBook } from '../../engine/paces.ts';
import type { AccountPace } from '../../../shared/rule.ts';

export const mostADay = { relist: ceilings.relist.perDay, price: ceilings.price.perDay } as const;

export const savePace = (ledger: Ledger, pace: AccountPace): Promise<void> => paceBook(ledger, pace.zone).set(pace);
