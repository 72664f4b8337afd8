import { createRoute } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { SSEStreamingApi } from 'hono/streaming';
import * as z from 'zod';

import type { BulkJob } from '../../shared/bulk.ts';
import type { AppDeps } from '../http/app-deps.ts';
import { answers, deviceOnly, newRoutes } from '../http/route-parts.ts';
import { mustView } from './job-routes.ts';
import { viewJob } from './job-view.ts';

const lookAgainAfter = 1_000;

const events = createRoute({
  method: 'get',
  path: '/jobs/{id}/events',
  summary: 'Follow a job',
  description:
    `${deviceOnly.ownerNote} Server-sent events: each \`job\` event carries the whole job, the first at once, the next ` +
    'whenever it changed; comments in between are signs of life. The stream ends when the job has ended. After a cut, ' +
    'call again: nothing is missed, because each event is the whole job.',
  security: deviceOnly.security,
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } },
    ...answers(401, 404),
  },
});

export function eventRoutes(deps: AppDeps) {
  const app = newRoutes();
  app.openAPIRegistry.registerPath(events);
  app.get('/jobs/:id/events', async (c) => {
    const ownerId = c.get('ownerId');
    const id = z.uuid().safeParse(c.req.param('id')).data ?? '';
    const job = await mustView(deps, ownerId, id);
    return streamSSE(c, (stream) => follow(deps, stream, ownerId, job));
  });
  return app;
}

const hasEnded = (job: BulkJob): boolean => job.state === 'done' || job.state === 'cancelled';

async function follow(deps: AppDeps, stream: SSEStreamingApi, ownerId: string, first: BulkJob): Promise<void> {
  const left = new AbortController();
  stream.onAbort(() => left.abort());
  let job: BulkJob | undefined = first;
  let told = -1;
  let lastSign = deps.clock.now();
  while (job && !left.signal.aborted && deps.isServing()) {
    if (job.updatedAt !== told) {
      await stream.writeSSE({ event: 'job', id: String(job.updatedAt), data: JSON.stringify(job) });
      told = job.updatedAt;
      lastSign = deps.clock.now();
    }
    if (hasEnded(job)) return;
    if (deps.clock.now() - lastSign >= deps.config.heartbeatMs) {
      await stream.write(': alive\n\n');
      lastSign = deps.clock.now();
    }
    await deps.changes.next(job.id, Math.min(lookAgainAfter, deps.config.heartbeatMs), left.signal);
    job = left.signal.aborted ? undefined : await viewJob(deps.db, ownerId, job.id);
  }
}
