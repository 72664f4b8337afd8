import { CircleAlert } from 'lucide-preact';

import { i18n } from '#i18n';
import { ledger, wardrobe } from '../../db/stores.ts';
import { liveKeyOf } from '../../../shared/listing.ts';
import { orphansOf } from '../../../shared/orphans.ts';
import { Button } from '../../ui/button.tsx';
import { useLive } from '../../ui/use-live.ts';
import { send } from './send.ts';

const titlesShown = 3;

async function readLost() {
  const backups = await ledger.backups.toArray();
  const keys = backups.map(liveKeyOf);
  const listings = (await wardrobe.listings.bulkGet(keys)).filter((found) => found !== undefined);
  return orphansOf(backups, listings, await ledger.jobs.filter(({ doneAt }) => doneAt === null).toArray());
}

/** In red: what should be online and is not, of every account. What can be done about it is on the wardrobe page. */
export function LostListings() {
  const lost = useLive(readLost);
  if (lost.is !== 'ready' || lost.value.length === 0) return null;
  const open = async (): Promise<void> => {
    await send('dashboard.open', { route: 'wardrobe' });
    window.close();
  };
  return (
    <section
      aria-label={i18n.t('wardrobe.kept.lost', lost.value.length)}
      class="grid grid-cols-1 gap-2 rounded-lg border border-danger bg-danger-soft p-3 text-sm"
    >
      <p role="alert" class="flex items-start gap-2 font-semibold">
        <CircleAlert aria-hidden="true" size={18} class="mt-0.5 shrink-0 text-danger" />
        {i18n.t('wardrobe.kept.lost', lost.value.length)}
      </p>
      <ul class="list-disc pl-8">
        {lost.value.slice(0, titlesShown).map(({ id, form, vintedId }) => (
          <li key={id} class="truncate">
            {form.title ?? vintedId}
          </li>
        ))}
      </ul>
      <Button size="small" class="justify-self-start" onClick={() => void open()}>
        {i18n.t('popup.openWardrobe')}
      </Button>
    </section>
  );
}
