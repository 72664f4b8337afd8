import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { nothingSaid } from '../../../shared/listing-form.ts';
import type { Backup } from '../../../shared/listing.ts';
import { keptFile } from './kept-file.ts';

const photo = (sha256: string) => ({ sha256, type: 'image/jpeg', bytes: 3, orientation: 0 });
const backup = {
  vintedId: '50',
  form: { ...nothingSaid, title: 'Robe d’été' },
  photos: [photo('a'), photo('lost'), photo('b')],
  madeAt: Date.UTC(2026, 10, 24),
} as Backup;

test('what is kept of a listing is an archive any program opens: fields and photos in order', async () => {
  const blobs = new Map([
    ['a', new Blob([new Uint8Array([1, 2, 3])])],
    ['b', new Blob([new Uint8Array([4, 5, 6])])],
  ]);
  const backupPhotos = {
    get: async (sha256: string) => {
      const blob = blobs.get(sha256);
      return blob && { sha256, blob, addedAt: 0 };
    },
  };
  const zip = await keptFile({ backupPhotos }, backup);
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  try {
    writeFileSync(join(folder, 'kept.zip'), Buffer.from(await zip.arrayBuffer()));
    execFileSync('python3', ['-m', 'zipfile', '-e', 'kept.zip', '.'], { cwd: folder });
    expect(JSON.parse(readFileSync(join(folder, 'listing.json'), 'utf8'))).toMatchObject({
      vintedId: '50',
      title: 'Robe d’été',
    });
    expect([...readFileSync(join(folder, 'photo-01.jpeg'))]).toEqual([1, 2, 3]);
    expect([...readFileSync(join(folder, 'photo-03.jpeg'))]).toEqual([4, 5, 6]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
