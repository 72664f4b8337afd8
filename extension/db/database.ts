import { Dexie, type EntityTable, type Table } from 'dexie';

import type { AnalyzeManifest } from '../../shared/bulk.ts';
import type { CatalogNode } from '../../shared/catalog.ts';
import type { Draft } from '../../shared/draft.ts';
import type { Job, JournalEntry } from '../../shared/job.ts';
import type { Backup, Lineage, Listing, ListingDay, ListingEvent } from '../../shared/listing.ts';
import type { AccountPace, Rule } from '../../shared/rule.ts';
import type { WardrobeEntry } from '../../shared/wardrobe.ts';

/** One photo as the seller gave it, upright and without metadata, plus what grouping and duplicates need. */
export type Photo = {
  id: string;
  /** The full-size publishing copy (≤ 9 MB, no EXIF/GPS). */
  original: Blob;
  /** ≤ 1,600 px copy that may be sent to the analyser; its SHA-256 is `hash`. */
  small: Blob;
  thumbnail: Blob;
  hash: string;
  name: string;
  width: number;
  height: number;
  /** Camera time (Unix ms) or null. */
  takenAt: number | null;
  /** Position in the drop, for grouping. */
  order: number;
  /** 256-bit dHash as 64 hex digits, and that of the mirrored photo (vision.md §6). */
  fingerprint: string;
  mirrored: string;
  /** Colours of centre and border (shared/swatch.ts), for grouping. */
  swatch: number[];
  /** Intake it came with. */
  intakeId: string;
  addedAt: number;
};

/** One drop of photos on its way to drafts: the stacks as proposed and then changed by the seller. */
export type Intake = {
  id: string;
  market: string;
  stacks: { key: string; photoIds: string[] }[];
  /** Photos with an order below this were put into stacks once; one that is in none of them was taken out by the seller. */
  grouped: number;
  /** Photos named but not taken in, with the reason. */
  refused: { name: string; code: string }[];
  /** Names still being prepared: what to ask for again when the browser is closed meanwhile (the bytes are gone then). */
  preparing: string[];
  state: 'preparing' | 'grouping' | 'analysing' | 'done' | 'failed' | 'cancelled';
  /** What the analysis was asked for, word for word: a resumed upload must say the same. Null until it was asked. */
  manifest: AnalyzeManifest | null;
  /** Item keys the seller wants tried again. */
  retrying: string[];
  /** Idempotency key and server id of the analysis. */
  jobKey: string;
  serverJobId: string | null;
  failure: { code: string; message: string } | null;
  createdAt: number;
  updatedAt: number;
};

/** Description template with `{{variables}}`. */
export type Template = { id: string; name: string; language: string; title: string; body: string; updatedAt: number };

/** A site's own catalogue, kept a week. `parent` null = root. */
export type StoredCatalog = { market: string; nodes: CatalogNode[]; readAt: number };

/** Fingerprints of photos of published listings, for the duplicate warning. */
export type PublishedPhoto = {
  id: string;
  draftId: string;
  vintedId: string;
  market: string;
  fingerprint: string;
  mirrored: string;
  title: string;
};

/** A member seen signed in on a site, and whether its automation is paused and why. */
export type Account = {
  /** `${market}:${memberId}` */
  key: string;
  market: string;
  memberId: string;
  login: string;
  pause: { kind: string; evidence: string; since: number; until: number | null } | null;
  lastSeenAt: number;
};

/**
 * One draft's part of one action. Rows of an action share `group` and are undone together; `what` joins the keys of one
 * typing burst. `before` null = the action made the draft, `after` null = it deleted the draft.
 */
export type Undo = {
  id?: number;
  draftId: string;
  group: string;
  what: string;
  before: Draft | null;
  after: Draft | null;
  undone: boolean;
  at: number;
};

/** What a site's form offers in one category, as last read from it; kept so that drafts can be checked without a tab. */
export type StoredOptions = {
  market: string;
  catalogId: number;
  sizes: { id: number; label: string; group: string }[];
  conditions: number[];
  /** The category's own lists; null = the site did not tell them, undefined = stored before they were asked for. */
  attributes?: CategoryAttribute[] | null;
  readAt: number;
};

/** A list only some categories have: storage, SIM lock, skirt length … */
export type CategoryAttribute = {
  code: string;
  title: string;
  required: boolean;
  options: { id: number; label: string }[];
};

/** What a failed or finished fill saw, kept locally: no personal data, newest 200. */
export type Diagnostic = { id?: number; jobId: string; at: number; step: string; data: unknown };

/** The bytes of one photo of a backup, under their SHA-256. */
export type BackupPhoto = { sha256: string; blob: Blob; addedAt: number };

/** One page of a wardrobe as a sync under way read it; gone when that sync has ended. */
export type WardrobeRead = {
  jobId: string;
  /** Which time the whole list is read, as it may have moved while it was read. */
  pass: number;
  /** Place in the pass. */
  at: number;
  which: 'active' | 'draft' | 'hidden' | 'sold' | null;
  page: number;
  pages: number;
  total: number;
  entries: WardrobeEntry[];
};

/** How an account's last look at its wardrobe went. `total` = listings the site counts. */
export type SyncRun = {
  account: string;
  startedAt: number;
  endedAt: number;
  total: number;
  requests: number;
  failure: { code: string; message: string } | null;
};

/** Drafts and photos: strict durability, because they hold what cannot be made again. */
export class Workshop extends Dexie {
  drafts!: EntityTable<Draft, 'id'>;
  photos!: EntityTable<Photo, 'id'>;
  intakes!: EntityTable<Intake, 'id'>;
  templates!: EntityTable<Template, 'id'>;
  catalogs!: EntityTable<StoredCatalog, 'market'>;
  publishedPhotos!: EntityTable<PublishedPhoto, 'id'>;
  undos!: Table<Undo, number>;
  categoryOptions!: Table<StoredOptions, [string, number]>;

  constructor(name = 'workshop') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      drafts: 'id, state, market, updatedAt, createdAt',
      photos: 'id, hash, intakeId',
      intakes: 'id, state, createdAt',
      templates: 'id, name',
      catalogs: 'market',
      publishedPhotos: 'id, market, draftId',
      undos: '++id, draftId, group',
      categoryOptions: '[market+catalogId]',
    });
  }
}

/** What the first version did not know: every job of its was made by hand, for the work tab. */
function jobOfVersion1(job: Job): void {
  Object.assign(job, { listingKey: null, notAfter: null, ruleId: null, queue: `${job.market}|version-1` });
  if (job.status === 'queued' && job.step !== 'open' && job.step !== 'open-here') job.status = 'waiting';
}

/** Jobs and journal: a database of their own, strict (reliability.md §0.3). */
export class Ledger extends Dexie {
  jobs!: EntityTable<Job, 'id'>;
  journal!: EntityTable<JournalEntry, 'seq'>;
  accounts!: EntityTable<Account, 'key'>;
  diagnostics!: Table<Diagnostic, number>;
  /** When each account may act. */
  paces!: EntityTable<AccountPace, 'account'>;
  backups!: EntityTable<Backup, 'id'>;
  backupPhotos!: EntityTable<BackupPhoto, 'sha256'>;

  constructor(name = 'ledger') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      jobs: 'id, status, draftId, [market+memberId], notBefore, createdAt',
      journal: 'seq, jobId, at',
      accounts: 'key, market',
      diagnostics: '++id, jobId, at',
    });
    this.version(2)
      .stores({
        jobs: 'id, status, [status+queue+notBefore], [status+notAfter], draftId, listingKey, doneAt, createdAt',
        journal: 'seq, jobId, at, [event+at]',
        paces: 'account',
        backups: 'id, account, listingKey, lineageId, state',
        backupPhotos: 'sha256, addedAt',
      })
      .upgrade(async (transaction) => {
        await transaction.table<Job>('jobs').toCollection().modify(jobOfVersion1);
      });
  }
}

/** What is known of the members' wardrobes, and the rules that act on them. Can be read from Vinted again, but for the notes. */
export class Wardrobe extends Dexie {
  listings!: EntityTable<Listing, 'key'>;
  lineages!: EntityTable<Lineage, 'id'>;
  events!: Table<ListingEvent, number>;
  days!: EntityTable<ListingDay, 'id'>;
  rules!: EntityTable<Rule, 'id'>;
  syncs!: EntityTable<SyncRun, 'account'>;
  reads!: Table<WardrobeRead, [string, number, number]>;

  constructor(name = 'wardrobe') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      listings: 'key, account, lineageId, [account+status]',
      lineages: 'id, account, *vintedIds',
      events: '++id, account, key, lineageId, at',
      days: 'id, account, key, day',
      rules: 'id, account, kind',
      syncs: 'account',
    });
    this.version(2).stores({ reads: '[jobId+pass+at], jobId' });
  }
}
