import { ArrowLeft, ExternalLink } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Lineage, Listing, ListingDay, ListingEvent } from '../../../shared/listing.ts';
import { formatMoney } from '../../../shared/price.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, PageHeader } from '../../ui/card.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import { ActDialog } from './act-dialog.tsx';
import { DaysTable, EventList, LineageList } from './listing-history.tsx';
import { priceOf } from './listing-cards.tsx';
import { KeptCopyCard } from './lost-listings.tsx';
import { ListingFigures } from './listing-figures.tsx';
import { ageInDays } from './listing-list.ts';
import { ListingPicture } from './listing-picture.tsx';
import { NotesDialog } from './notes-dialog.tsx';
import { publicPage } from './public-page.ts';
import { StatusBadge } from './status-badge.tsx';
import { useMoved } from './use-wardrobe.tsx';
import { useWardrobeDesk } from './wardrobe-desk.tsx';
import { daysOnline } from './wardrobe-words.ts';

type PageProps = { listingKey: string; onOpen: (key: string | null) => void };
type Whole = { listing: Listing; lineage: Lineage | undefined; events: ListingEvent[]; days: ListingDay[] };

/** One listing: how it stands, what became of it, and what it was before. */
export function ListingPage({ listingKey, onOpen }: PageProps) {
  const { db } = useWardrobeDesk();
  const whole = useLive(async (): Promise<Whole | null> => {
    const listing = await db.listings.get(listingKey);
    if (!listing) return null;
    return {
      listing,
      lineage: await db.lineages.get(listing.lineageId),
      events: (await db.events.where({ lineageId: listing.lineageId }).sortBy('at')).toReversed(),
      days: (await db.days.where({ key: listingKey }).sortBy('day')).toReversed(),
    };
  }, [db, listingKey]);
  if (whole.is === 'loading') return <LoadingState />;
  if (whole.is === 'failed')
    return <ErrorState title={i18n.t('wardrobe.unreadable')}>{String(whole.error)}</ErrorState>;
  return (
    <div class="grid grid-cols-1 gap-4">
      <Button
        kind="quiet"
        class="justify-self-start"
        icon={<ArrowLeft aria-hidden="true" size={17} />}
        onClick={() => onOpen(null)}
      >
        {i18n.t('wardrobe.back')}
      </Button>
      {whole.value === null ? <NotKept /> : <Sheet whole={whole.value} onOpen={onOpen} />}
    </div>
  );
}

const NotKept = () => (
  <>
    <PageHeader title={i18n.t('wardrobe.listing')} />
    <EmptyState title={i18n.t('wardrobe.notKept')} />
  </>
);

function Sheet({ whole: { listing, lineage, events, days }, onOpen }: { whole: Whole; onOpen: PageProps['onOpen'] }) {
  const link = listing.status === 'gone' ? undefined : publicPage(listing.market, listing.vintedId);
  return (
    <>
      <PageHeader
        title={listing.title}
        actions={
          link && (
            <a
              href={link}
              target="_blank"
              rel="noreferrer"
              class="inline-flex min-h-10 items-center gap-2 rounded-md border border-line-strong bg-surface px-4 font-semibold"
            >
              {i18n.t('wardrobe.seeOnVinted')}
              <ExternalLink aria-hidden="true" size={15} />
            </a>
          )
        }
      />
      <div class="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <Standing listing={listing} />
        {listing.status === 'gone' && <KeptCopyCard listing={listing} />}
        <Card title={i18n.t('wardrobe.history')}>
          <EventList events={events} currency={listing.price?.currency ?? 'EUR'} />
        </Card>
        <Card title={i18n.t('wardrobe.byDay')} hint={i18n.t('wardrobe.byDayHint')}>
          <DaysTable days={days} />
        </Card>
        {lineage && lineage.vintedIds.length > 1 && (
          <Card title={i18n.t('wardrobe.lineage')} hint={i18n.t('wardrobe.lineageHint')}>
            <LineageList lineage={lineage} current={listing} onOpen={onOpen} />
          </Card>
        )}
      </div>
    </>
  );
}

function Standing({ listing }: { listing: Listing }) {
  const { now } = useWardrobeDesk();
  const movedOf = useMoved(listing.account);
  const [noting, setNoting] = useState(false);
  const [acting, setActing] = useState(false);
  const money = (value: Listing['price']): string => (value ? formatMoney(value, navigator.language) : '–');
  return (
    <Card
      title={i18n.t('wardrobe.standing')}
      actions={
        <>
          <Button size="small" onClick={() => setActing(true)}>
            {i18n.t('wardrobe.act.button')}
          </Button>
          <Button size="small" onClick={() => setNoting(true)}>
            {i18n.t('wardrobe.noteButton')}
          </Button>
        </>
      }
    >
      <div class="flex gap-4">
        <span class="h-40 w-30 shrink-0 overflow-hidden rounded-md">
          <ListingPicture key={listing.thumbnail} thumbnail={listing.thumbnail} />
        </span>
        <div class="grid min-w-0 content-start justify-items-start gap-2">
          <StatusBadge status={listing.status} />
          <span class="text-xl font-semibold tabular-nums">{priceOf(listing)}</span>
          <span class="text-sm text-ink-soft">{daysOnline(ageInDays(listing, now()))}</span>
          <ListingFigures listing={listing} moved={movedOf(listing)} />
          <span class="text-sm text-ink-soft">{[listing.brand, listing.size].filter(Boolean).join(' · ')}</span>
        </div>
      </div>
      <dl class="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt class="text-ink-soft">{i18n.t('wardrobe.minimum')}</dt>
        <dd class="tabular-nums">{money(listing.minimum)}</dd>
        <dt class="text-ink-soft">{i18n.t('wardrobe.cost')}</dt>
        <dd class="tabular-nums">{money(listing.cost)}</dd>
        <dt class="text-ink-soft">{i18n.t('wardrobe.rules')}</dt>
        <dd>{listing.excluded ? i18n.t('wardrobe.excluded') : i18n.t('wardrobe.notExcluded')}</dd>
      </dl>
      {listing.tags.length > 0 && (
        <ul aria-label={i18n.t('wardrobe.tags')} class="mt-3 flex flex-wrap gap-1.5">
          {listing.tags.map((tag) => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      )}
      <ActDialog open={acting} listings={[listing]} onClose={() => setActing(false)} />
      <NotesDialog open={noting} listings={[listing]} onClose={() => setNoting(false)} />
    </Card>
  );
}
