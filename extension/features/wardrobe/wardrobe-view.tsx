import { Shirt } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { PageHeader } from '../../ui/card.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { ListingPage } from './listing-page.tsx';
import { useWardrobe } from './use-wardrobe.tsx';
import { WardrobeDeskProvider, type WardrobeDesk } from './wardrobe-desk.tsx';
import { WardrobePage } from './wardrobe-page.tsx';

type ViewProps = { desk: WardrobeDesk; openKey: string | null; onOpen: (key: string | null) => void };

/** All listings of a member, or the one that is open. */
export const WardrobeView = ({ desk, openKey, onOpen }: ViewProps) => (
  <WardrobeDeskProvider value={desk}>
    {openKey === null ? (
      <AllListings onOpen={onOpen} />
    ) : (
      <ListingPage key={openKey} listingKey={openKey} onOpen={onOpen} />
    )}
  </WardrobeDeskProvider>
);

function AllListings({ onOpen }: Pick<ViewProps, 'onOpen'>) {
  const [member, setMember] = useState<string | null>(null);
  const kept = useWardrobe(member);
  if (kept.is === 'loading') return <LoadingState />;
  if (kept.is === 'failed') return <ErrorState title={i18n.t('wardrobe.unreadable')}>{String(kept.error)}</ErrorState>;
  if (kept.value.listings.length === 0)
    return (
      <>
        <PageHeader title={i18n.t('wardrobe.title')} />
        <EmptyState icon={<Shirt aria-hidden="true" size={26} />} title={i18n.t('wardrobe.emptyTitle')}>
          {i18n.t('wardrobe.emptyWords')}
        </EmptyState>
      </>
    );
  return <WardrobePage key={kept.value.account} kept={kept.value} onOpen={onOpen} onMember={setMember} />;
}
