import type { Backend } from '../../api/backend.ts';
import type { Wait } from '../../api/follow-job.ts';
import type { Workshop } from '../../db/database.ts';
import type { Settings } from '../../db/settings.ts';
import type { ResolveCategory } from './suggestion-to-draft.ts';

/** What turning photos into drafts works with; neither page nor DOM, so that the background can do it too. */
export type SuggestDeps = {
  workshop: Workshop;
  backend: Backend;
  settings(): Promise<Settings>;
  resolve: ResolveCategory;
  /** Asks for the site's catalogue to be read; rejects when no Vinted tab is there to read it. */
  readCatalog(market: string): Promise<void>;
  /** One runner for an intake at a time, whatever page or worker it is in. `false` = somebody else is at it. */
  alone(name: string, run: () => Promise<void>): Promise<boolean>;
  wait: Wait;
  now(): number;
  newId(): string;
};
