import { ListChecks, Tag, X } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Listing } from '../../../shared/listing.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ActDialog } from './act-dialog.tsx';
import { NotesDialog } from './notes-dialog.tsx';

/** What can be done with all chosen listings at once. */
export function WardrobeBulkBar({ listings, onClear }: { listings: Listing[]; onClear: () => void }) {
  const [noting, setNoting] = useState(false);
  const [acting, setActing] = useState(false);
  return (
    <section
      aria-label={i18n.t('wardrobe.bulk')}
      class="sticky bottom-3 z-20 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-surface p-2 pl-4 shadow-float max-sm:bottom-20"
    >
      <p role="status" class="mr-auto font-semibold">
        {i18n.t('wardrobe.chosen', listings.length)}
      </p>
      <Button size="small" icon={<ListChecks aria-hidden="true" size={15} />} onClick={() => setActing(true)}>
        {i18n.t('wardrobe.act.button')}
      </Button>
      <Button size="small" icon={<Tag aria-hidden="true" size={15} />} onClick={() => setNoting(true)}>
        {i18n.t('wardrobe.noteButton')}
      </Button>
      <IconButton size="small" label={i18n.t('wardrobe.clear')} onClick={onClear}>
        <X aria-hidden="true" size={16} />
      </IconButton>
      <ActDialog open={acting} listings={listings} onClose={() => setActing(false)} />
      <NotesDialog open={noting} listings={listings} onClose={() => setNoting(false)} />
    </section>
  );
}
