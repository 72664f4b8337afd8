import type { DraftChoice } from './find-drafts.ts';
import type { PanelJob } from './panel-phase.ts';
import type { Place } from './panel-place.ts';

/** All the panel asks of the background worker. It keeps nothing itself: closed and opened again, it shows the same. */
export interface PanelBackground {
  state(): Promise<PanelJob | null>;
  /** Whether the red button holds everything, on all accounts. */
  stopped(): Promise<boolean>;
  drafts(): Promise<DraftChoice[]>;
  fill(draftId: string): Promise<unknown>;
  suggest(photos: Blob[]): Promise<unknown>;
  undo(): Promise<unknown>;
  stop(jobId: string): Promise<unknown>;
  retry(jobId: string): Promise<unknown>;
  stopAll(): Promise<unknown>;
  keepPlace(place: Place): Promise<unknown>;
  openDashboard(route: string): Promise<unknown>;
  /** Calls back whenever the job of this tab may have changed; returns how to stop that. */
  onChanged(listener: () => void): () => void;
}
