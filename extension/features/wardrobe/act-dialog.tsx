import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Listing } from '../../../shared/listing.ts';
import { toFailure } from '../../messaging/failures.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { Notice } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { ActPreview, type Named } from './act-preview.tsx';
import { queueBulk, stopUnbegun, type BulkAnswer } from './act-queue.ts';
import { actWords } from './act-words.ts';
import { planBulk, type BulkAct, type BulkWish, type PlannedRow } from './bulk-plan.ts';
import { PriceInputs, noPrice, readPrice } from './price-inputs.tsx';
import { useBulkWorld } from './use-bulk-world.tsx';
import { useWardrobeDesk } from './wardrobe-desk.tsx';

const acts = ['price', 'relist', 'hide', 'unhide', 'delete'] as const satisfies readonly BulkAct[];

type ActProps = { open: boolean; listings: Listing[]; onClose: () => void };

/** A change on Vinted for all chosen listings: what becomes of which is seen first, then each is queued. */
export const ActDialog = ({ open, ...rest }: ActProps) => (open ? <OpenDialog {...rest} /> : null);

function OpenDialog({ listings, onClose }: Omit<ActProps, 'open'>) {
  const [act, setAct] = useState<BulkAct>('price');
  const [typed, setTyped] = useState(noPrice);
  const [refused, setRefused] = useState<BulkAnswer[] | null>(null);
  const currency = listings.find(({ price }) => price)?.price?.currency ?? 'EUR';
  const { world, left } = useBulkWorld(listings, act);
  const change = readPrice(typed, currency);
  const wish: BulkWish | null = act !== 'price' ? { act } : change.ok ? { act, change: change.value } : null;
  const rows = wish ? planBulk(listings, wish, world) : [];
  const going = rows.filter((row) => row.refused === null);
  const { busy, apply } = useApply({ onClose, onRefused: setRefused });
  return (
    <Dialog
      open
      wide
      title={i18n.t('wardrobe.act.dialog', listings.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{refused ? i18n.t('common.close') : i18n.t('common.cancel')}</Button>
          {!refused && wish && (
            <Button
              kind={act === 'delete' ? 'danger' : 'primary'}
              busy={busy}
              disabled={going.length === 0}
              onClick={() => void apply(wish, going)}
            >
              {i18n.t('wardrobe.act.apply', going.length)}
            </Button>
          )}
        </>
      }
    >
      {refused ? (
        <Refusals answers={refused} listings={listings} />
      ) : (
        <div class="grid gap-4">
          <Field label={i18n.t('wardrobe.act.what')} hint={actWords[act].hint()}>
            {(control) => (
              <Select<BulkAct>
                {...control}
                value={act}
                options={acts.map((value) => ({ value, label: actWords[value].name() }))}
                onChoose={setAct}
              />
            )}
          </Field>
          {act === 'price' && <PriceInputs {...{ typed, currency }} onTyped={setTyped} />}
          <Warnings act={act} going={going} left={left} />
          {wish && <ActPreview act={act} rows={rows} />}
        </div>
      )}
    </Dialog>
  );
}

type Ends = { onClose: () => void; onRefused: (answers: BulkAnswer[]) => void };

/** Queues and says how many, with a way back for what has not begun; what was refused stays to be read. */
function useApply({ onClose, onRefused }: Ends) {
  const { ledger } = useWardrobeDesk();
  const [busy, setBusy] = useState(false);
  const apply = async (wish: BulkWish, going: PlannedRow[]): Promise<void> => {
    setBusy(true);
    try {
      const answers = await queueBulk(wish, going);
      const queued = answers.flatMap(({ jobId }) => jobId ?? []);
      const refused = answers.filter((answer) => answer.refused);
      if (queued.length > 0)
        showToast(i18n.t('wardrobe.act.queued', queued.length), () => void stopUnbegun(ledger, queued));
      if (refused.length > 0) onRefused(refused);
      else onClose();
    } catch (error) {
      const { code, message } = toFailure(error);
      showToast(failureWords(code, message));
    }
    setBusy(false);
  };
  return { busy, apply };
}

/** What the seller should know before saying yes. */
function Warnings({ act, going, left }: { act: BulkAct; going: PlannedRow[]; left: number | null }) {
  const lost = going.reduce((sum, { listing }) => sum + (listing.favourites ?? 0), 0);
  const losesFavourites = (act === 'relist' || act === 'delete') && lost > 0;
  const isMore = left !== null && going.length > left;
  return (
    <>
      {losesFavourites && <Notice>{i18n.t('wardrobe.act.favouritesLost', lost)}</Notice>}
      {isMore && <Notice>{i18n.t('wardrobe.act.moreThanToday', [String(left)])}</Notice>}
    </>
  );
}

function Refusals({ answers, listings }: { answers: BulkAnswer[]; listings: Listing[] }) {
  const titles: Named = new Map(listings.map(({ key, title }) => [key, title]));
  return (
    <div role="alert" class="grid gap-2">
      <p class="font-semibold">{i18n.t('wardrobe.act.refused', answers.length)}</p>
      <ul class="grid gap-1 text-sm">
        {answers.map(({ key, refused }) => (
          <li key={key}>
            <strong>{titles.get(key) ?? key}: </strong>
            {refused && failureWords(refused.code, refused.message)}
          </li>
        ))}
      </ul>
    </div>
  );
}
