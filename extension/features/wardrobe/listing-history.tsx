import { i18n } from '#i18n';
import type { Lineage, Listing, ListingDay, ListingEvent } from '../../../shared/listing.ts';
import type { Currency } from '../../../shared/money.ts';
import { formatMoney } from '../../../shared/price.ts';
import { Badge } from '../../ui/badge.tsx';
import { HeadCell } from '../../ui/head-cell.tsx';
import { eventWords } from './wardrobe-words.ts';

const EVENTS = 100;
const DAYS = 31;

/** What was seen of it, newest first, over all its relists. */
export function EventList({ events, currency }: { events: ListingEvent[]; currency: Currency }) {
  if (events.length === 0) return <p class="text-ink-soft">{i18n.t('wardrobe.noHistory')}</p>;
  const moment = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ol class="grid gap-2.5">
      {events.slice(0, EVENTS).map((event) => (
        <li key={event.id} class="grid gap-0.5 border-l-2 border-line pl-3">
          <span class="flex flex-wrap items-center gap-2">
            <span class="min-w-0 break-words">{eventWords(event, currency)}</span>
            {event.by === 'us' && <Badge tone="primary">{i18n.t('wardrobe.byUs')}</Badge>}
          </span>
          <time dateTime={new Date(event.at).toISOString()} class="text-sm text-ink-soft">
            {moment.format(event.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** Its figures day by day. */
export function DaysTable({ days }: { days: ListingDay[] }) {
  if (days.length === 0) return <p class="text-ink-soft">{i18n.t('wardrobe.noDays')}</p>;
  const date = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <table class="w-full text-sm tabular-nums">
      <thead class="text-left text-ink-soft">
        <tr>
          <HeadCell class="pl-0!">{i18n.t('wardrobe.day')}</HeadCell>
          <HeadCell class="text-right">{i18n.t('wardrobe.views')}</HeadCell>
          <HeadCell class="text-right">{i18n.t('wardrobe.favourites')}</HeadCell>
          <HeadCell class="pr-0! text-right">{i18n.t('wardrobe.price')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {days.slice(0, DAYS).map((row) => (
          <tr key={row.id} class="border-t border-line">
            <td class="py-1.5">{date.format(Date.parse(row.day))}</td>
            <td class="px-3 text-right">{row.views ?? '–'}</td>
            <td class="px-3 text-right">{row.favourites ?? '–'}</td>
            <td class="text-right">{row.price ? formatMoney(row.price, navigator.language) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type LineageProps = { lineage: Lineage; current: Listing; onOpen: (key: string) => void };

/** Each time the same thing was listed, oldest first. */
export const LineageList = ({ lineage, current, onOpen }: LineageProps) => (
  <ol class="grid list-decimal gap-1.5 pl-5">
    {lineage.vintedIds.map((vintedId) => (
      <li key={vintedId}>
        {vintedId === current.vintedId ? (
          <strong>{i18n.t('wardrobe.thisOne', [vintedId])}</strong>
        ) : (
          <button type="button" class="underline" onClick={() => onOpen(`${current.market}:${vintedId}`)}>
            {i18n.t('wardrobe.listingNumber', [vintedId])}
          </button>
        )}
      </li>
    ))}
  </ol>
);
