import { fingerprintOf, grayscale17x16 } from '../../../shared/fingerprint.ts';

/** What a photo looks like, whatever it was encoded with. */
export async function printOf(photo: Blob): Promise<string> {
  const picture = await createImageBitmap(photo, { resizeWidth: 68, resizeHeight: 64, resizeQuality: 'high' });
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no canvas.');
  context.drawImage(picture, 0, 0);
  picture.close();
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return fingerprintOf(grayscale17x16(data, width, height));
}
