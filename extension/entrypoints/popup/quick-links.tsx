import { History, ImagePlus, Settings, Shirt } from 'lucide-preact';

import { i18n } from '#i18n';
import { send } from './send.ts';

const links = [
  { route: 'photos', Icon: ImagePlus, words: () => i18n.t('popup.addPhotos') },
  { route: 'drafts', Icon: Shirt, words: () => i18n.t('popup.openDrafts') },
  { route: 'activity', Icon: History, words: () => i18n.t('popup.openActivity') },
  { route: 'settings', Icon: Settings, words: () => i18n.t('popup.openSettings') },
];

/** The dashboard's pages. The popup closes: the page asked for is what the seller wants to see. */
export function QuickLinks() {
  const open = async (route: string): Promise<void> => {
    await send('dashboard.open', { route });
    window.close();
  };
  return (
    <nav aria-label={i18n.t('popup.links')} class="border-t border-line pt-3">
      <ul class="flex justify-between gap-1">
        {links.map(({ route, Icon, words }) => (
          <li key={route} class="flex-auto">
            <button
              type="button"
              onClick={() => void open(route)}
              class="grid w-full justify-items-center gap-1 rounded-md px-1 py-2 text-center text-xs font-semibold text-primary hover:bg-primary-soft"
            >
              <Icon aria-hidden="true" size={20} />
              {words()}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
