import type { AccountBook } from '../../engine/pause.ts';
import { WallMet, type SellSite } from '../../selling/sell-site.ts';
import { MessageError } from '../../messaging/failures.ts';
import { askTab } from '../../messaging/messenger.ts';
import type { evidenceBox } from './evidence.ts';
import type { Rules } from './rules.ts';
import type { SiteReader } from './site-reader.ts';

/** The site as the publish flow sees it: messages to the content script of one tab. */
export function sellSiteClient(
  reader: SiteReader,
  rules: () => Promise<Rules>,
  evidence: ReturnType<typeof evidenceBox>,
  accounts: AccountBook,
): SellSite {
  return {
    async probe(tabId) {
      const seen = await askTab(tabId, 'page.probe', undefined);
      if (seen.member) await accounts.seen(new URL(seen.url).host, seen.member);
      return seen;
    },
    openForm: async (tabId) => {
      await askTab(tabId, 'sell.open', undefined);
    },
    wardrobe: (tabId, memberId, which, page) => reader.wardrobe(tabId, memberId, which, page),
    fill: async (tabId, leaseToken, form, field) =>
      askTab(tabId, 'sell.fill', { leaseToken, form, field, pacing: (await rules()).pacing }),
    verify: async (tabId, leaseToken, form) => (await askTab(tabId, 'sell.verify', { leaseToken, form })).differs,
    snapshot: async (tabId) => (await askTab(tabId, 'sell.snapshot', undefined)).form,
    async submit(tabId, leaseToken, form, how) {
      const asked = askTab(tabId, 'sell.submit', { leaseToken, form, how, pacing: (await rules()).pacing });
      const result = await asked.catch(async (error: unknown) => {
        // The page was replaced under its own reply: what it reported before counts.
        const seen = error instanceof MessageError ? await evidence.accepted(leaseToken) : null;
        if (!seen) throw error;
        return { is: 'accepted' as const, itemId: seen.itemId, underReview: false, errors: [] };
      });
      if ('wall' in result && result.wall) throw new WallMet(result.wall);
      return result;
    },
  };
}
