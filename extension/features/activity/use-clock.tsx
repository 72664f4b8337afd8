import { useEffect, useState } from 'preact/hooks';

/** Fine enough for "goes on at", coarse enough to cost nothing. */
const stepMs = 5_000;

/** The time, as a view needs it: what waits for a moment shows as next once the moment has come. */
export function useClock(): number {
  const [now, setNow] = useState(() => new Date().getTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().getTime()), stepMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
