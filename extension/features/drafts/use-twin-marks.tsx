import { useEffect, useState } from 'preact/hooks';

import type { Draft } from '../../../shared/draft.ts';
import { useDesk } from './desk-context.tsx';
import { readAlbum, twinsOf, type Album } from './twins.ts';

/** Photos come and go in bursts; the album is read once they have settled. */
const PAUSE_MS = 600;

export type HasTwin = (draft: Draft) => boolean;

/** Tells of a draft whether one of its photos is used elsewhere; worked out only for those that are asked about. */
export function useTwinMarks(drafts: readonly Draft[]): HasTwin {
  const { db, now, newId } = useDesk();
  const [album, setAlbum] = useState<Album | null>(null);
  const [known, setKnown] = useState(() => new Map<string, boolean>());
  const photos = drafts.reduce((sum, { photoIds }) => sum + photoIds.length, 0);
  useEffect(() => {
    let left = false;
    const timer = setTimeout(() => {
      readAlbum({ db, now, newId }).then(
        (read) => {
          if (left) return;
          setAlbum(read);
          setKnown(new Map());
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [db, drafts.length, photos]);
  return (draft) => {
    const key = `${draft.id} ${draft.photoIds.join(' ')}`;
    const seen = known.get(key);
    if (seen !== undefined || !album) return seen ?? false;
    const found = draft.state !== 'published' && twinsOf(draft, album).length > 0;
    known.set(key, found);
    return found;
  };
}
