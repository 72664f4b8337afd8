import { chromiumFlags } from '../extension/sandbox/hosts.ts';
import { startSandbox } from '../extension/sandbox/sandbox.ts';

/** Starts the pretend Vinted for a person: prints how to reach it and runs until stopped. */
const port = Number(process.env.SANDBOX_PORT ?? 8443);
const sandbox = await startSandbox({ port, switches: { photoMs: 600, cookieBanner: true } });
const flags = chromiumFlags(sandbox.port).map((flag) => `'${flag}'`);
console.log(`Sandbox Vinted is up on port ${sandbox.port}. Open it with:

  chromium --user-data-dir=.data/sandbox-browser ${flags.join(' ')} https://www.vinted.fr/items/new

Switches: https://www.vinted.fr/__sandbox   (or https://127.0.0.1:${sandbox.port}/__sandbox)
Stop with Ctrl+C.`);

const stop = (): void => void sandbox.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
