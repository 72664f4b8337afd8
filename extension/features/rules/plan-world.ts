/** From what is stored to what a plan is made of: the same reading for the page that shows it and the runner that acts. */
import type { Account, Ledger, Wardrobe } from '../../db/database.ts';
import { paceBook } from '../../engine/paces.ts';
import { jobStore } from '../../engine/store.ts';
import { writtenBy } from '../../engine/written.ts';
import type { WrittenBy } from '../../engine/limits.ts';
import { gatesOf } from '../../selling/planning/gates.ts';
import type { Begun, PlannedKind, PlanWorld } from '../../selling/planning/plan-week.ts';
import type { Known } from '../../selling/planning/rules.ts';
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { Job } from '../../../shared/job.ts';
import type { Lineage, Listing } from '../../../shared/listing.ts';
import { money, type Money } from '../../../shared/money.ts';
import type { AccountPace, Rule } from '../../../shared/rule.ts';
import * as z from 'zod';

const DAY = 24 * 60 * 60 * 1000;
/** Not begun by then, a wish of a rule is dropped; what is due is computed anew. */
export const WINDOW = 60 * 60 * 1000;
/** After it did not work, or was stopped by hand. */
const REST_AFTER_FAILURE = 3 * DAY;
/** After a form was filled for the seller, who may have pressed the button or not. */
const REST_AFTER_PREPARED = 7 * DAY;
const unfinished = ['queued', 'running', 'waiting', 'unsettled', 'needs-user'];

export type Kept = { rules: Rule[]; listings: Listing[]; lineages: Lineage[] };
export type Acted = { written: WrittenBy; pace: AccountPace; jobs: Job[]; drops: Job[] };

/** Of each market only the member seen last: what another would write now would meet the wrong person's page. */
export const lastSeen = (accounts: readonly Account[]): Account[] => [
  ...new Map(accounts.toSorted((a, b) => a.lastSeenAt - b.lastSeenAt).map((one) => [one.market, one])).values(),
];

export async function readKept(wardrobe: Wardrobe, account: string): Promise<Kept> {
  const [rules, listings, lineages] = await Promise.all([
    wardrobe.rules.where({ account }).sortBy('createdAt'),
    wardrobe.listings.where({ account }).toArray(),
    wardrobe.lineages.where({ account }).toArray(),
  ]);
  return { rules, listings, lineages };
}

/** What was done and is under way for one account. */
export async function readActed(ledger: Ledger, account: string, now: number, zone: string): Promise<Acted> {
  const [market = '', memberId = ''] = account.split(':');
  const own = (job: Job): boolean => job.market === market && job.memberId === memberId;
  const open = await ledger.jobs.where('status').anyOf(unfinished).toArray();
  const recent = await ledger.jobs
    .where('createdAt')
    .above(now - 8 * DAY)
    .filter(({ ruleId, doneAt }) => ruleId !== null && doneAt !== null)
    .toArray();
  const about = await ledger.jobs.where('listingKey').startsWith(`${market}:`).toArray();
  return {
    written: await writtenBy(
      jobStore(ledger, () => now),
      account,
      now,
    ),
    pace: await paceBook(ledger, zone).of(account),
    jobs: [...open, ...recent].filter(own),
    drops: about.filter(({ kind, ruleId, status }) => kind === 'price' && ruleId !== null && status === 'done'),
  };
}

export function worldOf(kept: Kept, acted: Acted, catalog: readonly CatalogNode[], now: number): PlanWorld {
  const lineages = new Map(kept.lineages.map((one) => [one.id, one]));
  const drops = dropsByListing(acted.drops);
  const pathOf = pathsIn(catalog);
  const known = kept.listings.map((listing): Known => {
    const lineage = lineages.get(listing.lineageId);
    const keys = (lineage?.vintedIds ?? [listing.vintedId]).map((id) => `${listing.market}:${id}`);
    const first = keys.flatMap((key) => drops.get(key) ?? []).toSorted((a, b) => a.at - b.at);
    return {
      listing,
      lineage,
      drops: { count: first.length, first: first[0]?.from ?? null },
      catalogPath: pathOf(listing.catalogId),
      heldUntil: heldUntil(acted.jobs, listing.key),
    };
  });
  return {
    ...gatesOf(acted.written, acted.pace),
    rules: kept.rules,
    known,
    busy: new Set(acted.jobs.filter(({ doneAt }) => doneAt === null).flatMap(({ listingKey }) => listingKey ?? [])),
    begun: acted.jobs.flatMap((job) => begunBy(job, now)),
    now,
  };
}

/** A wish carries when it was planned for in when it lapses; the engine moves its `notBefore` on. */
const plannedAt = ({ notAfter, createdAt }: Job): number => (notAfter === null ? createdAt : notAfter - WINDOW);
const isMissed = ({ failure }: Job): boolean => failure?.code === 'missed';
const kindOf = ({ kind }: Job): PlannedKind | null => (kind === 'relist' || kind === 'price' ? kind : null);

function begunBy(job: Job, now: number): Begun[] {
  const kind = kindOf(job);
  const at = plannedAt(job);
  return kind && job.ruleId !== null && !isMissed(job) && at > now - DAY ? [{ ruleId: job.ruleId, kind, at }] : [];
}

const prepared = z.object({ how: z.literal('fill') });

function heldUntil(jobs: readonly Job[], key: string): number | null {
  const ends = jobs.flatMap((job) => {
    if (job.listingKey !== key || job.ruleId === null || job.doneAt === null || isMissed(job)) return [];
    if (job.status !== 'done') return [job.doneAt + REST_AFTER_FAILURE];
    return prepared.safeParse(job.input).success ? [job.doneAt + REST_AFTER_PREPARED] : [];
  });
  return ends.length > 0 ? Math.max(...ends) : null;
}

const dropInput = z.object({ from: money });

function dropsByListing(jobs: readonly Job[]): Map<string, { at: number; from: Money }[]> {
  const drops = new Map<string, { at: number; from: Money }[]>();
  for (const { listingKey, doneAt, input } of jobs) {
    const read = dropInput.safeParse(input);
    if (!read.success || listingKey === null || doneAt === null) continue;
    drops.set(listingKey, [...(drops.get(listingKey) ?? []), { at: doneAt, from: read.data.from }]);
  }
  return drops;
}

/** A category and those above it; nothing where it is not known. */
function pathsIn(catalog: readonly CatalogNode[]): (id: number | null) => number[] {
  const parents = new Map(catalog.map(({ id, parent }) => [id, parent]));
  return (id) => {
    const path: number[] = [];
    for (let at = id; at !== null && !path.includes(at); at = parents.get(at) ?? null) path.push(at);
    return path;
  };
}
