// Runs after `npm install`: WXT writes the types of the manifest and of the locales into .wxt/.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

if (existsSync('wxt.config.ts') && existsSync('node_modules/wxt')) {
  const { status } = spawnSync('npx', ['--no-install', 'wxt', 'prepare'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
