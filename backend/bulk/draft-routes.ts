import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';

import { bulkDraft, bulkDraftPage } from '../../shared/bulk.ts';
import type { AppDeps } from '../http/app-deps.ts';
import { requireMediaType } from '../http/guards.ts';
import { parseJson } from '../http/json.ts';
import { Refused } from '../http/refused.ts';
import { answers, deviceOnly, json, newRoutes } from '../http/route-parts.ts';
import { draftEdits, editDraft, getDraft, listDrafts } from './drafts.ts';

const { security, ownerNote } = deviceOnly;
const params = z.object({ id: z.uuid() });
const longestEdit = 64 * 1024;

const list = createRoute({
  method: 'get',
  path: '/drafts',
  summary: 'Finished drafts, oldest first',
  description: 'Any device may call this and sees its own drafts only.',
  security,
  request: {
    query: z.strictObject({
      job: z.uuid().optional(),
      cursor: z.string().max(200).optional(),
      limit: z
        .string()
        .regex(/^([1-9]|[1-9][0-9]|100)$/)
        .optional(),
    }),
  },
  responses: { 200: json(bulkDraftPage, 'A page of drafts'), ...answers(400, 401) },
});

const read = createRoute({
  method: 'get',
  path: '/drafts/{id}',
  summary: 'A draft',
  description: ownerNote,
  security,
  request: { params },
  responses: { 200: json(bulkDraft, 'The draft'), ...answers(401, 404) },
});

const edit = createRoute({
  method: 'patch',
  path: '/drafts/{id}',
  summary: 'Note what the seller changed',
  description: `${ownerNote} Send whole fields of the suggestion; those left out stay as they are.`,
  security,
  request: { params, body: { required: true, content: { 'application/json': { schema: draftEdits } } } },
  responses: { 200: json(bulkDraft, 'The draft'), ...answers(400, 401, 404, 413, 415) },
});

export function draftRoutes(deps: AppDeps) {
  const app = newRoutes();
  app.openapi(list, async (c) => {
    const { job, cursor, limit } = c.req.valid('query');
    return c.json(await listDrafts(deps, c.get('ownerId'), { job, cursor, limit: Number(limit ?? 50) }), 200);
  });
  app.openapi(read, async (c) => c.json(await getDraft(deps, c.get('ownerId'), c.req.valid('param').id), 200));
  // The body is read by our own parser: strict about content type, encoding and characters no database stores.
  app.openAPIRegistry.registerPath(edit);
  app.patch('/drafts/:id', async (c) => {
    requireMediaType(c.req.header('content-type'), 'application/json');
    const id = params.safeParse(c.req.param());
    if (!id.success) throw new Refused('not-found', 'There is no such draft.');
    const edits = parseJson(await readBody(c.req.raw), draftEdits, 'body');
    return c.json(await editDraft(deps, c.get('ownerId'), id.data.id, edits), 200);
  });
  return app;
}

async function readBody(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > longestEdit) throw new Refused('body-too-large', 'The request is too long.', { field: 'body' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
