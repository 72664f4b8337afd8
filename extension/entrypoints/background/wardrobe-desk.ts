import { ledger, wardrobe } from '../../db/stores.ts';
import { syncDesk, type SyncDesk } from '../../features/wardrobe/sync-desk.ts';
import { photoBytes } from './photo-bytes.ts';
import { printOf } from './print-of.ts';
import type { Rules } from './rules.ts';
import { within } from './within.ts';

type Parts = { rules(): Promise<Rules>; now(): number; newId(): string; sleep(ms: number): Promise<void> };

/** Between two pages of a list (site.md §10), and between two pictures, as a page would load them but one at a time. */
const aPage = [4_000, 9_000] as const;
const aPicture = [200, 600] as const;

/** The stored wardrobe, as a sync sees it. */
export function wardrobeDesk({ rules, now, newId, sleep }: Parts): SyncDesk {
  const paced = async (range: readonly [number, number]): Promise<number> =>
    (await rules()).pacing === 'human' ? within(range) : 0;
  return syncDesk({
    wardrobe,
    ledger,
    now,
    newId,
    pause: () => paced(aPage),
    fingerprint: async (url) => {
      await sleep(await paced(aPicture));
      return photoBytes(url)
        .then(printOf)
        .catch(() => null);
    },
  });
}
