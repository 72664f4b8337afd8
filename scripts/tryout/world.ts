import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startBackend, type Backend } from '../../backend/start-backend.ts';
import { launch, type Harness } from '../../extension/e2e/harness.ts';
import { startSandbox, type Sandbox } from '../../extension/sandbox/sandbox.ts';
import { sellerDefaults, type SellerDefaults } from '../../shared/defaults.ts';
import type { Arguments } from './arguments.ts';

export interface World {
  sandbox: Sandbox | null;
  sitePort: number;
  backend: Backend;
  harness: Harness;
  close(): Promise<void>;
}

/** Backend on a folder of its own with whatever analyser the environment names, pretend Vinted, browser. */
export async function startWorld(given: Arguments): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'vintedbot-backend-'));
  const sandbox = given.sitePort === null ? await startSandbox() : null;
  const sitePort = given.sitePort ?? sandbox?.port ?? 0;
  const env = { LOG_LEVEL: 'warn', ...process.env };
  const backend = await startBackend({ env, port: 0, dataDir: folder });
  const harness = await launch({ sitePort, backendUrl: backend.url, headless: given.headless, tryout: {} });
  return {
    sandbox,
    sitePort,
    backend,
    harness,
    async close() {
      await harness.close();
      await backend.close();
      await sandbox?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The file of `--defaults`, or nobody's choices. Throws with the field that is wrong. */
export function readDefaults(file: string | null): SellerDefaults {
  if (file === null) return sellerDefaults.parse({});
  const parsed = sellerDefaults.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
