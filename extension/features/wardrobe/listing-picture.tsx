import { ImageOff } from 'lucide-preact';
import { useState } from 'preact/hooks';

import type { Listing } from '../../../shared/listing.ts';

/** The main photo as Vinted serves it; decoration beside the title. Without a network a plain field takes its place. */
export function ListingPicture({ thumbnail }: Pick<Listing, 'thumbnail'>) {
  const [broken, setBroken] = useState(false);
  if (thumbnail === null || broken)
    return (
      <span class="grid size-full place-items-center bg-sunken text-ink-soft">
        <ImageOff aria-hidden="true" size={20} />
      </span>
    );
  return (
    <img
      src={thumbnail}
      alt=""
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      class="size-full object-cover"
      onError={() => setBroken(true)}
    />
  );
}
