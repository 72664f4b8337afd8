import { refuse, type Refused } from './formats/header.ts';
import { preparePhoto, type Alone, type PreparedPhoto } from './prepare-photo.ts';

export type PhotoAnswer = PreparedPhoto | Refused;

const largePhoto = 6_000_000;

/** Workers of one page share these locks: at most one photo of a modern camera is held in full size at a time. */
const alone: Alone = (pixels, work) => (pixels > largePhoto ? navigator.locks.request('large-photo', work) : work());

self.addEventListener('message', (event: MessageEvent<Blob>) => {
  void preparePhoto(event.data, alone)
    // Nothing else is known of a photo that broke the decoder; the others go on.
    .catch((): Refused => refuse('photo-damaged'))
    .then((answer: PhotoAnswer) => self.postMessage(answer));
});
