import { Copy } from 'lucide-preact';

import { i18n } from '#i18n';
import { Notice } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useDesk } from './desk-context.tsx';
import type { Twin } from './duplicates.ts';
import { useEditing } from './editing.tsx';
import { listingLink } from './listing-link.ts';
import { PhotoThumb } from './photo.tsx';
import { readAlbum, twinsOf } from './twins.ts';

const SHOWN = 3;

/** Warns that the seller already has a listing or draft with one of these photos, and shows it. */
export function TwinsNotice({ onOpen }: { onOpen: (id: string) => void }) {
  const desk = useDesk();
  const { draft } = useEditing();
  const photos = draft.photoIds.join(' ');
  const twins = useLive(async () => twinsOf(draft, await readAlbum(desk)), [desk, draft.id, photos]);
  if (twins.is !== 'ready' || twins.value.length === 0) return null;
  return (
    <Notice icon={<Copy aria-hidden="true" size={18} />}>
      <p class="font-semibold">{i18n.t('drafts.twin.title')}</p>
      <ul class="mt-2 flex flex-wrap gap-3">
        {twins.value.slice(0, SHOWN).map((twin) => (
          <li key={twin.of.photoId}>
            <TwinCard twin={twin} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function TwinCard({ twin, onOpen }: { twin: Twin; onOpen: (id: string) => void }) {
  const { owner, market, title, photoId } = twin.of;
  const link =
    owner.kind === 'listing' ? listingLink({ market, vintedId: owner.vintedId, state: 'published' }) : undefined;
  const name = title || i18n.t('drafts.untitled');
  const where = owner.kind === 'listing' ? i18n.t('drafts.twin.listing') : i18n.t('drafts.twin.draft');
  const likeness = twin.likeness === 'same' ? i18n.t('drafts.twin.same') : i18n.t('drafts.twin.alike');
  return (
    <div class="flex items-center gap-2">
      <div class="size-14 shrink-0 overflow-hidden rounded-sm">
        <PhotoThumb id={photoId} alt="" />
      </div>
      <div class="min-w-0">
        {link ? (
          <a href={link} target="_blank" rel="noreferrer" class="font-medium underline">
            {name}
          </a>
        ) : (
          <button type="button" class="text-left font-medium underline" onClick={() => onOpen(owner.draftId)}>
            {name}
          </button>
        )}
        <p class="text-xs">
          {where} · {likeness}
        </p>
      </div>
    </div>
  );
}
