import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';

import { createApp } from './server/app.ts';
import { loadBundle } from './server/bundle.ts';
import { makeCertificate } from './server/certificate.ts';
import type { LoggedRequest, Site } from './server/site.ts';
import { newState, type SandboxState } from './state.ts';
import { defaultSwitches, type Switches } from './switches.ts';

export interface Sandbox {
  port: number;
  /** Where the browser finds a host; the port is mapped by `chromiumFlags`. */
  origin(host: string): string;
  state: SandboxState;
  switches: Switches;
  set(change: Partial<Switches>): void;
  log: readonly LoggedRequest[];
  reset(): void;
  close(): Promise<void>;
}

export type SandboxOptions = { port?: number; switches?: Partial<Switches>; seed?: number };

/** Objects that tests hold stay the same ones: they are refilled, never replaced. */
function refill<T extends object>(target: T, source: T): void {
  for (const key of Object.keys(target)) delete target[key as keyof T];
  Object.assign(target, structuredClone(source));
}

/** A pretend Vinted on this machine. It owns its own facts and knows nothing of the extension's code. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const first: Switches = { ...defaultSwitches, ...options.switches };
  const fresh = (): SandboxState => newState(options.seed ?? 1);
  const site: Site = { state: fresh(), switches: structuredClone(first), log: [], now: () => Date.now() };
  const controls = {
    set: (change: Partial<Switches>) => void Object.assign(site.switches, structuredClone(change)),
    reset: () => {
      refill(site.state, fresh());
      refill(site.switches, first);
      site.log.length = 0;
    },
  };
  const [bundle, certificate] = await Promise.all([loadBundle(), makeCertificate()]);
  const listener = getRequestListener(createApp(site, controls, bundle).fetch);
  const server = createServer(certificate, (incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  const { state, switches, log } = site;
  return { port, origin: (host) => `https://${host}`, state, switches, log, ...controls, close };
}
