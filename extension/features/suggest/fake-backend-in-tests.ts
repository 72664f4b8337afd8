import { expect } from 'vitest';

import { BackendError } from '../../api/backend-error.ts';
import type { Backend } from '../../api/backend.ts';
import type { AnalyzeManifest, BulkItem, BulkJob } from '../../../shared/bulk.ts';
import type { Suggestion } from '../../../shared/suggestion.ts';

const open = { value: null, confidence: 0, source: 'none' as const };
const suggestion: Suggestion = {
  description: open,
  audience: open,
  category: open,
  categoryAlternatives: [],
  brand: open,
  size: open,
  condition: open,
  colors: open,
  materials: open,
  composition: open,
  price: open,
  package: open,
  title: { value: 'A coat', confidence: 0.9, source: 'model' },
};

const answerOf = (jobId: string, itemKey: string, id: string) => ({
  id,
  jobId,
  itemKey,
  photos: [],
  suggestion,
  edits: {},
  createdAt: 1,
  updatedAt: 1,
});

/** A backend in memory: keeps jobs by key, fails call number `failAt`, answers items when their photos are there. */
export function fakeBackend() {
  const jobs = new Map<string, { job: BulkJob; manifest: AnalyzeManifest; has: Set<string> }>();
  const state = {
    calls: 0,
    failAt: -1,
    failAs: 'backend-broken',
    beforeDrafts: async (): Promise<void> => undefined,
    provider: null as string | null,
    failing: new Set<string>(),
    uploads: 0,
    lists: 0,
    atOnce: 0,
    most: 0,
  };
  const tick = async (): Promise<void> => {
    state.calls += 1;
    if (state.calls === state.failAt) throw new BackendError({ code: state.failAs, message: 'now' });
  };
  const find = (id: string) => {
    const found = [...jobs.values()].find(({ job }) => job.id === id);
    if (!found) throw new BackendError({ code: 'not-found', message: 'no' });
    return found;
  };
  const view = (id: string): BulkJob => {
    const { job, manifest, has } = find(id);
    const missing = manifest.photos.map(({ hash }) => hash).filter((hash) => !has.has(hash));
    if (job.state === 'cancelled') return job;
    if (missing.length > 0) return { ...job, missing };
    const items = job.items.map((item): BulkItem =>
      state.failing.has(item.key)
        ? { ...item, state: 'failed', failure: { code: 'analysis-timeout', message: 'late' } }
        : { ...item, state: 'done', draftId: `draft-${item.key}` },
    );
    return { ...job, state: 'done', missing, items };
  };
  const backend: Backend = {
    async capabilities() {
      await tick();
      return { version: '1', analyser: state.provider ? 'model' : 'built-in', provider: state.provider };
    },
    async analyze({ key, manifest, photos }) {
      state.atOnce += 1;
      state.most = Math.max(state.most, state.atOnce);
      await tick().finally(() => (state.atOnce -= 1));
      const id = crypto.randomUUID();
      const items = (manifest.items ?? []).map((item) => ({
        ...item,
        state: 'waiting' as const,
        failure: null,
        draftId: null,
      }));
      const usage = { inputTokens: 0, outputTokens: 0, cost: null };
      const fresh: BulkJob = {
        id,
        state: 'receiving',
        missing: [],
        photos: { total: 1, received: 0 },
        items,
        usage,
        analyser: 'built-in',
        createdAt: 1,
        updatedAt: 1,
      };
      const entry = jobs.get(key) ?? { job: fresh, manifest, has: new Set<string>() };
      expect(entry.manifest).toEqual(manifest);
      jobs.set(key, entry);
      for (const photo of photos) {
        state.uploads += 1;
        entry.has.add((await photo.text()).padEnd(64, '0'));
      }
      return view(entry.job.id);
    },
    async job(id) {
      await tick();
      return view(id);
    },
    async *events(id) {
      await tick();
      yield view(id);
    },
    async drafts(jobId) {
      await tick();
      await state.beforeDrafts();
      state.lists += 1;
      return view(jobId).items.flatMap(({ key, draftId }) => (draftId ? [answerOf(jobId, key, draftId)] : []));
    },
    async draft(draftId) {
      await tick();
      await state.beforeDrafts();
      for (const { job } of jobs.values()) {
        const item = view(job.id).items.find((one) => one.draftId === draftId);
        if (item) return answerOf(job.id, item.key, draftId);
      }
      throw new BackendError({ code: 'not-found', message: 'no' });
    },
    async cancel(id) {
      await tick();
      const { job } = find(id);
      job.state = 'cancelled';
      return view(id);
    },
    async retryItem(id, key) {
      await tick();
      state.failing.delete(key);
      return view(id);
    },
  };
  return { backend, state, jobs };
}
