import { Shirt } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';

import { workshop } from '../../db/stores.ts';
import { useLive } from '../../ui/use-live.ts';

async function firstPhoto(draftId: string | null): Promise<Blob | undefined> {
  const draft = draftId === null ? undefined : await workshop.drafts.get(draftId);
  const [first] = draft?.photoIds ?? [];
  return first === undefined ? undefined : (await workshop.photos.get(first))?.thumbnail;
}

/** First photo of a draft, as decoration beside its title. */
export function EntryPicture({ draftId }: { draftId: string | null }) {
  const photo = useLive(() => firstPhoto(draftId), [draftId]);
  const url = useObjectUrl(photo.is === 'ready' ? photo.value : undefined);
  const shape = 'grid size-12 shrink-0 place-items-center overflow-hidden rounded-md bg-sunken text-ink-soft';
  return (
    <span aria-hidden="true" class={shape}>
      {url ? <img src={url} alt="" class="size-full object-cover" /> : <Shirt size={20} />}
    </span>
  );
}

function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
