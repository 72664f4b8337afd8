import type { Draft } from '../../shared/draft.ts';
import { completeDraft, draftWith } from '../features/drafts/desk-in-tests.ts';

export const nodes = [
  { id: 1904, parent: null, title: 'Women' },
  { id: 4, parent: 1904, title: 'Clothing' },
  { id: 10, parent: 4, title: 'Dresses' },
  { id: 1056, parent: 10, title: 'Midi-dresses' },
  { id: 1055, parent: 10, title: 'Long dresses' },
  { id: 5, parent: null, title: 'Men' },
  { id: 2050, parent: 5, title: 'Clothing' },
  { id: 257, parent: 2050, title: 'Jeans' },
  { id: 2994, parent: null, title: 'Electronics' },
  { id: 3565, parent: 2994, title: 'Phones' },
  { id: 3661, parent: 3565, title: 'Mobile phones' },
  { id: 3580, parent: 2994, title: 'Laptops' },
];
/** The laptops' own lists as the site tells them; of mobile phones it told nothing. */
export const lists = [
  {
    code: 'internal_memory_capacity',
    title: 'Stockage',
    required: true,
    options: [128, 256, 512, 1024, 2048].map((count, at) => ({ id: 2001 + at, label: `${count}\u00A0Go` })),
  },
  {
    code: 'charger_included',
    title: 'Chargeur inclus',
    required: true,
    options: [
      { id: 2041, label: 'Oui' },
      { id: 2042, label: 'Non' },
    ],
  },
];
export const sizes = ['XS', 'S', 'M', 'L'].map((label, at) => ({ id: at + 1, label, group: 'Women' }));
const midi = { id: 1056, path: ['Women', 'Clothing', 'Dresses', 'Midi-dresses'] };
export const MANY = 2_000;

/** 2,000 drafts: the first is complete, the second nearly empty, then a mix. */
export const drafts: Draft[] = Array.from({ length: MANY }, (_, at) => {
  const more = { createdAt: 2_000_000_000_000 - at, photoIds: at === 0 ? ['p0', 'p1', 'p2'] : [`p${(at % 9) + 3}`] };
  if (at === 1) return draftWith('d1', {}, more);
  return completeDraft(
    `d${at}`,
    {
      title: `Item ${at}`,
      category: midi,
      size: { id: 2, label: 'S' },
      price: { amount: 1_000 + at, currency: 'EUR' },
    },
    more,
  );
});

/** Complete but for their own lists. */
export const devices: Draft[] = [
  device('laptop', { id: 3580, path: ['Electronics', 'Laptops'] }),
  device('phone', { id: 3661, path: ['Electronics', 'Phones', 'Mobile phones'] }),
];

function device(id: string, category: { id: number; path: string[] }): Draft {
  const more = { createdAt: 2_000_000_000_001, photoIds: ['p11'] };
  return completeDraft(id, { title: `My ${id}`, category, size: null, model: { id: null, label: 'X' } }, more);
}

/** Runs in the dashboard: rows straight into its database. */
export async function seed(rows: {
  drafts: unknown[];
  nodes: unknown[];
  sizes: unknown[];
  lists?: unknown[];
}): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('workshop');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
  const pictures = await Promise.all(
    Array.from({ length: 12 }, async (_, at) => {
      const canvas = new OffscreenCanvas(80, 100);
      const paint = canvas.getContext('2d')!;
      paint.fillStyle = `hsl(${at * 30} 60% 50%)`;
      paint.fillRect(0, 0, 80, 100);
      return canvas.convertToBlob({ type: 'image/png' });
    }),
  );
  const transaction = db.transaction(['drafts', 'photos', 'catalogs', 'categoryOptions'], 'readwrite');
  for (const draft of rows.drafts) transaction.objectStore('drafts').put(draft);
  for (const [at, blob] of pictures.entries()) {
    const fingerprint = Array.from({ length: 64 }, (_, digit) =>
      ((at * 7 + digit * digit * (at + 3)) % 16).toString(16),
    ).join('');
    transaction.objectStore('photos').put({
      id: `p${at}`,
      original: blob,
      small: blob,
      thumbnail: blob,
      hash: `h${at}`,
      name: `${at}.png`,
      width: 80,
      height: 100,
      takenAt: null,
      order: at,
      fingerprint,
      mirrored: fingerprint.split('').toReversed().join(''),
      swatch: [],
      intakeId: 'i',
      addedAt: 0,
    });
  }
  transaction.objectStore('catalogs').put({ market: 'www.vinted.fr', nodes: rows.nodes, readAt: 0 });
  const conditions = [6, 1, 2, 3, 4];
  const options = { market: 'www.vinted.fr', sizes: rows.sizes, conditions, attributes: [], readAt: Date.now() };
  for (const catalogId of [1056, 1055, 257]) transaction.objectStore('categoryOptions').put({ ...options, catalogId });
  transaction
    .objectStore('categoryOptions')
    .put({ ...options, catalogId: 3580, sizes: [], attributes: rows.lists ?? [] });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  db.close();
}
