import { Eye, Heart, type LucideIcon } from 'lucide-preact';

import { i18n } from '#i18n';
import type { Listing } from '../../../shared/listing.ts';
import type { Moved } from './figures.ts';

/** Views and favourites, each with what yesterday's look did not have yet. */
export const ListingFigures = ({ listing, moved }: { listing: Listing; moved: Moved }) => (
  <span class="flex flex-wrap gap-x-3 text-sm text-ink-soft tabular-nums">
    <Figure icon={Eye} name={i18n.t('wardrobe.views')} value={listing.views} change={moved.views} />
    <Figure icon={Heart} name={i18n.t('wardrobe.favourites')} value={listing.favourites} change={moved.favourites} />
  </span>
);

type FigureProps = { icon: LucideIcon; name: string; value: number | null; change: number | null };

const Figure = ({ icon: Icon, name, value, change }: FigureProps) => (
  <span title={name} class="inline-flex items-center gap-1">
    <Icon aria-hidden="true" size={14} />
    <span class="sr-only">{name}: </span>
    {value ?? '–'}
    <Change change={change} />
  </span>
);

/** A sign besides the colour, and words for who sees neither. */
export const Change = ({ change }: { change: number | null }) =>
  change === null ? null : (
    <span title={i18n.t('wardrobe.sinceYesterday')} class={change > 0 ? 'font-semibold text-success' : 'text-ink-soft'}>
      {change > 0 ? '+' : '−'}
      {Math.abs(change)}
      <span class="sr-only"> {i18n.t('wardrobe.sinceYesterday')}</span>
    </span>
  );
