import { MessageError } from '../../messaging/failures.ts';
import { askTab } from '../../messaging/messenger.ts';
import type { ActResult, RelistSite } from '../../selling/relist-site.ts';
import { WallMet, type SellSite } from '../../selling/sell-site.ts';
import type { ActResult as Acted } from '../../../shared/page-results.ts';
import type { evidenceBox } from './evidence.ts';
import { photoBytes } from './photo-bytes.ts';
import type { Rules } from './rules.ts';
import type { SiteReader } from './site-reader.ts';

type ListingSite = Omit<RelistSite, keyof SellSite>;
/** Lists that each category surely asks for, as far as the site told them; null = it did not. */
export type RequiredLists = (tabId: number, catalogId: number) => Promise<readonly string[] | null>;

/** Acts on listings that are online, as messages to the content script of one tab. */
export function listingSiteClient(
  reader: Pick<SiteReader, 'listing'>,
  rules: () => Promise<Rules>,
  evidence: ReturnType<typeof evidenceBox>,
  requiredLists: RequiredLists,
): ListingSite {
  return {
    async readListing(tabId, id) {
      const read = await reader.listing(tabId, id);
      if (!read) return { is: 'absent' };
      const { form, photos, status, lost } = read;
      if (lost.length > 0)
        throw new MessageError({ code: 'copy-incomplete', message: `Not to be copied whole: ${lost.join(', ')}.` });
      // Nothing of the edit data tells of messages about it.
      const places = photos.map(({ url, orientation }) => ({ url, orientation }));
      return { is: 'there', form, photos: places, status, isReserved: status === 'reserved', inTalks: null };
    },
    async demanded(tabId, catalogId) {
      const empty = await askTab(tabId, 'sell.demanded', undefined);
      const lists = await requiredLists(tabId, catalogId);
      // A list that may stay empty looks like one that must not: only what the site says is asked for.
      return empty.filter(({ list }) => list === null || lists?.includes(list)).map(({ field }) => field);
    },
    async act(tabId, leaseToken, itemId, act) {
      const asked = askTab(tabId, 'listing.act', { leaseToken, itemId, act, pacing: (await rules()).pacing });
      const result = await asked.catch(async (error: unknown): Promise<Acted> => {
        // The page reloads or goes to the wardrobe under its own reply: what it reported before counts.
        const seen = error instanceof MessageError ? await evidence.accepted(leaseToken) : null;
        if (!seen) throw error;
        return { is: 'done', why: '' };
      });
      return orThrow(result, act === 'delete' ? 'absent' : 'done');
    },
    hideHere: async (tabId, itemId, hidden) =>
      orThrow(await askTab(tabId, 'listing.hide-here', { itemId, hidden }), 'done'),
    photoBytes,
  };
}

/** What it was before already, and what surely was not sent, in the words of the flows. */
function orThrow({ is, why, wall }: Acted, already: 'absent' | 'done'): ActResult {
  if (wall) throw new WallMet(wall);
  if (is === 'already') return { is: already, why };
  return { is: is === 'no-effect' ? 'refused' : is, why };
}
