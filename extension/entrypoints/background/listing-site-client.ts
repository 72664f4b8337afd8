import { MessageError } from '../../messaging/failures.ts';
import { askTab } from '../../messaging/messenger.ts';
import type { ActResult, RelistSite } from '../../selling/relist-site.ts';
import { WallMet, type SellSite } from '../../selling/sell-site.ts';
import { statusOf } from '../../../shared/listing-status.ts';
import type { ListingStatus } from '../../../shared/listing.ts';
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
  reader: Pick<SiteReader, 'listing' | 'wardrobe'>,
  rules: () => Promise<Rules>,
  evidence: ReturnType<typeof evidenceBox>,
  requiredLists: RequiredLists,
): ListingSite {
  return {
    async readListing(tabId, id) {
      const read = await reader.listing(tabId, id);
      if (!read) return { is: 'absent' };
      const { form, photos, lost } = read;
      if (lost.length > 0)
        throw new MessageError({ code: 'copy-incomplete', message: `Not to be copied whole: ${lost.join(', ')}.` });
      // Nothing of the edit data tells of messages about it.
      const status = read.status ?? (await stateInList(reader, tabId, id));
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

const MOST_PAGES = 60;

/** Where a listing's own data does not tell its state: the hidden ones are few and looked at first, then all of them. */
async function stateInList(reader: Pick<SiteReader, 'wardrobe'>, tabId: number, id: string): Promise<ListingStatus> {
  const { member, wall } = await askTab(tabId, 'page.probe', undefined);
  if (wall) throw new WallMet(wall);
  for (const which of ['hidden', null, 'draft'] as const) {
    let last = { pages: 1 };
    for (let page = 1; page <= last.pages && page <= MOST_PAGES; page += 1) {
      const read = await reader.wardrobe(tabId, member?.id ?? '', which, page);
      const found = read.items.find((item) => item.id === id);
      if (found) return statusOf(found);
      last = read;
    }
  }
  throw new MessageError({ code: 'site-answer', message: 'Vinted does not say what state this listing is in.' });
}

/** What it was before already, and what surely was not sent, in the words of the flows. */
function orThrow({ is, why, wall }: Acted, already: 'absent' | 'done'): ActResult {
  if (wall) throw new WallMet(wall);
  if (is === 'already') return { is: already, why };
  return { is: is === 'no-effect' ? 'refused' : is, why };
}
