import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

import type { Market } from '../hosts.ts';
import type { Member, SandboxState } from '../state.ts';
import type { Switches } from '../switches.ts';

export type LoggedRequest = {
  at: number;
  host: string;
  method: string;
  path: string;
  status: number;
  fault: string | null;
};

/** What every route works on. The clock is a parameter so that tests can hold it. */
export interface Site {
  state: SandboxState;
  switches: Switches;
  log: LoggedRequest[];
  now(): number;
}

export type Env = { Bindings: HttpBindings; Variables: { market: Market; fault: string | null } };
export type Ask = Context<Env>;

export const csrfToken = '75f6c9fa-dc8e-4e52-a000-e09dd4084b3e';

export const signedIn = (site: Site): Member | null =>
  site.state.members.find((member) => member.id === site.switches.signedInAs) ?? null;

export const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
