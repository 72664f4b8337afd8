import { Activity, FileText, Image, OctagonX, Repeat, Settings, Shirt, Tag, type LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

import { i18n } from '#i18n';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Notice } from '../../ui/states.tsx';
import { ToastRegion } from '../../ui/toasts.tsx';
import type { Flags } from './flags.ts';
import { Member } from './member.tsx';
import { hashOf, listedPages, type ListedPage, type Page } from './route.ts';
import { StopButton } from './stop-button.tsx';

const icons: Record<ListedPage, LucideIcon> = {
  photos: Image,
  drafts: Shirt,
  wardrobe: Tag,
  rules: Repeat,
  templates: FileText,
  activity: Activity,
  settings: Settings,
};
export const pageWords = (page: Page): string =>
  ({
    welcome: i18n.t('settings.introduction'),
    photos: i18n.t('photos.title'),
    drafts: i18n.t('drafts.title'),
    wardrobe: i18n.t('wardrobe.title'),
    rules: i18n.t('rules.title'),
    templates: i18n.t('templates.title'),
    activity: i18n.t('activity.title'),
    settings: i18n.t('settings.title'),
  })[page];

type ShellProps = {
  current: Page;
  flags: Flags;
  market: string;
  /** Drafts waiting for a look, beside the word. */
  counts: Partial<Record<ListedPage, number>>;
  children: ComponentChildren;
};

/** Frame of the dashboard: on wide screens the pages at the side, on narrow ones at the bottom, where only the open one shows its name. */
export function Shell({ current, flags, market, counts, children }: ShellProps) {
  return (
    <div class="grid min-h-dvh grid-rows-[auto_1fr] sm:grid-cols-[13.5rem_1fr] max-sm:pb-18">
      <a
        href="#main"
        onClick={focusMain}
        class="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3"
      >
        {i18n.t('shell.skip')}
      </a>
      <header class="col-span-full flex flex-wrap items-center gap-x-2 gap-y-2 border-b border-line bg-surface px-3 py-2.5 sm:gap-x-4 sm:px-6">
        <span class="font-display text-lg font-bold tracking-tight text-primary">VintedBot</span>
        {flags.tryout && <Badge tone="accent">{i18n.t('shell.tryout')}</Badge>}
        <div class="ml-auto flex items-center gap-4">
          <Member market={market} />
          <StopButton stopped={flags.stopped} />
        </div>
      </header>
      <Navigation current={current} counts={counts} />
      <main id="main" tabIndex={-1} class="min-w-0 px-4 py-6 outline-none sm:px-8">
        <div class="mx-auto grid max-w-6xl gap-5">
          {flags.stopped && (
            <Notice icon={<OctagonX aria-hidden="true" size={18} />}>{i18n.t('shell.stoppedWords')}</Notice>
          )}
          <div>{children}</div>
        </div>
      </main>
      <ToastRegion />
    </div>
  );
}

/** The address holds the route, so the skip link moves the focus itself. */
function focusMain(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

function Navigation({ current, counts }: Pick<ShellProps, 'current' | 'counts'>) {
  return (
    <nav
      aria-label={i18n.t('shell.pages')}
      class={classNames(
        'max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t',
        'border-line bg-surface sm:border-r sm:bg-transparent sm:p-3',
      )}
    >
      <ul class="flex justify-around sm:sticky sm:top-3 sm:grid sm:justify-stretch sm:gap-1">
        {listedPages.map((page) => (
          <li key={page} class={classNames('max-sm:min-w-0', page === current ? 'max-sm:shrink-0' : 'max-sm:flex-1')}>
            <NavigationLink page={page} active={page === current} count={counts[page] ?? 0} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationLink({ page, active, count }: { page: ListedPage; active: boolean; count: number }) {
  const Icon = icons[page];
  return (
    <a
      href={hashOf({ page, id: null })}
      aria-current={active ? 'page' : undefined}
      class={classNames(
        'flex items-center gap-3 rounded-md font-semibold max-sm:flex-col max-sm:gap-0.5 max-sm:min-h-12 max-sm:justify-center max-sm:px-0.5 max-sm:py-2 max-sm:text-[calc(var(--rem)*0.6875)] sm:min-h-10 sm:px-3',
        active
          ? 'text-primary sm:bg-primary-soft sm:text-primary-strong'
          : 'text-ink-soft hover:text-ink sm:hover:bg-sunken',
      )}
    >
      <Icon aria-hidden="true" size={20} />
      <span class={classNames('max-w-full truncate', !active && 'max-sm:sr-only')}>{pageWords(page)}</span>
      {count > 0 && <span class="text-xs tabular-nums max-sm:hidden sm:ml-auto">{count}</span>}
    </a>
  );
}
