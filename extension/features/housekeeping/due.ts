/** When the housekeeping is due. The alarms are doorbells; what was done when is stored, so that a night slept through is made up for. */
import { dayAfter, instantOf, localTime } from '../../engine/local-time.ts';

/** When each round was last begun; 0 = never. */
export type Rounds = { night: number; photos: number };

const NIGHT_MINUTE = 2 * 60;
const PHOTOS_EVERY = 6 * 3_600_000;

/** The last moment at which the clocks of one of the zones showed two at night. */
const lastNight = (zones: readonly string[], now: number): number =>
  Math.max(
    ...zones.map((zone) => {
      const { day } = localTime(zone, now);
      const tonight = instantOf(zone, day, NIGHT_MINUTE);
      return tonight <= now ? tonight : instantOf(zone, dayAfter(day, -1), NIGHT_MINUTE);
    }),
  );

/** The next moment at which they do. */
export const nextNight = (zones: readonly string[], now: number): number =>
  Math.min(
    ...zones.map((zone) => {
      const { day } = localTime(zone, now);
      const tonight = instantOf(zone, day, NIGHT_MINUTE);
      return tonight > now ? tonight : instantOf(zone, dayAfter(day, 1), NIGHT_MINUTE);
    }),
  );

/** A round written down in the future was, by a clock that has gone back since: it is due. */
export function roundsDue(last: Rounds, zones: readonly string[], now: number): (keyof Rounds)[] {
  const isNight = last.night < lastNight(zones, now) || last.night > now;
  const isPhotos = last.photos <= now - PHOTOS_EVERY || last.photos > now;
  return [...(isNight ? (['night'] as const) : []), ...(isPhotos ? (['photos'] as const) : [])];
}
