import { emptyBody, type ItemBody } from './item-body.ts';

export type Member = {
  id: number;
  login: string;
  city: string;
  followerIds: number[];
  followingIds: number[];
};

export type Photo = {
  id: number;
  memberId: number;
  temp_uuid: string;
  name: string;
  type: string;
  bytes: Uint8Array;
  sha256: string;
  at: number;
};

/** One id space: a draft's id becomes the listing's id (site.md §2). */
export type StoredItem = {
  id: number;
  memberId: number;
  isDraft: boolean;
  body: ItemBody;
  host: string;
  isHidden: boolean;
  isReserved: boolean;
  isSold: boolean;
  isProcessing: boolean;
  /** Set when anything ever asked for the paid push. */
  pushedUp: boolean;
  views: number;
  favourites: number;
  createdAt: number;
  /** When the wardrobe starts (or, once deleted, stops) showing it. */
  seenFrom: number;
  deletedAt: number | null;
};

export type Write = { at: number; kind: string; memberId: number; id: number; detail: unknown };

export type SandboxState = {
  members: Member[];
  /** Drafts and listings, deleted ones included. */
  items: StoredItem[];
  photos: Photo[];
  writes: Write[];
  /** Paid actions asked for by anybody; must stay empty. */
  paid: { at: number; memberId: number; what: string; id: number | null }[];
  nextId: number;
};

const members = (): Member[] => [
  { id: 101, login: 'camille_d', city: 'Lyon', followerIds: [102, 103], followingIds: [102] },
  { id: 102, login: 'jonas.k', city: 'Berlin', followerIds: [101], followingIds: [] },
  { id: 103, login: 'amelia_w', city: 'Leeds', followerIds: [], followingIds: [101] },
];

export const newState = (seed: number): SandboxState => ({
  members: members(),
  items: [],
  photos: [],
  writes: [],
  paid: [],
  nextId: 7_000_000_000 + (seed % 1000) * 1_000_000,
});

/** Ids are not consecutive: the site is shared with millions of others. */
export function takeId(state: SandboxState): number {
  state.nextId += 7 + (state.nextId % 13);
  return state.nextId;
}

export const liveItems = (state: SandboxState): StoredItem[] => state.items.filter((item) => item.deletedAt === null);
export const listingsOf = (state: SandboxState): StoredItem[] => liveItems(state).filter((item) => !item.isDraft);
export const draftsOf = (state: SandboxState): StoredItem[] => liveItems(state).filter((item) => item.isDraft);

/** A listing put there by a test, as if published earlier. */
export function seedItem(
  state: SandboxState,
  change: Omit<Partial<StoredItem>, 'body'> & { body: Partial<ItemBody> },
  at: number,
): StoredItem {
  const item: StoredItem = {
    id: takeId(state),
    memberId: 101,
    isDraft: false,
    host: 'www.vinted.fr',
    isHidden: false,
    isReserved: false,
    isSold: false,
    isProcessing: false,
    pushedUp: false,
    views: 0,
    favourites: 0,
    createdAt: at,
    seenFrom: at,
    deletedAt: null,
    ...change,
    body: { ...emptyBody('EUR'), ...change.body },
  };
  state.items.push(item);
  return item;
}
