import 'fake-indexeddb/auto';

import { Ledger, Wardrobe } from '../../db/database.ts';
import { sealFlow } from '../../engine/flow.ts';
import { fakeWorker } from '../../selling/fake-worker.ts';
import { type ListingForm, nothingSaid } from '../../../shared/listing-form.ts';
import { actFlow } from './act-flow.ts';
import { relistFlow } from './flow.ts';
import { relistDesk } from './relist-desk.ts';
import { relistState, type RelistInput } from './relist-state.ts';

export const original: ListingForm = {
  ...nothingSaid,
  title: 'Blue dress',
  description: 'A blue dress.\nWorn once.',
  category: { id: 1, path: ['Women', 'Dresses'] },
  brand: { id: 53, label: 'Nike' },
  size: { id: 4, label: 'M' },
  condition: 2,
  colors: [9, 1],
  materials: [{ id: 44, label: 'Cotton' }],
  price: { amount: 1_200, currency: 'EUR' },
  package: 1,
};
export const photos = ['front', 'back'].map((text) => new Blob([`photo of the ${text}`], { type: 'image/jpeg' }));

export const DAY = 24 * 60 * 60 * 1000;

let names = 0;

/** A seller with one old listing, `50`, to relist, and another, `51`, of the same title. */
export function relistMachine(change: Partial<RelistInput> = {}, kind: 'relist' | 'listing-act' = 'relist') {
  const name = (names += 1);
  const wardrobe = new Wardrobe(`wardrobe-relist-${name}`);
  const worker = fakeWorker(new Ledger(`ledger-relist-${name}`), ({ site, ledger, now }, guard) => {
    const desk = relistDesk({
      ledger,
      wardrobe,
      now,
      catalog: async () => [],
      settleWindow: async () => 60_000,
      looksSame: async () => false,
    });
    const make = kind === 'relist' ? relistFlow : actFlow;
    const flow = sealFlow(make(site, guard(desk, true)));
    return { flows: [flow], desk: { flow } };
  });
  worker.fake.clock.now = 100 * DAY;
  worker.fake.list('50', original, photos);
  worker.fake.list('51', { ...original, description: 'Another of these.' }, photos.slice(0, 1));
  const input: RelistInput = {
    market: 'www.vinted.fr',
    how: 'publish',
    sellerTab: null,
    vintedId: null,
    account: 'www.vinted.fr:7',
    lineageId: 'thing',
    oldId: '50',
    backupId: null,
    pricePercent: 0,
    floor: null,
    restDays: 7,
    ...change,
  };
  const relist = (): Promise<void> => worker.queue({ input, listingKey: 'www.vinted.fr:50' });

  /** Copies of the thing that a buyer, or its seller, can see now; `51` is another thing. */
  const copies = () => worker.fake.listings.filter(({ id, isDraft }) => id !== '51' && !isDraft);
  const onSale = () => copies().filter(({ isSold, isHidden }) => !isSold && !isHidden);

  /** What a listing's photos are, in order. */
  const photoTexts = async (id: string): Promise<string[]> => {
    const own = worker.fake.find(id)?.form.photos ?? [];
    const { ledger, fake } = worker;
    const blobs = own.map(
      async (photo) => fake.acts.photos.get(photo.id) ?? (await ledger.backupPhotos.get(photo.id))?.blob,
    );
    return Promise.all(blobs.map(async (blob) => (await (await blob)?.text()) ?? 'lost'));
  };
  const state = async () => relistState.parse((await worker.job())?.state);
  return { ...worker, wardrobe, input, relist, copies, onSale, photoTexts, state };
}
export type RelistMachine = ReturnType<typeof relistMachine>;
