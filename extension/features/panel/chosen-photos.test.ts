import { describe, expect, it } from 'vitest';

import { choosePhotos } from './chosen-photos.ts';

const photo = (name: string, type = 'image/jpeg', bytes = 'x'): File => new File([bytes], name, { type });

describe('choosePhotos', () => {
  it('takes 1 to 20 photos and leaves other files out', () => {
    const files = [photo('a.jpg'), photo('notes.txt', 'text/plain'), photo('b.heic', '')];
    expect(choosePhotos(files)).toEqual({ is: 'photos', photos: [files[0], files[2]] });
  });

  it('refuses more than a listing holds rather than dropping some', () => {
    expect(choosePhotos(Array.from({ length: 21 }, (_, n) => photo(`${n}.jpg`)))).toEqual({ is: 'too-many' });
    expect(choosePhotos(Array.from({ length: 20 }, (_, n) => photo(`${n}.jpg`))).is).toBe('photos');
  });

  it('says so when there is no photo at all', () => {
    expect(choosePhotos([])).toEqual({ is: 'none' });
    expect(choosePhotos([photo('list.pdf', 'application/pdf')])).toEqual({ is: 'none' });
  });

  it('names an empty file', () => {
    expect(choosePhotos([photo('a.jpg'), photo('b.jpg', 'image/jpeg', '')])).toEqual({ is: 'empty', name: 'b.jpg' });
  });
});
