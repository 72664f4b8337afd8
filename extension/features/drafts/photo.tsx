import { ImageOff } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { classNames } from '../../ui/class-names.ts';
import { useDesk } from './desk-context.tsx';

type Shown = { is: 'loading' } | { is: 'gone' } | { is: 'here'; url: string };

/** A stored photo. Its object URL lives as long as it is shown. */
export function PhotoThumb({
  id,
  alt,
  large = false,
  class: more,
}: {
  id: string;
  alt: string;
  large?: boolean;
  class?: string;
}) {
  const shown = usePhoto(id, large);
  const box = classNames('block size-full bg-sunken object-cover', more);
  if (shown.is === 'here') return <img src={shown.url} alt={alt} draggable={false} class={box} />;
  // Named while it loads too: the button around it has no other name.
  if (shown.is === 'loading') {
    return <span class={classNames(box, 'animate-pulse')}>{alt && <span class="sr-only">{alt}</span>}</span>;
  }
  return (
    <span class={classNames(box, 'grid! place-items-center text-ink-soft')} title={i18n.t('drafts.photo.gone')}>
      <ImageOff aria-hidden="true" size={22} />
      <span class="sr-only">{i18n.t('drafts.photo.gone')}</span>
    </span>
  );
}

function usePhoto(id: string, large: boolean): Shown {
  const { db } = useDesk();
  const [shown, setShown] = useState<Shown>({ is: 'loading' });
  useEffect(() => {
    let url: string | undefined;
    let left = false;
    void db.photos.get(id).then((photo) => {
      if (left) return;
      if (photo) url = URL.createObjectURL(large ? photo.small : photo.thumbnail);
      setShown(url ? { is: 'here', url } : { is: 'gone' });
    });
    return () => {
      left = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [db, id, large]);
  return shown;
}
