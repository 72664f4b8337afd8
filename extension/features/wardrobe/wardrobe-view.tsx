import { Shirt } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { PageHeader } from '../../ui/card.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { ListingPage } from './listing-page.tsx';
import { LookStatus, ReadAgain } from './read-again.tsx';
import { useWardrobe } from './use-wardrobe.tsx';
import { WardrobeDeskProvider, type WardrobeDesk } from './wardrobe-desk.tsx';
import { WardrobePage } from './wardrobe-page.tsx';

type ViewProps = {
  desk: WardrobeDesk;
  /** Where to look as long as nobody's wardrobe is kept. */
  market: string;
  openKey: string | null;
  onOpen: (key: string | null) => void;
};

/** All listings of a member, or the one that is open. */
export const WardrobeView = ({ desk, market, openKey, onOpen }: ViewProps) => (
  <WardrobeDeskProvider value={desk}>
    {openKey === null ? (
      <AllListings market={market} onOpen={onOpen} />
    ) : (
      <ListingPage key={openKey} listingKey={openKey} onOpen={onOpen} />
    )}
  </WardrobeDeskProvider>
);

function AllListings({ market, onOpen }: Pick<ViewProps, 'market' | 'onOpen'>) {
  const [member, setMember] = useState<string | null>(null);
  const kept = useWardrobe(member);
  if (kept.is === 'loading') return <LoadingState />;
  if (kept.is === 'failed') return <ErrorState title={i18n.t('wardrobe.unreadable')}>{String(kept.error)}</ErrorState>;
  if (kept.value.listings.length === 0) return <NothingKept market={market} />;
  return <WardrobePage key={kept.value.account} kept={kept.value} onOpen={onOpen} onMember={setMember} />;
}

function NothingKept({ market }: { market: string }) {
  const whose = { market, memberId: null };
  return (
    <div class="grid grid-cols-1 gap-4">
      <PageHeader title={i18n.t('wardrobe.title')} />
      <LookStatus whose={whose} />
      <EmptyState
        icon={<Shirt aria-hidden="true" size={26} />}
        title={i18n.t('wardrobe.emptyTitle')}
        action={<ReadAgain whose={whose} first />}
      >
        {i18n.t('wardrobe.emptyWords')}
      </EmptyState>
    </div>
  );
}
