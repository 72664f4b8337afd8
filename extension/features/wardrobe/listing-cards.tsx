import { ShieldOff } from 'lucide-preact';

import { i18n } from '#i18n';
import type { Listing } from '../../../shared/listing.ts';
import { formatMoney } from '../../../shared/price.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWindow } from '../../ui/use-window.tsx';
import type { Moved } from './figures.ts';
import { ListingFigures } from './listing-figures.tsx';
import { ageInDays } from './listing-list.ts';
import { ListingPicture } from './listing-picture.tsx';
import { StatusBadge } from './status-badge.tsx';
import { daysOnline } from './wardrobe-words.ts';

export type ListProps = {
  listings: Listing[];
  now: number;
  chosen: ReadonlySet<string>;
  movedOf: (listing: Listing) => Moved;
  onOpen: (key: string) => void;
  onChoose: (key: string, range: boolean) => void;
  onChooseAll: (all: boolean) => void;
};

const GAP = 14;
const CARD = 326;
const columnsAt = (width: number): number => Math.max(1, Math.floor((width + GAP) / ((width < 520 ? 130 : 190) + GAP)));

/** Listings as cards; only those near the screen are drawn. */
export function ListingCards({ listings, now, chosen, movedOf, onOpen, onChoose }: ListProps) {
  const window = useWindow<HTMLUListElement>(listings.length, { rowHeight: CARD + GAP, columnsAt });
  return (
    <ul
      ref={window.home}
      aria-label={i18n.t('wardrobe.title')}
      onKeyDown={(event) => walk(event, window.columns, onChoose)}
      style={{
        display: 'grid',
        gap: GAP,
        gridTemplateColumns: `repeat(${window.columns}, minmax(0, 1fr))`,
        paddingTop: window.before,
        paddingBottom: window.after,
      }}
    >
      {listings.slice(window.from, window.to).map((listing) => (
        <li key={listing.key} style={{ height: CARD, contentVisibility: 'auto' }}>
          <ListingCard {...{ listing, now, movedOf, onOpen, onChoose }} isChosen={chosen.has(listing.key)} />
        </li>
      ))}
    </ul>
  );
}

type CardProps = { listing: Listing; isChosen: boolean } & Pick<ListProps, 'now' | 'movedOf' | 'onOpen' | 'onChoose'>;

function ListingCard({ listing, isChosen, now, movedOf, onOpen, onChoose }: CardProps) {
  const click = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) onChoose(listing.key, event.shiftKey);
    else onOpen(listing.key);
  };
  return (
    <article
      class={classNames(
        'relative flex h-full flex-col overflow-hidden rounded-lg border bg-surface shadow-card transition-shadow hover:shadow-float',
        isChosen ? 'border-primary ring-2 ring-primary' : 'border-line',
      )}
    >
      <div class="h-40 shrink-0 overflow-hidden bg-sunken">
        <ListingPicture key={listing.thumbnail} thumbnail={listing.thumbnail} />
      </div>
      <div class="flex min-h-0 flex-1 flex-col gap-1 p-3">
        <button
          type="button"
          data-card={listing.key}
          onClick={click}
          class="line-clamp-2 text-left leading-snug font-semibold break-words after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-3 focus-visible:after:outline-focus"
        >
          {listing.title}
        </button>
        <p class="truncate text-sm text-ink-soft">{daysOnline(ageInDays(listing, now))}</p>
        <ListingFigures listing={listing} moved={movedOf(listing)} />
        <div class="mt-auto flex flex-wrap items-center justify-between gap-1.5">
          <span class="font-semibold tabular-nums">{priceOf(listing)}</span>
          <StatusBadge status={listing.status} />
        </div>
      </div>
      <label class="absolute top-1.5 left-1.5 grid size-9 cursor-pointer place-items-center rounded-md bg-surface/85">
        <input
          type="checkbox"
          class="size-4.5"
          aria-label={i18n.t('wardrobe.chooseNamed', [listing.title])}
          checked={isChosen}
          onClick={(event) => onChoose(listing.key, event.shiftKey)}
        />
      </label>
      {listing.excluded && <ExcludedMark class="absolute top-2 right-2" />}
    </article>
  );
}

export const priceOf = ({ price }: Listing): string => (price ? formatMoney(price, navigator.language) : '–');

export const ExcludedMark = ({ class: more }: { class?: string }) => (
  <span
    title={i18n.t('wardrobe.excluded')}
    class={classNames('grid size-7 place-items-center rounded-full bg-surface/85 text-ink', more)}
  >
    <ShieldOff aria-hidden="true" size={15} />
    <span class="sr-only">{i18n.t('wardrobe.excluded')}</span>
  </span>
);

/** Arrows move between cards, Space chooses, Shift with either extends the choice. */
function walk(event: KeyboardEvent, columns: number, onChoose: ListProps['onChoose']): void {
  const target = event.target as HTMLElement;
  const key = target.dataset['card'];
  if (key === undefined) return;
  if (event.key === ' ') {
    event.preventDefault();
    onChoose(key, event.shiftKey);
    return;
  }
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const cards = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[data-card]')];
  const next = cards[cards.indexOf(target) + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  if (event.shiftKey && next?.dataset['card']) onChoose(next.dataset['card'], true);
}
