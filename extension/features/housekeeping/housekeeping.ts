import type { Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import { nextNight, roundsDue, type Rounds } from './due.ts';
import { pruneLedger } from './prune-ledger.ts';
import { pruneIntakes, pruneLoosePhotos } from './prune-photos.ts';
import { pruneWardrobe } from './prune-wardrobe.ts';

export interface HousekeepingDeps {
  workshop: Workshop;
  ledger: Ledger;
  wardrobe: Wardrobe;
  /** Makes deletions final that are too old to be taken back. */
  purgeDeleted(): Promise<unknown>;
  /** This computer's zone, until an account has its own. */
  zone: string;
  now(): number;
  /** When each round was last begun. */
  rounds: { read(): Promise<Rounds>; write(rounds: Rounds): Promise<void> };
}

/** Clears away what nobody can need any more: each night at two, loose photos every six hours, or at the next start. */
export function housekeeping(deps: HousekeepingDeps) {
  const { workshop, ledger, wardrobe, now } = deps;
  let active: Promise<void> | null = null;

  const zones = async (): Promise<string[]> => {
    const own = (await ledger.paces.toArray()).map(({ zone }) => zone);
    return own.length > 0 ? own : [deps.zone];
  };

  const night = async (): Promise<void> => {
    const listings = await wardrobe.listings.filter(({ status }) => status === 'sold').toArray();
    const sold = new Map(listings.map(({ key, changedAt }) => [key, changedAt]));
    await pruneLedger(ledger, (key) => sold.get(key) ?? null, now());
    await pruneWardrobe(wardrobe, ledger, now());
    await pruneIntakes(workshop, now());
  };

  const photos = async (): Promise<void> => {
    await deps.purgeDeleted();
    await pruneLoosePhotos(workshop, now());
  };

  async function work(): Promise<void> {
    const rounds = { night, photos };
    for (const round of roundsDue(await deps.rounds.read(), await zones(), now())) {
      // Written first: a round that breaks is not tried at every knock, but again when it is next due.
      await deps.rounds.write({ ...(await deps.rounds.read()), [round]: now() });
      await rounds[round]();
    }
  }

  return {
    /** Does what is due; may be called at any time, any number of times. */
    async look(): Promise<void> {
      active ??= work().finally(() => {
        active = null;
      });
      return active;
    },
    nextNight: async (): Promise<number> => nextNight(await zones(), now()),
  };
}
