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
  /** Closed without a sale: taken back by the member or by the site (site.md §8.2). */
  isWithdrawn: boolean;
  isProcessing: boolean;
  /** Set when anything ever asked for the paid push. */
  pushedUp: boolean;
  views: number;
  favourites: number;
  createdAt: number;
  /** The wardrobe's order follows it; a bump moves a listing to the front (site.md §5.2). */
  bumpedAt: number;
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
    isWithdrawn: false,
    isProcessing: false,
    pushedUp: false,
    views: 0,
    favourites: 0,
    createdAt: at,
    bumpedAt: at,
    seenFrom: at,
    deletedAt: null,
    ...change,
    body: { ...emptyBody('EUR'), ...change.body },
  };
  state.items.push(item);
  return item;
}

const live = (state: SandboxState, id: number): StoredItem => {
  const item = liveItems(state).find((one) => one.id === id);
  if (!item) throw new Error(`There is no listing ${id}.`);
  return item;
};

/** Another member bought it. Not a write of anybody's on this account: the write log stays as it is. */
export function sellToBuyer(state: SandboxState, id: number): void {
  Object.assign(live(state, id), { isSold: true, isReserved: false });
}

/** The member did something by hand elsewhere, on the phone: not in the write log either. */
export function changeByHand(
  state: SandboxState,
  id: number,
  change: Omit<Partial<StoredItem>, 'body' | 'id'> & { body?: Partial<ItemBody> },
): void {
  const item = live(state, id);
  Object.assign(item, { ...change, body: { ...item.body, ...change.body } });
}
