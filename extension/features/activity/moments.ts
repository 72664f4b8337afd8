const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** A moment as short as it can be told: the time today, else with its day. */
export function shortMoment(at: number, now: number, language?: string): string {
  const [moment, today] = [new Date(at), new Date(now)];
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const day: Intl.DateTimeFormatOptions = sameDay(moment, today)
    ? {}
    : { weekday: 'short', day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, { ...day, ...time }).format(moment);
}

/** Heading of a day: today and yesterday by those words, in the seller's language. */
export function dayHeading(at: number, now: number, language?: string): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000);
  if (days === 0 || days === -1) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  }
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at));
}

export const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
