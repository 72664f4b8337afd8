/** `npm run kill-matrix`: worker, tab and browser killed at every step of a publication; exit 1 on any loss or twin. */
import { runNode } from './run-command.ts';

const { code } = await runNode(['scripts/test.ts', 'e2e', 'extension/e2e/kill-publish'], {
  show: true,
  env: { KILL_MATRIX: 'full' },
});
console.log(code === 0 ? 'kill-matrix: held' : 'kill-matrix: MISSED');
process.exitCode = code;
