import { ledger, wardrobe } from '../../db/stores.ts';
import { syncDesk, type SyncDesk } from '../../features/wardrobe/sync-desk.ts';
import { fingerprintOf, grayscale17x16 } from '../../../shared/fingerprint.ts';
import { photoBytes } from './photo-bytes.ts';
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

async function printOf(photo: Blob): Promise<string> {
  const picture = await createImageBitmap(photo, { resizeWidth: 68, resizeHeight: 64, resizeQuality: 'high' });
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no canvas.');
  context.drawImage(picture, 0, 0);
  picture.close();
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return fingerprintOf(grayscale17x16(data, width, height));
}
