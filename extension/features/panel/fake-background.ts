/** For tests of the panel. */
import type { MessageError } from '../../messaging/failures.ts';
import type { DraftChoice } from './find-drafts.ts';
import type { PanelBackground } from './panel-background.ts';
import type { PanelJob } from './panel-phase.ts';

export const job = (change: Partial<PanelJob> = {}): PanelJob => ({
  jobId: 'j1',
  draftId: 'd1',
  title: 'Red dress',
  status: 'running',
  doing: 'fill-title',
  at: 2,
  of: 10,
  failure: null,
  canUndo: false,
  limit: null,
  ...change,
});
const draft = (id: string, title: string): DraftChoice => ({
  id,
  title,
  price: null,
  thumbnail: null,
  photos: 2,
  open: 1,
});

/** A background that remembers what it was asked and answers what the test set. */
export function fakeBackground() {
  const asked: unknown[] = [];
  const listeners = new Set<() => void>();
  const fake = {
    asked,
    job: null as PanelJob | null,
    isStopped: false,
    refuse: null as MessageError | null,
    changed: (): void => listeners.forEach((listener) => listener()),
  };
  const did = async (...what: unknown[]): Promise<void> => {
    asked.push(what);
    if (fake.refuse) throw fake.refuse;
  };
  const background: PanelBackground = {
    state: async () => fake.job,
    stopped: async () => fake.isStopped,
    drafts: async () => [draft('d1', 'Red dress'), draft('d2', 'Blue jeans')],
    fill: (id) => did('fill', id),
    suggest: (photos) => did('suggest', photos.length),
    undo: () => did('undo'),
    stop: (id) => did('stop', id),
    retry: (id) => did('retry', id),
    stopAll: () => did('stopAll'),
    keepPlace: (place) => did('place', place),
    openDashboard: (route) => did('dashboard', route),
    onChanged: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
  };
  return { fake, background };
}
