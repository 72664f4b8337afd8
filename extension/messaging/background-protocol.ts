import * as z from 'zod/mini';

const market = z.string().check(z.regex(/^www\.vinted\.[a-z.]{2,6}$/));

const listingKey = z.string().check(z.regex(/^www\.vinted\.[a-z.]{2,6}:\d{1,15}$/));
const listingKeys = z.array(listingKey).check(z.minLength(1), z.maxLength(500));
const backupId = z.string().check(z.maxLength(100));
/** `safe` = by itself, `prepare` = the form is filled and the seller presses its button. */
const mode = z.enum(['safe', 'prepare']);
/** What became of each wish, in the order asked: the job that was queued, or why there is none. */
const queuedOrNot = z.array(
  z.strictObject({
    /** Listing, or backup, it was asked for. */
    key: z.string(),
    jobId: z.nullable(z.string()),
    refused: z.nullable(z.strictObject({ code: z.string(), message: z.string() })),
  }),
);

/** One list a category has of its own (site.md §3.2): storage, SIM lock, skirt length … */
const attribute = z.strictObject({
  code: z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,60}$/i)),
  title: z.string().check(z.maxLength(200)),
  required: z.boolean(),
  options: z.array(z.strictObject({ id: z.int(), label: z.string().check(z.maxLength(200)) })),
});

/** Told by its tag: in Firefox a blob that came by message is of another realm than the content script's own `Blob`. */
const blob = z.custom<Blob>((value) => /^\[object (Blob|File)\]$/.test(Object.prototype.toString.call(value)));

/**
 * Messages to the background worker. `from` says which kind of sender may send it: `page` = the content script of an
 * allowed Vinted host in the top frame, `extension` = one of our own pages (reliability.md §3.5). Schemas are zod/mini:
 * the content script sends some of them.
 */
export const backgroundProtocol = {
  /** Something may be due: run a tick now. */
  'engine.wake': { from: ['extension', 'page'], in: z.void(), out: z.void() },
  /** The red button: nothing further is written, on any account, until resumed. Survives a restart. */
  'engine.stop': { from: ['extension', 'page'], in: z.void(), out: z.void() },
  'engine.resume': { from: ['extension'], in: z.void(), out: z.void() },
  /** A content script is alive on a page and tells what it sees. */
  'page.ready': {
    from: ['page'],
    in: z.strictObject({ page: z.string().check(z.maxLength(40)) }),
    out: z.strictObject({ isWorkTab: z.boolean(), panelAllowed: z.boolean() }),
  },
  /** Long page work reports what it is doing; also proof of life. `leaseToken` is the token of the step it was handed. */
  'step.progress': {
    from: ['page'],
    in: z.strictObject({
      leaseToken: z.string().check(z.maxLength(64)),
      doing: z.string().check(z.maxLength(60)),
      at: z.int().check(z.minimum(0)),
      of: z.int().check(z.minimum(0)),
    }),
    out: z.void(),
  },
  /** Bytes of one photo of the draft that is being filled in the asking tab. */
  'photo.bytes': {
    from: ['page'],
    in: z.strictObject({ leaseToken: z.string().check(z.maxLength(64)), photoId: z.string().check(z.maxLength(64)) }),
    out: z.strictObject({ blob: blob, name: z.string() }),
  },
  /**
   * What was seen of a submit, sent the moment it is seen: the redirect that follows destroys the content script and its
   * pending reply (site.md §3.4). `status` = HTTP status of the page's own request (0 = cut off, null = not seen yet).
   */
  'submit.evidence': {
    from: ['page'],
    in: z.strictObject({
      leaseToken: z.string().check(z.maxLength(64)),
      status: z.nullable(z.int()),
      itemId: z.nullable(z.string().check(z.regex(/^\d{1,15}$/))),
      url: z.string().check(z.maxLength(2_000)),
    }),
    out: z.void(),
  },
  /** Open drafts for the panel's *Choose a draft*: only what the list shows. */
  'panel.drafts': {
    from: ['page'],
    in: z.void(),
    out: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        price: z.nullable(z.strictObject({ amount: z.number(), currency: z.string() })),
        thumbnail: z.nullable(blob),
        photos: z.int(),
        open: z.int(),
      }),
    ),
  },
  /** Fill the form of the asking tab from a draft; the last click stays with the seller. */
  'panel.fill': {
    from: ['page'],
    in: z.strictObject({ draftId: z.string() }),
    out: z.strictObject({ jobId: z.string() }),
  },
  /** Make a draft from these photos with the analyser, then fill the form of the asking tab. */
  'panel.suggest': {
    from: ['page'],
    in: z.strictObject({ photos: z.array(blob).check(z.minLength(1), z.maxLength(20)) }),
    out: z.strictObject({ draftId: z.string(), jobId: z.string() }),
  },
  /** What the job of the asking tab is doing; null = nothing. */
  'panel.state': {
    from: ['page'],
    in: z.void(),
    out: z.nullable(
      z.strictObject({
        jobId: z.string(),
        draftId: z.nullable(z.string()),
        title: z.string(),
        status: z.string(),
        doing: z.string(),
        at: z.int(),
        of: z.int(),
        failure: z.nullable(z.strictObject({ code: z.string(), message: z.string(), field: z.optional(z.string()) })),
        canUndo: z.boolean(),
        /** The limit of the day holds it: how many of how many, and when it goes on. */
        limit: z.nullable(z.strictObject({ count: z.int(), of: z.int(), until: z.int() })),
      }),
    ),
  },
  /** Put the form of the asking tab back to what it held before the last fill. */
  'panel.undo': { from: ['page'], in: z.void(), out: z.void() },
  'panel.place': {
    from: ['page'],
    in: z.nullable(z.strictObject({ x: z.number(), y: z.number(), folded: z.boolean() })),
    out: z.nullable(z.strictObject({ x: z.number(), y: z.number(), folded: z.boolean() })),
  },
  /** Reads the catalogue of a site through a signed-in tab and keeps it in Dexie (`catalogs`). */
  'catalog.refresh': { from: ['extension'], in: z.strictObject({ market }), out: z.strictObject({ nodes: z.int() }) },
  /** Brands of a site by name, through a signed-in tab (site.md §4.6). */
  'brands.search': {
    from: ['extension'],
    in: z.strictObject({ market, keyword: z.string().check(z.maxLength(80)), catalogId: z.nullable(z.int()) }),
    out: z.array(z.strictObject({ id: z.int(), title: z.string() })),
  },
  /**
   * What the form of one category offers (site.md §8.2): sizes (empty = no size field), condition ids, and its own lists;
   * `attributes` null = the site told us nothing of them.
   */
  'category.options': {
    from: ['extension'],
    in: z.strictObject({ market, catalogId: z.int() }),
    out: z.strictObject({
      sizes: z.array(z.strictObject({ id: z.int(), label: z.string(), group: z.string() })),
      conditions: z.array(z.int()),
      attributes: z.nullable(z.array(attribute)),
    }),
  },
  /** One publish job per draft, in the given order. `fill` leaves the last click to the seller. */
  'jobs.publish': {
    from: ['extension'],
    in: z.strictObject({
      draftIds: z.array(z.string()).check(z.minLength(1), z.maxLength(200)),
      how: z.enum(['publish', 'draft', 'fill']),
    }),
    out: z.strictObject({ jobIds: z.array(z.string()) }),
  },
  /** One look at a whole wardrobe; `memberId` null = of whoever is signed in. */
  'wardrobe.sync': {
    from: ['extension'],
    in: z.strictObject({ market, memberId: z.nullable(z.string().check(z.regex(/^\d{1,15}$/))) }),
    out: z.strictObject({ jobId: z.string() }),
  },
  /** Relists each of these listings, one after the other. */
  'listing.relist': { from: ['extension'], in: z.strictObject({ listingKeys, mode }), out: queuedOrNot },
  /** Each listing's new price, in the smallest unit of the currency it has. */
  'listing.price': {
    from: ['extension'],
    in: z.strictObject({
      prices: z
        .array(z.strictObject({ listingKey, amount: z.int().check(z.positive()) }))
        .check(z.minLength(1), z.maxLength(500)),
    }),
    out: queuedOrNot,
  },
  /** Whatever is deleted is kept here first: `backup.restore` publishes it again. */
  'listing.act': {
    from: ['extension'],
    in: z.strictObject({ listingKeys, act: z.enum(['hide', 'unhide', 'delete']) }),
    out: queuedOrNot,
  },
  /** Publishes listings that are not online any more as they were kept (`ledger.backups`). */
  'backup.restore': {
    from: ['extension'],
    in: z.strictObject({ backupIds: z.array(backupId).check(z.minLength(1), z.maxLength(500)), mode }),
    out: queuedOrNot,
  },
  /** It is not asked about again; what was kept stays until it is cleared up. */
  'backup.forget': { from: ['extension'], in: z.strictObject({ backupId }), out: z.void() },
  'jobs.stop': { from: ['extension', 'page'], in: z.strictObject({ jobId: z.string() }), out: z.void() },
  'jobs.retry': { from: ['extension', 'page'], in: z.strictObject({ jobId: z.string() }), out: z.void() },
  /** The seller's answer to "is it online?" when the site itself could not tell. */
  'jobs.answer': {
    from: ['extension'],
    in: z.strictObject({
      jobId: z.string(),
      answer: z.enum(['it-is-there', 'it-is-not-there']),
      vintedId: z.nullable(z.string()),
    }),
    out: z.void(),
  },
  /** Re-arms a paused account, by hand only. `key` = `market:memberId`. */
  'account.resume': { from: ['extension'], in: z.strictObject({ key: z.string() }), out: z.void() },
  /** Opens the dashboard at one of its own routes. */
  'dashboard.open': {
    from: ['page', 'extension'],
    in: z.strictObject({ route: z.string().check(z.regex(/^[a-z/0-9-]{0,80}$/)) }),
    out: z.void(),
  },
} as const satisfies Record<string, { from: readonly ('page' | 'extension')[]; in: z.ZodMiniType; out: z.ZodMiniType }>;

export type BackgroundMessage = keyof typeof backgroundProtocol;
