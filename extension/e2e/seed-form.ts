import type { Page } from 'playwright-core';

import type { Draft } from '../../shared/draft.ts';
import type { ListingForm } from '../../shared/listing-form.ts';

const seller = <T>(value: T) => ({ value, confidence: 1, source: 'seller' as const });

/** A draft for the French site whose seller chose all that the form holds, with a title and photos of its own. */
export function draftOfForm(id: string, title: string, { photos, attributes, ...fields }: ListingForm): Draft {
  return {
    id,
    market: 'www.vinted.fr',
    photoIds: photos.map((_, index) => `${id}-${index + 1}`),
    fields: {
      title: seller(title),
      description: seller(fields.description),
      category: seller(fields.category),
      brand: seller(fields.brand),
      size: seller(fields.size),
      condition: seller(fields.condition),
      colors: seller(fields.colors),
      materials: seller(fields.materials),
      price: seller(fields.price),
      package: seller(fields.package),
      unisex: seller(fields.unisex),
      isbn: seller(fields.isbn),
      model: seller(fields.model),
      measurements: seller(fields.measurements),
    },
    attributes,
    suggestion: null,
    audience: 'women',
    state: 'open',
    failure: null,
    vintedId: null,
    bulk: null,
    priceFloor: null,
    templateId: null,
    createdAt: 1,
    updatedAt: 1,
  };
}

/** Runs in an extension page: the drafts and a painted photo for each of their photo ids. */
async function put(drafts: Draft[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('workshop');
    open.addEventListener('success', () => resolve(open.result));
  });
  const rows = await Promise.all(
    drafts.flatMap((draft) =>
      draft.photoIds.map(async (id, order) => {
        const canvas = new OffscreenCanvas(300, 400);
        const paint = canvas.getContext('2d');
        if (paint) paint.fillStyle = `hsl(${(order * 90 + id.length * 31) % 360} 60% 50%)`;
        paint?.fillRect(20, 20, 200, 300);
        paint?.fillText(id, 30, 200);
        const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
        const looks = { fingerprint: '0'.repeat(64), mirrored: '0'.repeat(64), swatch: [] };
        const size = { width: 300, height: 400, takenAt: null, order, intakeId: 'seed', addedAt: 0 };
        return { id, original: blob, small: blob, thumbnail: blob, hash: id, name: `${id}.jpg`, ...looks, ...size };
      }),
    ),
  );
  const transaction = database.transaction(['drafts', 'photos'], 'readwrite');
  for (const draft of drafts) transaction.objectStore('drafts').put(draft);
  for (const row of rows) transaction.objectStore('photos').put(row);
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

export const seedDrafts = (page: Page, drafts: Draft[]): Promise<void> => page.evaluate(put, drafts);
