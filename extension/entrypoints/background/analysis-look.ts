import { resumeIntakes } from '../../features/suggest/resume-intakes.ts';
import { suggestDeps } from '../dashboard/compose-suggest.ts';

/** One look at every analysis under way: what the dashboard follows while it is open, the background does now and then. */
export function analysisLook(readCatalog: (market: string) => Promise<void>) {
  const deps = suggestDeps(readCatalog, false);
  return { look: (): Promise<void> => resumeIntakes(deps, new AbortController().signal) };
}
