import { Hono } from 'hono';

import { emptyBody, type FieldError, type ItemBody } from '../item-body.ts';
import { draftRefusalsOf, refusalsOf } from '../rules/validate.ts';
import { takeId, type StoredItem } from '../state.ts';
import { editableAnswer } from './item-answer.ts';
import { mayNotWrite, notFound, notFoundAsHtml } from './refuse.ts';
import { csrfToken, signedIn, type Ask, type Env, type Site } from './site.ts';

type Upload = { item?: Partial<ItemBody>; draft?: Partial<ItemBody>; push_up?: boolean };

const ownItem = (site: Site, id: number): StoredItem | undefined =>
  site.state.items.find(
    (item) => item.id === id && item.deletedAt === null && item.memberId === site.switches.signedInAs,
  );

const refuseFields = (ask: Ask, errors: FieldError[]): Response =>
  ask.json({ code: 99, message_code: 'validation_error', message: errors[0]!.value, errors }, 400);

function note(site: Site, kind: string, item: StoredItem): void {
  const detail = structuredClone(item.body);
  site.state.writes.push({ at: site.now(), kind, memberId: item.memberId, id: item.id, detail });
}

function notePush(site: Site, pushed: boolean | undefined, item: StoredItem): void {
  if (!pushed) return;
  item.pushedUp = true;
  site.state.paid.push({ at: site.now(), memberId: item.memberId, what: 'push_up', id: item.id });
}

function newItem(site: Site, ask: Ask, body: ItemBody, isDraft: boolean): StoredItem {
  const at = site.now();
  const item: StoredItem = {
    id: takeId(site.state),
    memberId: signedIn(site)!.id,
    isDraft,
    body,
    host: ask.var.market.host,
    isHidden: false,
    isReserved: false,
    isSold: false,
    isWithdrawn: false,
    isProcessing: !isDraft && site.switches.underReview,
    pushedUp: false,
    views: 0,
    favourites: 0,
    createdAt: at,
    bumpedAt: at,
    seenFrom: at + site.switches.visibilityLagMs,
    deletedAt: null,
  };
  site.state.items.push(item);
  return item;
}

function published(ask: Ask, site: Site, item: StoredItem): Response {
  const modal = site.switches.afterPublish === 'verification-modal';
  return ask.json({
    item: { id: item.id, is_processing: item.isProcessing },
    ...(modal ? { after_upload_actions: ['show_item_verification_modal'] } : {}),
    code: 0,
  });
}

async function readBody(ask: Ask): Promise<{ body: ItemBody; pushed: boolean | undefined }> {
  const upload = await ask.req.json<Upload>();
  const body = { ...emptyBody(ask.var.market.currency), ...(upload.item ?? upload.draft) };
  return { body, pushed: upload.push_up };
}

const rulesOf = (ask: Ask, site: Site) => ({
  language: ask.var.market.language,
  luxuryNeedsThreePhotos: site.switches.luxuryNeedsThreePhotos,
});

async function publish(ask: Ask, site: Site): Promise<Response> {
  const refused = mayNotWrite(ask, site, csrfToken);
  if (refused) return refused;
  const { body, pushed } = await readBody(ask);
  const errors = refusalsOf(body, rulesOf(ask, site));
  if (errors.length > 0) return refuseFields(ask, errors);
  const item = newItem(site, ask, body, false);
  note(site, 'publish', item);
  notePush(site, pushed, item);
  return published(ask, site, item);
}

async function saveEdit(ask: Ask, site: Site): Promise<Response> {
  const item = ownItem(site, Number(ask.req.param('id')));
  const refused = mayNotWrite(ask, site, csrfToken);
  if (refused ?? !item) return refused ?? notFound(ask);
  if (isFixed(item!)) return refuseFields(ask, fixed);
  const { body, pushed } = await readBody(ask);
  const errors = refusalsOf(body, rulesOf(ask, site));
  if (errors.length > 0) return refuseFields(ask, errors);
  item!.body = body;
  note(site, 'edit', item!);
  notePush(site, pushed, item!);
  return ask.json({ item: { id: item!.id }, code: 0 });
}

async function saveDraft(ask: Ask, site: Site): Promise<Response> {
  const id = ask.req.param('id');
  const refused = mayNotWrite(ask, site, csrfToken);
  if (refused) return refused;
  const { body } = await readBody(ask);
  const errors = draftRefusalsOf(body, ask.var.market.language);
  if (errors.length > 0) return refuseFields(ask, errors);
  const known = id ? ownItem(site, Number(id)) : undefined;
  if (id && !known?.isDraft) return notFound(ask);
  const item = known ?? newItem(site, ask, body, true);
  item.body = body;
  note(site, 'draft', item);
  return ask.json({ draft: { id: item.id }, code: 0 });
}

async function completeDraft(ask: Ask, site: Site): Promise<Response> {
  const item = ownItem(site, Number(ask.req.param('id')));
  const refused = mayNotWrite(ask, site, csrfToken);
  if (refused ?? !item?.isDraft) return refused ?? notFound(ask);
  const { body, pushed } = await readBody(ask);
  const errors = refusalsOf(body, rulesOf(ask, site));
  if (errors.length > 0) return refuseFields(ask, errors);
  Object.assign(item!, {
    body,
    isDraft: false,
    isProcessing: site.switches.underReview,
    seenFrom: site.now() + site.switches.visibilityLagMs,
  });
  note(site, 'completion', item!);
  notePush(site, pushed, item!);
  return published(ask, site, item!);
}

function remove(ask: Ask, site: Site, kind: string, withAnonId: boolean): Response {
  const refused = mayNotWrite(ask, site, csrfToken, withAnonId);
  const item = ownItem(site, Number(ask.req.param('id')));
  if (refused ?? !item) return refused ?? notFound(ask);
  if (isFixed(item!)) return refuseFields(ask, fixed);
  item!.deletedAt = site.now();
  item!.seenFrom = site.now() + site.switches.visibilityLagMs;
  note(site, kind, item!);
  return ask.json({ code: 0 });
}

/** What is sold or under review can be neither hidden nor deleted nor edited. */
const isFixed = (item: StoredItem): boolean => item.isSold || item.isProcessing;
const fixed: FieldError[] = [{ field: 'base', value: "Désolé, une erreur s'est produite." }];

type Flags = { is_hidden?: boolean; is_reserved?: boolean; is_sold?: boolean };

/** The owner's buttons; where the site keeps *reserved* and *sold* is not known, their addresses are the sandbox's own. */
async function mark(ask: Ask, site: Site, flag: keyof Flags): Promise<Response> {
  const refused = mayNotWrite(ask, site, csrfToken, true);
  const item = ownItem(site, Number(ask.req.param('id')));
  if (refused ?? !item) return refused ?? notFound(ask);
  if (isFixed(item!)) return refuseFields(ask, fixed);
  const on = (await ask.req.json<Flags>())[flag] === true;
  const [name, kind] = marks[flag];
  item![name] = on;
  note(site, on ? kind : `un${kind}`, item!);
  return ask.json({ item: { id: item!.id, [flag]: on }, code: 0 });
}

const marks = {
  is_hidden: ['isHidden', 'hide'],
  is_reserved: ['isReserved', 'reserve'],
  is_sold: ['isSold', 'sell'],
} as const satisfies Record<keyof Flags, readonly [keyof StoredItem, string]>;

/** Listings and drafts: read, publish, edit, complete, hide, delete (site.md §8.3). */
export function itemRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/item_upload/items/:id{\\d+}', (ask) => {
    const item = ownItem(site, Number(ask.req.param('id')));
    return item ? ask.json({ item: editableAnswer(site, item, ask.var.market.language), code: 0 }) : notFound(ask);
  });
  app.post('/item_upload/items', (ask) => publish(ask, site));
  app.put('/item_upload/items/:id{\\d+}', (ask) => saveEdit(ask, site));
  app.post('/item_upload/drafts', (ask) => saveDraft(ask, site));
  app.put('/item_upload/drafts/:id{\\d+}', (ask) => saveDraft(ask, site));
  app.post('/item_upload/drafts/:id{\\d+}/completion', (ask) => completeDraft(ask, site));
  app.delete('/item_upload/drafts/:id{\\d+}', (ask) => remove(ask, site, 'delete-draft', false));
  app.post('/items/:id{\\d+}/delete', (ask) => remove(ask, site, 'delete', true));
  app.delete('/items/:id{\\d+}', (ask) => remove(ask, site, 'delete', true));
  for (const flag of ['is_hidden', 'is_reserved', 'is_sold'] as const) {
    app.put(`/items/:id{\\d+}/${flag}`, (ask) => mark(ask, site, flag));
  }
  // Retired on 5 Aug 2026: an HTML 404 for every listing, alive or not (site.md §8.2).
  app.get('/items/:id{\\d+}', (ask) => notFoundAsHtml(ask));
  return app;
}
