import { Ledger, Wardrobe, Workshop } from './database.ts';

/** The databases of an extension context; Dexie opens each at its first query. Composition only: rules take theirs as a parameter. */
export const workshop = new Workshop();
export const ledger = new Ledger();
/** @public The adapter and the plan open it. */
export const wardrobe = new Wardrobe();
