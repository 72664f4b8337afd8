import { describe, expect, it, test } from 'vitest';

import type { Account } from '../../db/database.ts';

import { planWeek } from '../../selling/planning/plan-week.ts';
import { categoriesOf, favouredOf, planShown, previewOf, type PlanParts, standingStill } from './plan-shown.ts';
import { worldOf } from './plan-world.ts';
import { account, bump, drop, listings, start, zone } from './rules-in-tests.ts';

const pace = { account, zone, from: 8 * 60, to: 22 * 60, days: [1, 2, 3, 4, 5, 6, 7], perDay: {} };
const parts = (some: Partial<PlanParts['kept']> = {}): PlanParts => ({
  kept: {
    rules: [bump, drop],
    listings: [...listings(0, 9, 'bump'), ...listings(10, 20, 'drop')],
    lineages: [],
    ...some,
  },
  acted: { written: {}, pace, jobs: [], drops: [] },
  catalog: [],
  now: start,
});

test('what is shown is what the runner plans, day by day', () => {
  const own = parts();
  const shown = planShown(own);
  const plan = planWeek(worldOf(own.kept, own.acted, own.catalog, own.now));
  expect(plan.planned.length).toBeGreaterThan(10);
  expect(shown.days.flatMap(({ planned }) => planned)).toEqual(plan.planned);
  expect(shown.days.map(({ day }) => day)).toEqual([...new Set(shown.days.map(({ day }) => day))].toSorted());
});

test('what is left alone is grouped by reason, the most frequent first', () => {
  const { skipped } = planShown(parts());
  expect(skipped[0]?.why).toBe('other-tag');
  expect(skipped.map(({ some }) => some.length)).toEqual(
    skipped.map(({ some }) => some.length).toSorted((a, b) => b - a),
  );
});

test('a rule that is off is shown as if it were on, beside those that are', () => {
  const off = { ...bump, enabled: false };
  const own = parts({ rules: [off, drop] });
  const preview = previewOf(own, off);
  expect(preview).toMatchObject({ week: 9, fits: 9 });
  expect(preview.today.length).toBeLessThanOrEqual(off.perDay);
  expect(favouredOf(own, preview)).toBe(9);
  expect(
    planShown(own)
      .days.flatMap(({ planned }) => planned)
      .every(({ ruleId }) => ruleId === drop.id),
  ).toBe(true);
});

test('a few photos or a price not yet lowered are proposed before a relist', () => {
  const few = listings(0, 1, 'bump').map((one) => ({ ...one, photoCount: 1 }));
  expect(planShown(parts({ listings: few })).coach).toEqual([
    { key: few[0]?.key, title: few[0]?.title, first: 'more-photos' },
  ]);
});

test('categories to choose from are those of the listings, with those above them', () => {
  const node = { title: 'Women', id: 1, parent: null };
  const catalog = [node, { ...node, id: 2, title: 'Shoes', parent: 1 }, { ...node, id: 3, title: 'Men' }] as never;
  const own = parts({ listings: listings(0, 1, 'a').map((one) => ({ ...one, catalogId: 2 })) });
  expect(categoriesOf(own.kept, catalog)).toEqual([
    { id: 1, title: 'Women' },
    { id: 2, title: 'Women › Shoes' },
  ]);
});

test('a week of 2,000 listings is laid out before anybody waits for it', () => {
  const many = parts({ listings: [...listings(0, 1_000, 'bump'), ...listings(1_000, 2_000, 'drop')] });
  const before = performance.now();
  planShown(many);
  const took = performance.now() - before;
  expect(took).toBeLessThan(1_000);
});

describe('why nothing of a plan runs', () => {
  const seen = (memberId: string, lastSeenAt: number, pause: Account['pause'] = null): Account => ({
    key: `www.vinted.fr:${memberId}`,
    market: 'www.vinted.fr',
    memberId,
    login: memberId,
    pause,
    lastSeenAt,
  });
  const wall = { kind: 'captcha', evidence: 'x', since: 1, until: null } as const;

  it.each<[string, boolean, Account[], ReturnType<typeof standingStill>]>([
    ['it runs', false, [seen('7', 2), seen('8', 1)], null],
    ['all is stopped', true, [seen('7', 2)], 'stopped'],
    ['a wall', false, [seen('7', 2, wall)], 'paused'],
    ['somebody else was seen last', false, [seen('7', 1), seen('8', 2)], 'elsewhere'],
    ['nobody was seen yet', false, [], 'elsewhere'],
  ])('%s', (_words, stopped, accounts, why) => expect(standingStill(stopped, 'www.vinted.fr:7', accounts)).toBe(why));
});
