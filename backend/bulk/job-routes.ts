import { createRoute, z as documented } from '@hono/zod-openapi';
import * as z from 'zod';

import { analyzeManifest, bulkItem, bulkJob } from '../../shared/bulk.ts';
import type { BulkJob } from '../../shared/bulk.ts';
import type { AppDeps } from '../http/app-deps.ts';
import { Refused } from '../http/refused.ts';
import { answers, deviceOnly, json, newRoutes } from '../http/route-parts.ts';
import { cancelJob, retryItem } from './change-job.ts';
import { viewJob } from './job-view.ts';
import { receivePhotos } from './receive-photos.ts';
import { uploadParts } from './upload-parts.ts';

const { security, ownerNote } = deviceOnly;
const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/)
  .describe('Names this upload; the same key with the same manifest adds to the same job');
const binary = documented.string().openapi({ type: 'string', format: 'binary' });
const jobParams = z.object({ id: z.uuid() });
const itemParams = z.object({ id: z.uuid(), key: bulkItem.shape.key });

const analyze = createRoute({
  method: 'post',
  path: '/photos/analyze',
  summary: 'Send photos to be analysed',
  description:
    'Any device may call this; the job is its own. The body is multipart: an optional `manifest` part (JSON, first), then ' +
    '`photos` parts (JPEG, PNG or WebP, at most 20 MB and 50 megapixels each, at most 200). With a manifest the photos may ' +
    'come over several requests with the same `Idempotency-Key`; the job starts once `missing` is empty. Without one, the ' +
    'photos of the request are the job, grouped into items by the server. Photos are re-encoded without metadata on ' +
    'arrival and deleted when the job ends, at the latest after a day.',
  security,
  request: {
    headers: z.object({ 'idempotency-key': idempotencyKey }),
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({ manifest: analyzeManifest.optional(), photos: z.array(binary).max(200) }),
        },
      },
    },
  },
  responses: { 202: json(bulkJob, 'The job'), ...answers(400, 401, 413, 415, 422, 429, 503) },
});

const readJob = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'A job',
  description: ownerNote,
  security,
  request: { params: jobParams },
  responses: { 200: json(bulkJob, 'The job'), ...answers(401, 404) },
});

const cancel = createRoute({
  method: 'post',
  path: '/jobs/{id}/cancel',
  summary: 'Cancel a job',
  description: `${ownerNote} Open items become \`cancelled\`, photos are deleted, finished drafts stay.`,
  security,
  request: { params: jobParams },
  responses: { 200: json(bulkJob, 'The job'), ...answers(401, 404) },
});

const retry = createRoute({
  method: 'post',
  path: '/jobs/{id}/items/{key}/retry',
  summary: 'Try a failed item again',
  description:
    `${ownerNote} If the job had ended, its photos are gone: it becomes \`receiving\` and goes on when those in ` +
    '`missing` are sent again with the same key and manifest.',
  security,
  request: { params: itemParams },
  responses: { 200: json(bulkJob, 'The job'), ...answers(401, 404, 409) },
});

export function jobRoutes(deps: AppDeps) {
  const app = newRoutes();
  // The body is read here part by part: the validator would hold the whole upload in memory.
  const headers = z.object({ 'idempotency-key': idempotencyKey });
  app.openAPIRegistry.registerPath({ ...analyze, path: '/photos/analyze' });
  app.post('/photos/analyze', async (c) => {
    const parsed = headers.safeParse({ 'idempotency-key': c.req.header('idempotency-key') });
    if (!parsed.success) {
      throw new Refused('invalid-input', 'An Idempotency-Key of 8 to 200 visible characters is needed.', {
        field: 'Idempotency-Key',
      });
    }
    const sender = { ownerId: c.get('ownerId'), idempotencyKey: parsed.data['idempotency-key'] };
    const jobId = await receivePhotos(deps, sender, uploadParts(c.req.raw));
    return c.json(await mustView(deps, sender.ownerId, jobId), 202);
  });
  app.openapi(readJob, async (c) => c.json(await mustView(deps, c.get('ownerId'), c.req.valid('param').id), 200));
  app.openapi(cancel, async (c) => {
    const { id } = c.req.valid('param');
    await cancelJob(deps, c.get('ownerId'), id);
    return c.json(await mustView(deps, c.get('ownerId'), id), 200);
  });
  app.openapi(retry, async (c) => {
    const { id, key } = c.req.valid('param');
    await retryItem(deps, c.get('ownerId'), id, key);
    return c.json(await mustView(deps, c.get('ownerId'), id), 200);
  });
  return app;
}

export async function mustView(deps: AppDeps, ownerId: string, jobId: string): Promise<BulkJob> {
  const job = await viewJob(deps.db, ownerId, jobId);
  if (!job) throw new Refused('not-found', 'There is no such job.');
  return job;
}
