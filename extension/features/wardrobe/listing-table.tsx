import { i18n } from '#i18n';
import type { Listing } from '../../../shared/listing.ts';
import { classNames } from '../../ui/class-names.ts';
import { HeadCell } from '../../ui/head-cell.tsx';
import { useWindow } from '../../ui/use-window.tsx';
import { ExcludedMark, priceOf, type ListProps } from './listing-cards.tsx';
import { Change } from './listing-figures.tsx';
import { ageInDays } from './listing-list.ts';
import { ListingPicture } from './listing-picture.tsx';
import { StatusBadge } from './status-badge.tsx';
import { daysOnline } from './wardrobe-words.ts';

const ROW = 57;

/** Listings as a sheet of figures. */
export function ListingTable({ listings, now, chosen, movedOf, onOpen, onChoose, onChooseAll }: ListProps) {
  const window = useWindow<HTMLDivElement>(listings.length, { rowHeight: ROW, columnsAt: () => 1 });
  const allChosen = listings.length > 0 && listings.every(({ key }) => chosen.has(key));
  return (
    // Wider than a narrow screen: it scrolls by itself, also by keyboard.
    <div
      ref={window.home}
      role="region"
      aria-label={i18n.t('wardrobe.title')}
      tabIndex={0}
      class="relative overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table
        aria-label={i18n.t('wardrobe.title')}
        aria-rowcount={listings.length + 1}
        class="w-full min-w-200 border-collapse text-sm"
      >
        <thead class="bg-sunken text-left text-ink-soft">
          <tr aria-rowindex={1}>
            <HeadCell class="w-10">
              <input
                type="checkbox"
                class="size-4"
                aria-label={i18n.t('wardrobe.chooseAll')}
                checked={allChosen}
                onChange={() => onChooseAll(!allChosen)}
              />
            </HeadCell>
            <HeadCell class="w-[36%]">{i18n.t('wardrobe.listing')}</HeadCell>
            <HeadCell>{i18n.t('wardrobe.state')}</HeadCell>
            <HeadCell class="text-right">{i18n.t('wardrobe.price')}</HeadCell>
            <HeadCell>{i18n.t('wardrobe.age')}</HeadCell>
            <HeadCell class="text-right">{i18n.t('wardrobe.views')}</HeadCell>
            <HeadCell class="text-right">{i18n.t('wardrobe.favourites')}</HeadCell>
          </tr>
        </thead>
        <Gap height={window.before} />
        <tbody>
          {listings.slice(window.from, window.to).map((listing, place) => (
            <ListingRow
              key={listing.key}
              {...{ listing, now, movedOf, onOpen, onChoose }}
              row={window.from + place}
              isChosen={chosen.has(listing.key)}
            />
          ))}
        </tbody>
        <Gap height={window.after} />
      </table>
    </div>
  );
}

/** Room of the rows that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  ) : null;

type RowProps = { listing: Listing; row: number; isChosen: boolean } & Pick<
  ListProps,
  'now' | 'movedOf' | 'onOpen' | 'onChoose'
>;

function ListingRow({ listing, row, isChosen, now, movedOf, onOpen, onChoose }: RowProps) {
  const moved = movedOf(listing);
  return (
    <tr
      aria-rowindex={row + 2}
      style={{ height: ROW }}
      class={classNames('border-t border-line', isChosen && 'bg-primary-soft')}
    >
      <td class="px-3">
        <input
          type="checkbox"
          class="size-4"
          aria-label={i18n.t('wardrobe.chooseNamed', [listing.title])}
          checked={isChosen}
          onClick={(event) => onChoose(listing.key, event.shiftKey)}
        />
      </td>
      <td class="p-1">
        <div class="flex items-center gap-3">
          <span class="size-12 shrink-0 overflow-hidden rounded-sm">
            <ListingPicture key={listing.thumbnail} thumbnail={listing.thumbnail} />
          </span>
          <button
            type="button"
            class="line-clamp-2 min-h-6 text-left font-semibold hover:underline"
            onClick={() => onOpen(listing.key)}
          >
            {listing.title}
          </button>
          {listing.excluded && <ExcludedMark class="shrink-0" />}
        </div>
      </td>
      <td class="px-3">
        <StatusBadge status={listing.status} />
      </td>
      <td class="px-3 text-right tabular-nums">{priceOf(listing)}</td>
      <td class="px-3 whitespace-nowrap">{daysOnline(ageInDays(listing, now))}</td>
      <td class="px-3 text-right tabular-nums">
        {listing.views ?? '–'} <Change change={moved.views} />
      </td>
      <td class="px-3 text-right tabular-nums">
        {listing.favourites ?? '–'} <Change change={moved.favourites} />
      </td>
    </tr>
  );
}
