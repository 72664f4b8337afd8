import { expect, it } from 'vitest';

import { preparePhoto, type Alone } from './prepare-photo.ts';

const alone: Alone = (_, work) => work();

it.each(['NotReadableError', 'NotFoundError'])(
  'a photo that changed since it was picked is refused: %s',
  async (name) => {
    const file = new File(['x'.repeat(2_000)], 'a.jpg');
    file.arrayBuffer = () => Promise.reject(new DOMException('The file changed.', name));
    expect(await preparePhoto(file, alone)).toEqual({ refused: 'photo-unreadable' });
  },
);

it('a fault of our own is not blamed on the photo', async () => {
  const file = new File(['x'], 'a.jpg');
  file.arrayBuffer = () => Promise.reject(new TypeError('ours'));
  await expect(preparePhoto(file, alone)).rejects.toThrow('ours');
});
