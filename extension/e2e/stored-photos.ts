/** Pictures made for tests, and what an extension page has stored of them. */
import type { Page } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';

/** Four quarters of different colours: orientation and content can be read off it. */
export const quarters = (width: number, height: number, hue = 0): Sharp => {
  const block = (red: number, green: number, blue: number) => ({
    create: { width: width / 2, height: height / 2, channels: 3 as const, background: { r: red, g: green, b: blue } },
  });
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([
    { input: block(220, hue, 30), left: 0, top: 0 },
    { input: block(30, 200, hue), left: width / 2, top: 0 },
    { input: block(hue, 60, 220), left: 0, top: height / 2 },
  ]);
};

type Row = {
  name: string;
  width: number;
  height: number;
  takenAt: number | null;
  originalType: string;
  original: string;
  small: string;
};

/** The stored photos with their bytes as base64, read past the page's own code. */
export const rows = (page: Page): Promise<Row[]> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('workshop');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
    });
    const all = await new Promise<Record<string, unknown>[]>((resolve) => {
      const request = database.transaction('photos').objectStore('photos').getAll();
      request.addEventListener('success', () => resolve(request.result));
    });
    database.close();
    const base64 = async (blob: Blob): Promise<string> => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    };
    return Promise.all(
      all.map(async (photo) => ({
        name: photo['name'] as string,
        width: photo['width'] as number,
        height: photo['height'] as number,
        takenAt: photo['takenAt'] as number | null,
        originalType: (photo['original'] as Blob).type,
        original: await base64(photo['original'] as Blob),
        small: await base64(photo['small'] as Blob),
      })),
    );
  });

export const corner = async (base64: string): Promise<number[]> => {
  const { data } = await sharp(Buffer.from(base64, 'base64'))
    .extract({ left: 5, top: 5, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
};
export const close = (one: number[], other: number[]): boolean =>
  one.every((value, at) => Math.abs(value - (other[at] ?? 0)) < 24);
