import { useEffect, useState } from 'preact/hooks';

import { workshop } from '../../db/stores.ts';

const addresses = new Map<string, string>();

/** One small picture by photo id. Addresses are kept while the page lives: a photo moved to another stack does not flash. */
export function Thumbnail({ id, class: more }: { id: string; class?: string }) {
  const [address, setAddress] = useState(() => addresses.get(id));
  useEffect(() => {
    let gone = false;
    const known = addresses.get(id);
    if (known) {
      setAddress(known);
      return undefined;
    }
    void workshop.photos.get(id).then((photo) => {
      if (!photo) return;
      const made = addresses.get(id) ?? URL.createObjectURL(photo.thumbnail);
      addresses.set(id, made);
      if (!gone) setAddress(made);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  if (!address) return <span class={`block animate-pulse bg-sunken ${more ?? ''}`} />;
  // The name of the photo is on the control around it.
  return <img src={address} alt="" draggable={false} decoding="async" class={`block object-cover ${more ?? ''}`} />;
}

/** Frees the pictures when the page that showed them is left. */
export function forgetThumbnails(): void {
  for (const address of addresses.values()) URL.revokeObjectURL(address);
  addresses.clear();
}
