import { useEffect } from 'preact/hooks';

import { readSettings, watchSettings, type Settings } from '../../db/settings.ts';
import { wardrobe, workshop } from '../../db/stores.ts';
import { LoadingState } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWatched } from '../../ui/use-watched.ts';
import { resume } from './compose.ts';
import { readFlags, watchFlags } from './flags.ts';
import { PageAt } from './pages.tsx';
import type { Route } from './route.ts';
import { pageWords, Shell } from './shell.tsx';
import { go, useRoute } from './use-route.ts';

/** Where the page shows itself outside its own markup: look, title, and the first run. */
function usePageSetup(settings: Settings | undefined, route: Route): void {
  useEffect(() => void resume(), []);
  useEffect(() => {
    if (settings) document.documentElement.dataset['theme'] = settings.theme;
  }, [settings?.theme]);
  useEffect(() => {
    document.title = `${pageWords(route.page)} · VintedBot`;
  }, [route.page]);
  const isFirstRun = settings?.onboarded === false && location.hash === '';
  useEffect(() => {
    if (isFirstRun) go({ page: 'welcome', id: null });
  }, [isFirstRun]);
}

export function App() {
  const route = useRoute();
  const settings = useWatched(readSettings, watchSettings);
  const flags = useWatched(readFlags, watchFlags);
  const drafts = useLive(() => workshop.drafts.where('state').anyOf('open', 'analysing').count());
  const listings = useLive(() => wardrobe.listings.count());
  usePageSetup(settings, route);
  if (!settings || !flags) return <LoadingState />;
  const counts = {
    drafts: drafts.is === 'ready' ? drafts.value : 0,
    wardrobe: listings.is === 'ready' ? listings.value : 0,
  };
  return (
    <Shell current={route.page} flags={flags} market={settings.market} counts={counts}>
      <PageAt route={route} settings={settings} stopped={flags.stopped} />
    </Shell>
  );
}
