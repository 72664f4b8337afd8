import { useEffect } from 'preact/hooks';

import { readSettings, watchSettings } from '../../db/settings.ts';
import { workshop } from '../../db/stores.ts';
import { ActivityView } from '../../features/activity/activity-view.tsx';
import { PhotosView } from '../../features/photos/photos-view.tsx';
import { SuggestStatus } from '../../features/suggest/suggest-status.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWatched } from '../../ui/use-watched.ts';
import { makeDrafts, photos, resume, suggestions } from './compose.ts';
import { readFlags, watchFlags } from './flags.ts';
import type { Page } from './route.ts';
import { pageWords, Shell } from './shell.tsx';
import { useRoute } from './use-route.ts';

const pages: readonly Page[] = ['photos', 'activity'];

export function App() {
  const route = useRoute();
  const settings = useWatched(readSettings, watchSettings);
  const flags = useWatched(readFlags, watchFlags);
  const drafts = useLive(() => workshop.drafts.where('state').anyOf('open', 'analysing').count());
  useEffect(() => void resume(), []);
  useEffect(() => {
    if (settings) document.documentElement.dataset['theme'] = settings.theme;
  }, [settings?.theme]);
  useEffect(() => {
    document.title = `${pageWords(route.page)} · VintedBot`;
  }, [route.page]);
  if (!settings || !flags) return <LoadingState />;
  const counts = { drafts: drafts.is === 'ready' ? drafts.value : 0 };
  return (
    <Shell pages={pages} current={route.page} flags={flags} market={settings.market} counts={counts}>
      {route.page === 'photos' && (
        <div class="grid gap-5">
          <SuggestStatus desk={suggestions} />
          <PhotosView desk={photos} market={settings.market} onMakeDrafts={async (id) => void (await makeDrafts(id))} />
        </div>
      )}
      {route.page === 'activity' && <ActivityView />}
    </Shell>
  );
}
