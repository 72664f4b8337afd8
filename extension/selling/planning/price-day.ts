import { dayAfter, instantOf, localTime } from '../../engine/local-time.ts';
import { seeded } from '../../engine/seeded.ts';
import type { AccountPace } from '../../../shared/rule.ts';

const MINUTE = 60_000;
const AT = 3 * 60;
const JITTER = 45;

type Whose = Pick<AccountPace, 'account' | 'zone'>;

/**
 * Prices are looked at once a day, at three in the morning of the member's zone and a little later: the latest such moment
 * at `at`, and the next. Derived, so that a night asleep changes nothing but when its day begins.
 */
export function priceDays(whose: Whose): (at: number) => { begins: number; next: number } {
  const known = new Map<string, number>();
  const momentOf = (day: string): number => {
    const moment = known.get(day) ?? lookedAt(whose, day);
    known.set(day, moment);
    return moment;
  };
  let last = { begins: Infinity, next: -Infinity };
  return (at) => {
    if (at >= last.begins && at < last.next) return last;
    const { day } = localTime(whose.zone, at);
    const isOver = momentOf(day) <= at;
    last = { begins: momentOf(isOver ? day : dayAfter(day, -1)), next: momentOf(isOver ? dayAfter(day, 1) : day) };
    return last;
  };
}

const lookedAt = ({ account, zone }: Whose, day: string): number =>
  instantOf(zone, day, AT) + Math.round(JITTER * MINUTE * seeded(`${account}|${day}|prices`));
