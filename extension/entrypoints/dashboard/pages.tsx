import { i18n } from '#i18n';
import type { Settings } from '../../db/settings.ts';
import { ActivityView } from '../../features/activity/activity-view.tsx';
import { DraftsView } from '../../features/drafts/drafts-view.tsx';
import { TemplatesView } from '../../features/drafts/templates-view.tsx';
import { OnboardingView } from '../../features/onboarding/onboarding-view.tsx';
import { PhotosView } from '../../features/photos/photos-view.tsx';
import { DefaultsCard } from '../../features/settings/defaults-card.tsx';
import { MarketField, TextFields } from '../../features/settings/market-fields.tsx';
import { AutomationView } from '../../features/rules/automation-view.tsx';
import { SettingsView } from '../../features/settings/settings-view.tsx';
import { SuggestStatus } from '../../features/suggest/suggest-status.tsx';
import { WardrobeView } from '../../features/wardrobe/wardrobe-view.tsx';
import { ask } from '../../messaging/messenger.ts';
import { toFailure } from '../../messaging/failures.ts';
import { failureWords } from '../../ui/failure-words.ts';
import { showToast } from '../../ui/toasts.tsx';
import { desk, makeDrafts, photos, retryDrafts, rulesDesk, suggestions, wardrobeDesk } from './compose.ts';
import { settingsDesk } from './compose-settings.ts';
import type { Route } from './route.ts';
import { go } from './use-route.ts';

type FillHow = 'publish' | 'draft' | 'fill';

async function fill(draftIds: string[], how: FillHow): Promise<void> {
  try {
    const { jobIds } = await ask('jobs.publish', { draftIds, how });
    showToast(i18n.t('shell.publishQueued', jobIds.length));
  } catch (error) {
    const failure = toFailure(error);
    showToast(failureWords(failure.code, failure.message));
  }
}

async function toDrafts(intakeId: string): Promise<void> {
  await makeDrafts(intakeId);
  go({ page: 'drafts', id: null });
}

type PageProps = { route: Route; settings: Settings; stopped: boolean };

/** What the dashboard shows at a route. */
export function PageAt({ route, settings, stopped }: PageProps) {
  switch (route.page) {
    case 'photos':
      return (
        <div class="grid gap-5">
          <SuggestStatus desk={suggestions} />
          <PhotosView desk={photos} market={settings.market} onMakeDrafts={toDrafts} />
        </div>
      );
    case 'drafts':
      return (
        <div class="grid gap-5">
          {route.id === null && <SuggestStatus desk={suggestions} />}
          <DraftsView
            desk={desk}
            openDraftId={route.id}
            onOpen={(id) => go({ page: 'drafts', id })}
            onFill={fill}
            onRetry={retryDrafts}
          />
        </div>
      );
    case 'wardrobe':
      return (
        <WardrobeView
          desk={wardrobeDesk}
          market={settings.market}
          openKey={route.id}
          onOpen={(id) => go({ page: 'wardrobe', id })}
        />
      );
    case 'rules':
      return (
        <AutomationView desk={rulesDesk} stopped={stopped} onWardrobe={() => go({ page: 'wardrobe', id: null })} />
      );
    case 'templates':
      return <TemplatesView desk={desk} />;
    case 'activity':
      return <ActivityView />;
    case 'settings':
      return (
        <SettingsView
          settings={settings}
          desk={settingsDesk}
          onShowIntroduction={() => go({ page: 'welcome', id: null })}
        />
      );
    case 'welcome':
      return <Welcome settings={settings} />;
  }
}

function Welcome({ settings }: { settings: Settings }) {
  const save = (change: Partial<Settings>): void => void settingsDesk.save(change);
  const done = async (): Promise<void> => {
    await settingsDesk.save({ onboarded: true });
    go({ page: 'photos', id: null });
  };
  return (
    <OnboardingView
      parts={{
        market: (
          <div class="grid gap-4">
            <MarketField market={settings.market} onChoose={(market) => save({ market })} />
            <TextFields settings={settings} onChange={save} />
          </div>
        ),
        defaults: (
          <DefaultsCard
            defaults={settings.defaults}
            market={settings.market}
            onChange={(defaults) => save({ defaults })}
          />
        ),
      }}
      onDone={() => void done()}
    />
  );
}
