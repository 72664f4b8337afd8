import { browser } from 'wxt/browser';

import type { Ledger, Workshop } from '../../db/database.ts';
import type { Place } from '../../engine/flow.ts';
import type { AccountBook } from '../../engine/pause.ts';
import { MessageError } from '../../messaging/failures.ts';
import { askTab, type BackgroundHandlers } from '../../messaging/messenger.ts';
import type { SiteReader } from './site-reader.ts';

export interface SiteHandlerDeps {
  workshop: Workshop;
  ledger: Ledger;
  accounts: AccountBook;
  reader: SiteReader;
  bring(place: Place, signal: AbortSignal): Promise<number>;
  now(): number;
}

type SiteMessages = 'catalog.refresh' | 'brands.search' | 'category.options';

/** What the dashboard wants to know of a site, read through a tab that is signed in there. */
export function siteHandlers(deps: SiteHandlerDeps): Pick<BackgroundHandlers, SiteMessages> {
  return {
    'catalog.refresh': ({ market }) => refreshCatalog(deps, market),
    'brands.search': async ({ market, keyword, catalogId }) =>
      deps.reader.brands(await anyTab(deps, market), keyword, catalogId),
    'category.options': async ({ market, catalogId }) => {
      const tabId = await anyTab(deps, market);
      const sizes = await deps.reader.sizes(tabId, catalogId);
      const conditions = await deps.reader.conditions(tabId, catalogId);
      return { sizes, conditions, attributes: await attributesOf(deps, tabId, catalogId) };
    },
  };
}

/** Only the page's own call is sure of an answer (site.md §3.6): a refusal here is "not told", never a wall of its own. */
const attributesOf = ({ reader }: SiteHandlerDeps, tabId: number, catalogId: number) =>
  reader.attributes(tabId, catalogId).catch(() => null);

/** Reads the catalogue of a site and keeps it; the number of its nodes. */
export async function refreshCatalog(deps: SiteHandlerDeps, market: string): Promise<{ nodes: number }> {
  const nodes = await deps.reader.catalogs(await anyTab(deps, market));
  await deps.workshop.catalogs.put({ market, nodes, readAt: deps.now() });
  return { nodes: nodes.length };
}

/** An open tab of that site that answers, else the work tab. Reading changes nothing in a tab of the seller's. */
async function anyTab({ bring, accounts }: SiteHandlerDeps, market: string): Promise<number> {
  for (const tab of await browser.tabs.query({ url: `https://${market}/*`, status: 'complete' })) {
    if (tab.id === undefined) continue;
    const seen = await askTab(tab.id, 'page.probe', undefined).catch(() => null);
    if (!seen?.member || seen.wall) continue;
    await accounts.seen(market, seen.member);
    return tab.id;
  }
  const tabId = await bring({ tab: 'work', market, path: null }, new AbortController().signal);
  const seen = await askTab(tabId, 'page.probe', undefined);
  if (seen.wall) throw new MessageError({ code: `wall-${seen.wall.kind}`, message: seen.wall.evidence });
  if (!seen.member) throw new MessageError({ code: 'no-member', message: `Sign in at ${market} first.` });
  await accounts.seen(market, seen.member);
  return tabId;
}
