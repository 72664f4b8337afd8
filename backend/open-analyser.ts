import type { Config } from './config.ts';
import type { Randomness } from './deps.ts';
import type { Analyser } from './suggest/analyser.ts';
export async function openAnalyser(_config: Config, _random: Randomness): Promise<Analyser> {
  throw new Error('none');
}
