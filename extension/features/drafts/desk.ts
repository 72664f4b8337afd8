import type { Workshop } from '../../db/database.ts';

/** What the verbs of this feature work with; the view that mounts them is the composition. */
export type Desk = {
  db: Workshop;
  now: () => number;
  newId: () => string;
};
