/** One finished request of the page to Vinted's API, as the browser's own timing saw it. No bodies, no method. */
export type Call = { path: string; status: number; start: number; end: number };

/** What the page itself asks of the API. `status` 0 = the request was cut off. */
export interface Traffic {
  /** Calls that began at or after `start`, in the order they ended. */
  since(start: number): readonly Call[];
  now(): number;
  onCall(heard: () => void): () => void;
}

const kept = 500;
const watched = /^\/api\/v2\/(item_upload|photos|items)/;

/** Listens for the whole life of the page: resource timing tells of a request only once it ended. */
export function watchTraffic(origin: string, performance: Performance, signal: AbortSignal): Traffic {
  const calls: Call[] = [];
  const listeners = new Set<() => void>();
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  function take(entries: PerformanceEntryList): void {
    for (const entry of entries) if (entry instanceof PerformanceResourceTiming) note(entry);
  }
  function note(entry: PerformanceResourceTiming): void {
    const url = new URL(entry.name);
    if (url.origin !== origin || !watched.test(url.pathname)) return;
    calls.push({ path: url.pathname, status: entry.responseStatus, start: entry.startTime, end: entry.responseEnd });
    if (calls.length > kept) calls.shift();
    for (const heard of listeners) heard();
  }
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    since: (start) => {
      // A page on its way elsewhere may be gone before the observer is called.
      take(observer.takeRecords());
      return calls.filter((call) => call.start >= start);
    },
    now: () => performance.now(),
    onCall: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
