import type { MiddlewareHandler } from 'hono';

import type { Fault } from '../switches.ts';
import { cutter, type Cutter } from './cutter.ts';
import { endpointOf, takeFault } from './faults.ts';
import { refusal } from './refuse.ts';
import { pause, type Ask, type Env, type Site } from './site.ts';

type Next = () => Promise<void>;

async function play(ask: Ask, site: Site, fault: Fault, cuts: Cutter, next: Next): Promise<Response | void> {
  ask.set('fault', fault.is);
  const answer = refusal(ask, fault, site, endpointOf(ask.req.method, ask.req.path) === 'page');
  if (answer) return answer;
  if (fault.is === 'cut-before') return cuts.cut(ask);
  if (fault.is === 'slow') await pause(fault.ms ?? 3000);
  await next();
  if (fault.is === 'cut-after') ask.res = cuts.cut(ask);
}

/** Plays the failures that are switched on, before or after the request reached its route. */
export function playFaults(site: Site): MiddlewareHandler<Env> {
  const cuts = cutter(site);
  return async (ask, next) => {
    if (cuts.isResent(ask)) {
      ask.set('fault', 'resent');
      return cuts.cut(ask);
    }
    const endpoint = endpointOf(ask.req.method, ask.req.path);
    if (endpoint === null) return next();
    await pause(endpoint === 'page' ? 0 : site.switches.answerMs);
    const fault = takeFault(site.switches, endpoint);
    return fault ? play(ask, site, fault, cuts, next) : next();
  };
}
