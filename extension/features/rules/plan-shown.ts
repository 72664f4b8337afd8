/** A plan as it is looked at: by day, by reason, by what could be done first. Pure; owns no words. */
import { isHeld } from '../../engine/pause.ts';
import { localTime } from '../../engine/local-time.ts';
import type { Account } from '../../db/database.ts';
import {
  planWeek,
  type Planned,
  type PlannedKind,
  type Skipped,
  type WeekPlan,
} from '../../selling/planning/plan-week.ts';
import type { Refresh } from '../../selling/planning/rules.ts';
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { Rule } from '../../../shared/rule.ts';
import { lastSeen, worldOf, type Acted, type Kept } from './plan-world.ts';

const DAY = 24 * 60 * 60 * 1000;

export type PlanParts = { kept: Kept; acted: Acted; catalog: readonly CatalogNode[]; now: number };
export type ShownPlan = {
  plan: WeekPlan;
  days: { day: string; at: number; planned: Planned[] }[];
  skipped: { why: SkippedWhy; some: Skipped[] }[];
  /** Of each limit, how many in the last 24 hours. */
  used: { kind: PlannedKind; count: number; of: number }[];
  coach: Coached[];
};
export type SkippedWhy = Skipped['why'];
/** Something simpler that may help a listing more than a relist. */
type Coached = { key: string; title: string; first: Refresh };

export function planShown({ kept, acted, catalog, now }: PlanParts): ShownPlan {
  const world = worldOf(kept, acted, catalog, now);
  const plan = planWeek(world);
  const lately = (kind: PlannedKind): number => world.counted[kind].filter((at) => at > now - DAY).length;
  return {
    plan,
    days: byDay(plan.planned, acted.pace.zone),
    skipped: byReason(plan.skipped),
    used: (['relist', 'price'] as const).map((kind) => ({ kind, count: lately(kind), of: world.perDay[kind] })),
    coach: plan.planned.flatMap(({ key, title, turn }) =>
      turn.is === 'relist' && turn.propose !== null ? [{ key, title, first: turn.propose }] : [],
    ),
  };
}

/** Days of the account's zone, in order. */
function byDay(planned: readonly Planned[], zone: string): ShownPlan['days'] {
  const days: ShownPlan['days'] = [];
  for (const one of planned) {
    const { day } = localTime(zone, one.at);
    const last = days.at(-1);
    if (last?.day === day) last.planned.push(one);
    else days.push({ day, at: one.at, planned: [one] });
  }
  return days;
}

/** The most frequent reason first. */
function byReason(skipped: readonly Skipped[]): ShownPlan['skipped'] {
  const reasons = new Map<SkippedWhy, Skipped[]>();
  for (const one of skipped) reasons.set(one.why, [...(reasons.get(one.why) ?? []), one]);
  return [...reasons].map(([why, some]) => ({ why, some })).toSorted((a, b) => b.some.length - a.some.length);
}

export type Preview = { today: Planned[]; week: number; fits: number; keys: ReadonlySet<string> };

/** What a rule would do if it were on, beside those that are: in the next 24 hours, in the week, and how many it is for. */
export function previewOf(parts: PlanParts, rule: Rule): Preview {
  const { now, kept } = parts;
  const others = kept.rules.filter(({ id }) => id !== rule.id);
  const rules = [...others, { ...rule, enabled: true }];
  const { planned, skipped } = planWeek(worldOf({ ...kept, rules }, parts.acted, parts.catalog, now));
  const own = planned.filter(({ ruleId }) => ruleId === rule.id);
  const full = skipped.filter(({ ruleId, why }) => ruleId === rule.id && why === 'no-room');
  const keys = new Set([...own, ...full].map(({ key }) => key));
  return {
    today: own.filter(({ at }) => at < now + DAY),
    week: own.length,
    fits: keys.size,
    keys,
  };
}

/** How many of those it fits would lose favourites. */
export const favouredOf = ({ kept }: PlanParts, { keys }: Preview): number =>
  kept.listings.filter(({ key, favourites }) => keys.has(key) && (favourites ?? 0) > 0).length;

/** Categories of the listings there are, with those above them, by name. */
export function categoriesOf(kept: Kept, catalog: readonly CatalogNode[]): { id: number; title: string }[] {
  const nodes = new Map(catalog.map((node) => [node.id, node]));
  const found = new Map<number, string>();
  for (const { catalogId } of kept.listings) {
    for (let at = nodes.get(catalogId ?? -1); at && !found.has(at.id); at = nodes.get(at.parent ?? -1)) {
      found.set(at.id, pathTitle(at, nodes));
    }
  }
  return [...found].map(([id, title]) => ({ id, title })).toSorted((a, b) => a.title.localeCompare(b.title));
}

function pathTitle(node: CatalogNode, nodes: ReadonlyMap<number, CatalogNode>): string {
  const titles: string[] = [];
  for (let at: CatalogNode | undefined = node; at && titles.length < 8; at = nodes.get(at.parent ?? -1)) {
    titles.unshift(at.title);
  }
  return titles.join(' › ');
}

export const tagsIn = ({ listings }: Kept): string[] =>
  [...new Set(listings.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));

/** Why nothing of a plan runs now: by hand, by a wall, or as Vinted was last used here by somebody else. */
export function standingStill(
  stopped: boolean,
  account: string,
  accounts: readonly Account[],
): 'stopped' | 'paused' | 'elsewhere' | null {
  if (stopped) return 'stopped';
  const own = accounts.find(({ key }) => key === account);
  if (isPaused(own, accounts)) return 'paused';
  return lastSeen(accounts).some(({ key }) => key === account) ? null : 'elsewhere';
}

/** Whether a wall or the seller holds this account. */
const isPaused = (account: Account | undefined, accounts: readonly Account[]): boolean =>
  account !== undefined &&
  isHeld(
    account,
    accounts.filter(({ pause }) => pause !== null),
  );
