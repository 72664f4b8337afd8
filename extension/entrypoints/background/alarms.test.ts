import { describe, expect, it, vi } from 'vitest';

vi.hoisted(() => Object.assign(globalThis, { chrome: { runtime: { id: 'us' } } }));

const { ensureAlarms, ensureNight, isDoorbell, isHousekeeping, poll, ring } = await import('./alarms.ts');
type Alarms = NonNullable<Parameters<typeof ensureAlarms>[0]>;
type Set = { when?: number; periodInMinutes?: number };

const MINUTE = 60_000;

/** The browser's alarms in fake time: what rings until then, in order. */
function clockwork() {
  const rung = new Map<string, { next: number; period: number | undefined }>();
  let [now, created] = [0, 0];
  const alarms = {
    get: async (name: string) => {
      const found = rung.get(name);
      return found && { name, scheduledTime: found.next, periodInMinutes: found.period };
    },
    async create(name: string, { when, periodInMinutes }: Set) {
      created += 1;
      rung.set(name, { next: when ?? now + (periodInMinutes ?? 0) * MINUTE, period: periodInMinutes });
    },
    clear: async (name: string) => rung.delete(name),
  } as unknown as Alarms;
  return {
    alarms,
    rung,
    created: () => created,
    /** Lets time go by; one-time alarms are gone once they rang. */
    until(end: number): string[] {
      const heard: string[] = [];
      for (;;) {
        const [first] = [...rung].toSorted(([, a], [, b]) => a.next - b.next);
        if (!first || first[1].next > end) break;
        const [name, alarm] = first;
        heard.push(name);
        if (alarm.period === undefined) rung.delete(name);
        else alarm.next += alarm.period * MINUTE;
      }
      now = end;
      return heard;
    },
  };
}
const times = (heard: string[], name: string): number => heard.filter((one) => one === name).length;

describe('the alarms', () => {
  it('ring every five minutes for the jobs, every six hours for photos, once at night', async () => {
    const { alarms, until } = clockwork();
    await ensureAlarms(alarms);
    await ensureNight(9 * 60 * MINUTE, alarms);
    const heard = until(24 * 60 * MINUTE);
    expect([times(heard, 'executor'), times(heard, 'temporary-photos'), times(heard, 'night')]).toEqual([288, 4, 1]);
    expect(heard.filter(isHousekeeping).every((name) => ['executor', 'temporary-photos', 'night'].includes(name))).toBe(
      true,
    );
  });

  it('all gone are there again at the next start of the worker', async () => {
    const { alarms, rung } = clockwork();
    await ensureAlarms(alarms);
    await ensureNight(MINUTE, alarms);
    const all = [...rung.keys()].toSorted();
    rung.clear();
    await ensureAlarms(alarms);
    await ensureNight(MINUTE, alarms);
    expect([...rung.keys()].toSorted()).toEqual(all);
  });

  it('that are there are left alone: a worker that starts every few minutes would keep them from ringing', async () => {
    const { alarms, created, until } = clockwork();
    for (let at = 0; at < 6 * 60; at += 3) {
      await ensureAlarms(alarms);
      await ensureNight(7 * 60 * MINUTE, alarms);
      until(at * MINUTE);
    }
    expect(created()).toBeLessThanOrEqual(5);
  });

  it('ring twice a minute while something awaits its proof, and not otherwise', async () => {
    const { alarms, until, created } = clockwork();
    await poll(false, alarms);
    expect(until(10 * MINUTE)).toEqual([]);
    await poll(true, alarms);
    await poll(true, alarms);
    expect(created()).toBe(1);
    const heard = until(20 * MINUTE);
    expect([heard.length, heard.every(isDoorbell)]).toEqual([20, true]);
    await poll(false, alarms);
    expect(until(30 * MINUTE)).toEqual([]);
  });

  it('for what is due next is never sooner than browsers ring, and goes when nothing is', async () => {
    const { alarms, rung } = clockwork();
    await ring(5, 0, alarms);
    expect(rung.get('due')?.next).toBe(30_000);
    await ring(null, 0, alarms);
    expect(rung.has('due')).toBe(false);
  });
});
