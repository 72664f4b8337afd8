import { ArrowLeft, ArrowRight, Scissors, Star, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { limits } from '../../../shared/vocabulary.ts';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { showToast } from '../../ui/toasts.tsx';
import { movePhoto, splitDraft } from './arrange.ts';
import { useDesk } from './desk-context.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { PhotoThumb } from './photo.tsx';
import { undo } from './undo.ts';

/** The draft's photos in order; the first is the cover. Drag, or arrow keys on a photo, put it elsewhere. */
export function PhotoStrip() {
  const { draft, locked } = useEditing();
  const [current, setCurrent] = useState(0);
  const [said, setSaid] = useState('');
  const strip = usePhotoMoves(setCurrent, setSaid);
  const at = Math.min(current, draft.photoIds.length - 1);
  const shown = draft.photoIds[at];
  if (shown === undefined) return <NoPhotos />;
  return (
    <section id="field-photos" aria-label={i18n.t('drafts.field.photos')} class="grid scroll-mt-24 gap-3">
      <div class="aspect-4/5 max-h-[60dvh] w-full max-lg:max-h-[42dvh] overflow-hidden rounded-lg border border-line bg-sunken">
        <PhotoThumb
          key={shown}
          id={shown}
          large
          alt={i18n.t('drafts.photo.of', [String(at + 1), String(draft.photoIds.length)])}
          class="object-contain"
        />
      </div>
      {!locked && <PhotoActions at={at} move={strip.move} onGone={() => setCurrent(Math.max(0, at - 1))} />}
      <ol class="flex gap-2 overflow-x-auto overflow-y-hidden p-1" aria-label={i18n.t('drafts.photo.order')}>
        {draft.photoIds.map((id, place) => (
          <li key={id} class="relative size-18 shrink-0">
            <button
              type="button"
              draggable={!locked}
              aria-pressed={place === at}
              aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
              onClick={() => setCurrent(place)}
              onKeyDown={(event) => !locked && strip.onKey(event, place)}
              onDragStart={() => strip.drag(place)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                strip.drop(place);
              }}
              class={classNames(
                'size-full overflow-hidden rounded-md border-2',
                place === at ? 'border-primary' : 'border-line',
              )}
            >
              <PhotoThumb id={id} alt={i18n.t('drafts.photo.of', [String(place + 1), String(draft.photoIds.length)])} />
            </button>
            {place === 0 && (
              <span class="pointer-events-none absolute inset-x-1 bottom-1 rounded-sm bg-primary text-center text-xs text-on-primary">
                {i18n.t('drafts.photo.cover')}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p class="text-sm text-ink-soft">
        {i18n.t('drafts.photo.count', [String(draft.photoIds.length), String(limits.photosPerListing)])}{' '}
        {!locked && i18n.t('drafts.photo.howToMove')}
      </p>
      <p role="status" class="sr-only">
        {said}
      </p>
    </section>
  );
}

const NoPhotos = () => (
  <section
    id="field-photos"
    class="grid aspect-4/5 max-h-96 place-items-center rounded-lg border border-dashed border-line-strong p-6 text-center text-ink-soft"
  >
    {i18n.t('drafts.photo.none')}
  </section>
);

function usePhotoMoves(follow: (at: number) => void, say: (words: string) => void) {
  const { draft, locked } = useEditing();
  const choose = useChoose();
  const dragged = useRef<number | null>(null);
  const move = (from: number, to: number): void => {
    const photoIds = movePhoto(draft.photoIds, from, to);
    if (locked || photoIds === draft.photoIds || from === to) return;
    choose({ photoIds });
    follow(to);
    say(i18n.t('drafts.photo.moved', [String(to + 1), String(photoIds.length)]));
  };
  return {
    move,
    drag: (place: number) => {
      dragged.current = place;
    },
    drop: (place: number) => {
      if (dragged.current !== null) move(dragged.current, place);
      dragged.current = null;
    },
    onKey: (event: KeyboardEvent, place: number) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const buttons = (event.currentTarget as HTMLElement).closest('ol')?.querySelectorAll('button');
      if (event.altKey) move(place, place + step);
      buttons?.[place + step]?.focus();
      if (!event.altKey && draft.photoIds[place + step]) follow(place + step);
    },
  };
}

function PhotoActions({
  at,
  move,
  onGone,
}: {
  at: number;
  move: (from: number, to: number) => void;
  onGone: () => void;
}) {
  const desk = useDesk();
  const { draft } = useEditing();
  const choose = useChoose();
  const id = draft.photoIds[at]!;
  const takeBack = (): void => void undo(desk, draft.id);
  const remove = (): void => {
    choose({ photoIds: draft.photoIds.filter((photo) => photo !== id) });
    onGone();
    showToast(i18n.t('drafts.photo.removed'), takeBack);
  };
  const split = async (): Promise<void> => {
    const done = await splitDraft(desk, draft.id, [id]);
    onGone();
    if (done.is === 'done') showToast(i18n.t('drafts.photo.split'), takeBack);
  };
  const last = draft.photoIds.length - 1;
  return (
    <div role="group" aria-label={i18n.t('drafts.photo.actions')} class="flex justify-center gap-1">
      <IconButton label={i18n.t('drafts.photo.earlier')} disabled={at === 0} onClick={() => move(at, at - 1)}>
        <ArrowLeft aria-hidden="true" size={18} />
      </IconButton>
      <IconButton label={i18n.t('drafts.photo.first')} disabled={at === 0} onClick={() => move(at, 0)}>
        <Star aria-hidden="true" size={18} />
      </IconButton>
      <IconButton label={i18n.t('drafts.photo.later')} disabled={at === last} onClick={() => move(at, at + 1)}>
        <ArrowRight aria-hidden="true" size={18} />
      </IconButton>
      <IconButton label={i18n.t('drafts.photo.toNew')} disabled={last === 0} onClick={() => void split()}>
        <Scissors aria-hidden="true" size={18} />
      </IconButton>
      <IconButton label={i18n.t('drafts.photo.remove')} onClick={remove}>
        <Trash2 aria-hidden="true" size={18} />
      </IconButton>
    </div>
  );
}
