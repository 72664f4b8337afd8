import { find } from '../../find.ts';
import { attachFiles } from '../../hand/attach-files.ts';
import { pause } from '../../hand/settle.ts';
import { sameLines } from '../../hand/type.ts';
import { controls } from '../../selectors.ts';
import type { ListingForm } from '../../../../shared/listing-form.ts';
import { present } from './present.ts';
import { absent, type Filled, refused, type SellField, type SellPage } from './sell-page.ts';
import { fillText } from './text-field.ts';
import { inOrder, removeThumbs, thumbsOf, uploaded } from './thumbs.ts';

type Photo = ListingForm['photos'][number];

const limit = { photos: 20, bytes: 9 * 1024 * 1024 } as const;

/**
 * Photos: a thumb with an address of Vinted's own exists only once its upload succeeded (site.md §3.2). Photos that were
 * there before make way for those of the draft; an empty list leaves everything as it is.
 */
export const photos: SellField = {
  wants: (form) => (form.photos.length > 0 ? form.photos : null),
  shows: (page) => `${thumbsOf(page).length}`,
  holds: (page, form) => holdsAll(page, form.photos),
  fill: async (page, form) => {
    const tooBig = form.photos.find(({ bytes }) => bytes > limit.bytes);
    if (form.photos.length > limit.photos) return refused('', `More than ${limit.photos} photos.`);
    if (tooBig) return refused(tooBig.name, `${tooBig.name} is larger than 9 MB.`);
    if (!(await present(page, controls.photos))) return absent();
    if (holdsAll(page, form.photos)) return { is: 'already', shows: photos.shows(page) };
    await awake(page, form);
    return bring(page, form.photos);
  },
};

/**
 * A page that has not hydrated yet misses files without a word, and hearing of them twice it would upload them twice. The
 * title comes first: its field shows whether the page follows.
 */
async function awake(page: SellPage, { title }: ListingForm): Promise<void> {
  if (title === null || page.memory.follows) return;
  const { is } = await fillText(page, controls.title, title);
  const mirrored = find(page.sight, controls.title)?.getAttribute('value');
  page.memory.follows = is === 'filled' && typeof mirrored === 'string' && sameLines(mirrored, title);
}

const holdsAll = (page: SellPage, wanted: readonly Photo[]): boolean => {
  const shown = thumbsOf(page);
  return (
    shown.length === wanted.length && wanted.every(({ id }, at) => page.memory.photos.get(shown[at]?.src ?? '') === id)
  );
};

async function bring(page: SellPage, wanted: readonly Photo[]): Promise<Filled> {
  const kept = keptPrefix(page, wanted);
  const old = thumbsOf(page).filter((thumb) => !kept.includes(thumb.src));
  const isCrowded = old.length + wanted.length > limit.photos;
  if (isCrowded) await removeThumbs(page, old);
  const failed = await upload(page, wanted, kept.length);
  if (failed) return refused(photos.shows(page), failed);
  if (!isCrowded) await removeThumbs(page, old);
  if (!holdsAll(page, wanted)) return refused(photos.shows(page), 'The photos do not stand in the wanted order.');
  return {
    is: 'filled',
    shows: photos.shows(page),
    ...(old.length > 0 ? { why: `${old.length} other photos were removed.` } : {}),
  };
}

/** Thumbs of ours that already stand where they belong; what follows them is done again. */
function keptPrefix(page: SellPage, wanted: readonly Photo[]): string[] {
  const ours = thumbsOf(page).filter(({ src }) => page.memory.photos.has(src));
  const wrong = ours.findIndex(({ src }, at) => page.memory.photos.get(src) !== wanted[at]?.id);
  return (wrong < 0 ? ours : ours.slice(0, wrong)).map(({ src }) => src);
}

/** What went wrong, in words; nothing when all are up. A person adds one photo after the other, a test all at once. */
async function upload(page: SellPage, wanted: readonly Photo[], from: number): Promise<string | undefined> {
  const rest = wanted.slice(from);
  if (page.hand.pace.kind === 'instant' && rest.length > 1) {
    const failed = await send(page, rest, { at: from, of: wanted.length });
    if (
      failed ||
      inOrder(
        page,
        wanted.map(({ id }) => id),
      )
    )
      return failed;
    await removeThumbs(page, thumbsOf(page).slice(from));
  }
  for (const [at, photo] of rest.entries()) {
    const failed = await send(page, [photo], { at: from + at, of: wanted.length });
    if (failed) return failed;
    if (at < rest.length - 1) await pause(page.hand.pace.photo(), page.hand.signal);
  }
  return undefined;
}

async function send(
  page: SellPage,
  batch: readonly Photo[],
  { at, of }: { at: number; of: number },
): Promise<string | undefined> {
  page.progress('photos', at, of);
  const files: File[] = [];
  for (const photo of batch) {
    page.hand.signal.throwIfAborted();
    const bytes = await page.photo(photo.id);
    files.push(new File([bytes], photo.name, { type: photo.type }));
  }
  const input = await present(page, controls.photos);
  if (!(input instanceof HTMLInputElement)) return 'The photo field went away.';
  const before = thumbsOf(page);
  const start = page.traffic.now();
  attachFiles(input, files);
  const result = await uploaded(page, { before, batch, start, input });
  page.progress('photos', at + batch.length, of);
  return result;
}

export type { Photo };
