/** A moment as clocks on the wall of a zone show it. `weekday`: 1 = Monday … 7 = Sunday; `minute`: since midnight. */
export type LocalTime = { day: string; weekday: number; minute: number };

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times as much as using it. A zone nobody knows is read as UTC. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-CA', { ...parts, hourCycle: 'h23', timeZone: isZone(zone) ? zone : 'UTC' });
  formats.set(zone, made);
  return made;
}

export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

export function localTime(zone: string, at: number): LocalTime {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return { day, weekday, minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
}

/** The first moment at which clocks of the zone show this minute of this day; just after the gap where they skip it. */
export function instantOf(zone: string, day: string, minute: number): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const shown = (at: number): number => {
    const local = localTime(zone, at);
    return Date.parse(`${local.day}T00:00:00Z`) + local.minute * 60_000;
  };
  const guesses = [-DAY, 0, DAY].map((around) => wanted - (shown(wanted + around) - (wanted + around)));
  const exact = guesses.filter((at) => shown(at) === wanted);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...guesses);
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
