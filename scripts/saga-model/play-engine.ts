import { runNode } from '../run-command.ts';

/** The engine itself, driven at random: outcomes, deaths at any call, jumps of the clock, walls, stops. Its exit code. */
export async function playEngine(runs: number): Promise<number> {
  const test = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'extension/engine/engine-model'];
  const { code } = await runNode(test, { show: true, env: { MODEL_RUNS: String(runs) } });
  console.log(code === 0 ? `engine: held over ${runs} runs` : 'engine: BROKEN');
  return code;
}
