import { CircleAlert } from 'lucide-preact';

import { i18n } from '#i18n';
import type { Backup, Listing } from '../../../shared/listing.ts';
import { orphansOf } from '../../../shared/orphans.ts';
import { Card } from '../../ui/card.tsx';
import { useLive } from '../../ui/use-live.ts';
import { KeptCopyActions } from './kept-copy.tsx';
import { useWardrobeDesk } from './wardrobe-desk.tsx';

/** What an account's kept copies and unfinished jobs are. */
function useKeptCopies(account: string): { backups: Backup[]; open: { listingKey: string | null; doneAt: null }[] } {
  const { ledger } = useWardrobeDesk();
  const kept = useLive(async () => {
    const backups = await ledger.backups.where({ account }).toArray();
    const jobs = await ledger.jobs.filter(({ doneAt, listingKey }) => doneAt === null && listingKey !== null).toArray();
    return { backups, open: jobs.map(({ listingKey }) => ({ listingKey, doneAt: null })) };
  }, [ledger, account]);
  return kept.is === 'ready' ? kept.value : { backups: [], open: [] };
}

type LostProps = { listings: readonly Listing[]; account: string };

/** In red: what should be online and is not, though a copy of it is kept here. */
export function LostListings({ listings, account }: LostProps) {
  const { backups, open } = useKeptCopies(account);
  const lost = orphansOf(backups, listings, open);
  if (lost.length === 0) return null;
  return (
    <section
      aria-label={i18n.t('wardrobe.kept.lost', lost.length)}
      class="flex items-start gap-3 rounded-lg border border-danger bg-danger-soft p-4"
    >
      <CircleAlert aria-hidden="true" size={20} class="mt-0.5 shrink-0 text-danger" />
      <div class="grid min-w-0 flex-1 gap-3">
        <div role="alert">
          <h2 class="font-semibold">{i18n.t('wardrobe.kept.lost', lost.length)}</h2>
          <p class="text-sm">{i18n.t('wardrobe.kept.lostWords')}</p>
        </div>
        <ul class="grid gap-3">
          {lost.map((backup) => (
            <li key={backup.id} class="grid gap-2">
              <span class="font-medium wrap-anywhere">{backup.form.title ?? backup.vintedId}</span>
              <KeptCopyActions backup={backup} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The copy of one listing that is gone, deleted on purpose or not; nothing where none is kept. */
export function KeptCopyCard({ listing: { key, account } }: { listing: Listing }) {
  const { backups, open } = useKeptCopies(account);
  const newest = backups.filter(({ listingKey }) => listingKey === key).toSorted((a, b) => b.madeAt - a.madeAt)[0];
  const isBusy = open.some(({ listingKey }) => listingKey === key);
  if (!newest || isBusy || (newest.state !== 'deleted' && newest.state !== 'kept')) return null;
  return (
    <Card title={i18n.t('wardrobe.kept.title')} hint={i18n.t('wardrobe.kept.hint')}>
      <KeptCopyActions backup={newest} />
    </Card>
  );
}
