import { describe, expect, it } from 'vitest';

import type { Listing } from '../../../shared/listing.ts';
import { listingInTests } from '../../../shared/listing-in-tests.ts';
import type { ListingFilter, PriceDropRule, RelistRule } from '../../../shared/rule.ts';
import { planWeek, type PlanWorld } from './plan-week.ts';
import { dropTurn, mismatch, relistTurn, type Known } from './rules.ts';

const DAY = 24 * 60 * 60 * 1000;
const now = 1_000 * DAY;
const eur = (amount: number) => ({ amount, currency: 'EUR' }) as const;
const everything: ListingFilter = {
  minAgeDays: null,
  maxViews: null,
  maxFavourites: null,
  minPrice: null,
  maxPrice: null,
  catalogIds: [],
  tags: [],
};
const about = { account: 'm:7', name: 'r', enabled: true, which: everything, createdAt: 0, updatedAt: 0 };
const bump: RelistRule = {
  ...about,
  id: 'bump',
  kind: 'relist',
  mode: 'safe',
  restDays: 7,
  perDay: 3,
  pricePercent: 0,
};
const drop: PriceDropRule = {
  ...about,
  id: 'drop',
  kind: 'price-drop',
  step: { by: 'percent', percent: 10 },
  everyDays: 3,
  times: 3,
  floorPercent: 70,
  perDay: 30,
};

function known(change: Partial<Listing> = {}, rest: Partial<Known> = {}): Known {
  const listing = listingInTests(1, {
    market: 'm',
    lineageId: 'l1',
    price: eur(2_000),
    favourites: 2,
    views: 40,
    catalogId: 5,
    listedAt: now - 30 * DAY,
    tags: ['summer'],
    ...change,
  });
  return {
    listing,
    lineage: undefined,
    drops: { count: 0, first: null },
    catalogPath: [1, 5],
    heldUntil: null,
    ...rest,
  };
}
const lineage = (relistedAt: number | null, priceChangedAt: number | null = null): Partial<Known> => ({
  lineage: { id: 'l1', account: 'm:7', vintedIds: ['1'], relistedAt, priceChangedAt, createdAt: 0 },
});

describe('which listings a rule is for', () => {
  it.each<[string, Partial<ListingFilter>, Partial<Listing>]>([
    ['excluded', {}, { excluded: true }],
    ['not-online', {}, { status: 'reserved' }],
    ['age-unknown', { minAgeDays: 1 }, { listedAt: null }],
    ['too-young', { minAgeDays: 31 }, {}],
    ['too-many-views', { maxViews: 39 }, {}],
    ['too-many-views', { maxViews: 39 }, { views: null }],
    ['too-many-favourites', { maxFavourites: 1 }, {}],
    ['price-outside', { minPrice: 2_001 }, {}],
    ['price-outside', { maxPrice: 1_999 }, {}],
    ['other-category', { catalogIds: [6] }, {}],
    ['other-tag', { tags: ['winter'] }, {}],
  ])('leaves it alone: %s', (skip, which, change) => {
    expect(mismatch({ ...everything, ...which }, known(change), now)).toMatchObject({ skip });
  });

  it('takes what meets every condition, by a category above its own too', () => {
    expect(
      mismatch({ ...everything, minAgeDays: 30, maxViews: 40, catalogIds: [1], tags: ['summer'] }, known(), now),
    ).toBeNull();
  });
});

describe('a relist rule', () => {
  it('never relists before seven days of rest, whatever the rule says', () => {
    const rule = { ...bump, restDays: 1 };
    const at = now - 7 * DAY + 1;
    expect(relistTurn(rule, known({}, lineage(at)), now)).toEqual({ skip: 'resting', until: at + 7 * DAY });
    expect(relistTurn(rule, known({}, lineage(at)), now + 1)).toMatchObject({ relist: true });
  });

  it('proposes what is simpler first: photos, then a lower price', () => {
    expect(relistTurn(bump, known({ photoCount: 1 }), now)).toMatchObject({ propose: 'more-photos' });
    expect(relistTurn(bump, known(), now)).toMatchObject({ propose: 'lower-price' });
    expect(relistTurn(bump, known({ minimum: eur(2_000) }), now)).toMatchObject({ propose: null });
    expect(relistTurn(bump, known({}, lineage(null, now - 5 * DAY)), now)).toMatchObject({ propose: null });
  });
});

describe('a price drop', () => {
  it('goes down in steps, and never below cost, minimum or its own floor', () => {
    expect(dropTurn(drop, known(), now)).toEqual({ from: eur(2_000), to: eur(1_800) });
    expect(dropTurn(drop, known({ minimum: eur(1_900) }), now)).toMatchObject({ to: eur(1_900) });
    expect(dropTurn(drop, known({ cost: eur(2_000) }), now)).toEqual({ skip: 'at-floor' });
    const third = known({ price: eur(1_450) }, { drops: { count: 2, first: eur(2_000) } });
    expect(dropTurn(drop, third, now)).toMatchObject({ to: eur(1_400) });
    const byAmount = { ...drop, step: { by: 'amount', amount: eur(250) } } as const;
    expect(dropTurn(byAmount, known(), now)).toMatchObject({ to: eur(1_750) });
  });

  it('stops after so many times, and rests three days between', () => {
    expect(dropTurn(drop, known({}, { drops: { count: 3, first: eur(2_000) } }), now)).toEqual({
      skip: 'dropped-enough',
    });
    const at = now - 3 * DAY + 1;
    expect(dropTurn({ ...drop, everyDays: 1 } as PriceDropRule, known({}, lineage(null, at)), now)).toMatchObject({
      skip: 'price-resting',
    });
  });
});

describe('the plan of a week', () => {
  const gap = 120_000;
  const many = (count: number): Known[] =>
    Array.from({ length: count }, (_, n) =>
      known({ key: `m:${n}`, vintedId: `${n}`, lineageId: `l${n}`, minimum: eur(2_000) }),
    );
  const world = (change: Partial<PlanWorld> = {}): PlanWorld => ({
    rules: [bump],
    known: many(30),
    busy: new Set(),
    perDay: { relist: 10, price: 30 },
    counted: { relist: [], price: [] },
    begun: [],
    allowedFrom: (kind, at, done) => Math.max(at, Math.max(-Infinity, ...done[kind]) + gap),
    spread: () => 0,
    priceDay: (at) => ({ begins: Math.floor(at / DAY) * DAY, next: (Math.floor(at / DAY) + 1) * DAY }),
    now,
    ...change,
  });

  it('never exceeds the rule a day, the account a day, or the gap, and says what finds no room', () => {
    const two = [bump, { ...bump, id: 'other', perDay: 10 }];
    const { planned, skipped } = planWeek(world({ rules: two, known: many(90) }));
    for (const { at } of planned) {
      const day = planned.filter((other) => other.at > at - DAY && other.at <= at);
      expect(day.length).toBeLessThanOrEqual(10);
      expect(day.filter(({ ruleId }) => ruleId === 'bump').length).toBeLessThanOrEqual(3);
    }
    const gaps = planned.slice(1).map(({ at }, n) => at - (planned[n]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(gap);
    expect(skipped.filter(({ why }) => why === 'no-room').length).toBeGreaterThan(0);
    expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length);
  });

  it('counts what was done today already, and does not make up for days asleep', () => {
    const counted = { relist: Array.from({ length: 9 }, (_, n) => now - n * 600_000 - 1), price: [] };
    const { planned } = planWeek(world({ counted, rules: [{ ...bump, perDay: 10 }] }));
    expect(planned.filter(({ at }) => at < now + 12 * 60 * 60 * 1000)).toHaveLength(1);
  });

  it('lowers a price before it relists, and does one thing to a listing', () => {
    const { planned, skipped } = planWeek(world({ rules: [bump, drop], known: [known()] }));
    expect(planned).toMatchObject([
      { at: now, kind: 'price', turn: { is: 'price', from: eur(2_000), to: eur(1_800) } },
      { at: now + 3 * DAY, kind: 'price', turn: { is: 'price', from: eur(1_800), to: eur(1_620) } },
      { at: now + 6 * DAY, kind: 'price', turn: { is: 'price', from: eur(1_620), to: eur(1_458) } },
    ]);
    expect(skipped).toMatchObject([{ ruleId: 'bump', why: 'refresh-first' }]);
  });

  it('plans what has rested within the week for that day, and leaves out what is busy, disabled or another account', () => {
    const rested = now - 5 * DAY;
    const resting = known({}, lineage(rested));
    expect(planWeek(world({ known: [resting] })).planned).toMatchObject([{ at: rested + 7 * DAY }]);
    expect(planWeek(world({ busy: new Set(['m:1']), known: [known()] })).planned).toEqual([]);
    expect(planWeek(world({ rules: [{ ...bump, enabled: false }] })).planned).toEqual([]);
    expect(planWeek(world({ rules: [{ ...bump, account: 'm:8' }] })).planned).toEqual([]);
  });

  it('says day by day how many of how many', () => {
    const { used } = planWeek(world());
    expect(used.filter(({ kind }) => kind === 'relist').map(({ count, of }) => `${count}/${of}`)).toEqual([
      '3/10',
      '3/10',
      '3/10',
      '3/10',
      '3/10',
      '3/10',
      '3/10',
    ]);
  });
});
