// Runs after `npm install`: WXT writes the types of the manifest and of the locales into .wxt/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const wxt = 'node_modules/wxt/bin/wxt.mjs';
if (existsSync('wxt.config.ts') && existsSync(wxt)) {
  const { status } = spawnSync(process.execPath, [wxt, 'prepare'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
