import { browser } from 'wxt/browser';

import { ledger, wardrobe, workshop } from '../../db/stores.ts';
import { purgeDeleted } from '../../features/drafts/delete-drafts.ts';
import type { Rounds } from '../../features/housekeeping/due.ts';
import { housekeeping } from '../../features/housekeeping/housekeeping.ts';

const ROUNDS = 'housekeeping';
/** Far longer than the page itself keeps a deletion: it may have been left open. */
const UNDO_FOR = 24 * 3_600_000;

/** The housekeeping of this browser; what it last did is in `storage.local`. */
export function houseOf({ now, newId }: { now(): number; newId(): string }) {
  return housekeeping({
    workshop,
    ledger,
    wardrobe,
    purgeDeleted: () => purgeDeleted({ db: workshop, now, newId }, now() - UNDO_FOR),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now,
    rounds: {
      async read() {
        const { night, photos } = ((await browser.storage.local.get(ROUNDS))[ROUNDS] ?? {}) as Partial<Rounds>;
        return { night: night ?? 0, photos: photos ?? 0 };
      },
      write: (rounds) => browser.storage.local.set({ [ROUNDS]: rounds }),
    },
  });
}
