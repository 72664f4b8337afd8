import type { Ask, Site } from './site.ts';

export interface Cutter {
  /** Ends the connection; the answer goes nowhere. */
  cut(ask: Ask): Response;
  isResent(ask: Ask): boolean;
}

const resendWithin = 1000;

/**
 * Chromium by itself sends a request again that was cut on a connection kept alive or opened ahead, once for each such
 * connection. No page can see or prevent that, so the copies are cut, too, before they do anything: "answer lost" means lost, whatever the connection was.
 */
export function cutter(site: Site): Cutter {
  const expectedUntil = new Map<string, number>();
  const whatOf = (ask: Ask): string => [ask.req.method, ask.req.path, ask.req.header('content-length') ?? ''].join(' ');
  return {
    cut: (ask) => {
      const what = whatOf(ask);
      const until = expectedUntil.get(what) ?? 0;
      if (until <= site.now()) expectedUntil.set(what, site.now() + resendWithin);
      ask.env.incoming.socket.destroy();
      return ask.body(null, 500);
    },
    isResent: (ask) => (expectedUntil.get(whatOf(ask)) ?? 0) > site.now(),
  };
}
