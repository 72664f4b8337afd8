import { useEffect } from 'preact/hooks';

import { i18n } from '#i18n';
import { readSettings, watchSettings } from '../../db/settings.ts';
import { PhotosView } from '../../features/photos/photos-view.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { useWatched } from '../../ui/use-watched.ts';
import { photos } from './compose.ts';
import { readFlags, watchFlags } from './flags.ts';
import type { Page } from './route.ts';
import { Shell } from './shell.tsx';
import { useRoute } from './use-route.ts';

const pages: readonly Page[] = ['photos'];

export function App() {
  const route = useRoute();
  const settings = useWatched(readSettings, watchSettings);
  const flags = useWatched(readFlags, watchFlags);
  useEffect(() => {
    if (settings) document.documentElement.dataset['theme'] = settings.theme;
  }, [settings?.theme]);
  useEffect(() => {
    document.title = `${i18n.t('photos.title')} · VintedBot`;
  }, [route.page]);
  if (!settings || !flags) return <LoadingState />;
  return (
    <Shell pages={pages} current={route.page} flags={flags} market={settings.market} counts={{}}>
      <PhotosView desk={photos} market={settings.market} onMakeDrafts={async () => {}} />
    </Shell>
  );
}
