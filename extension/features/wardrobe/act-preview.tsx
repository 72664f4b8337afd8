import { i18n } from '#i18n';
import { formatMoney } from '../../../shared/price.ts';
import { failureWords } from '../../ui/failure-words.ts';
import { actWords } from './act-words.ts';
import type { BulkAct, PlannedRow } from './bulk-plan.ts';

/** Titles by the key of the listing. */
export type Named = ReadonlyMap<string, string>;

const atMost = 100;

/** What becomes of which listing, and which are left as they are and why. */
export function ActPreview({ act, rows }: { act: BulkAct; rows: PlannedRow[] }) {
  const going = rows.filter(({ refused }) => refused === null);
  const left = rows.filter(({ refused }) => refused !== null);
  return (
    <section tabIndex={0} aria-label={i18n.t('wardrobe.act.preview')} class="grid max-h-80 gap-3 overflow-y-auto">
      {going.length > 0 && (
        <Rows title={i18n.t('wardrobe.act.will', going.length)} rows={going} words={(row) => becomes(act, row)} />
      )}
      {left.length > 0 && (
        <Rows title={i18n.t('wardrobe.act.stays', left.length)} rows={left} words={({ refused }) => why(refused)} />
      )}
    </section>
  );
}

type RowsProps = { title: string; rows: PlannedRow[]; words: (row: PlannedRow) => string };

const Rows = ({ title, rows, words }: RowsProps) => (
  <div>
    <h3 class="text-sm font-semibold">{title}</h3>
    <ul class="mt-1 divide-y divide-line text-sm">
      {rows.slice(0, atMost).map((row) => (
        <li key={row.listing.key} class="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-1.5">
          <span class="min-w-0 flex-1 basis-40 wrap-anywhere">{row.listing.title}</span>
          <span class="text-ink-soft tabular-nums">{words(row)}</span>
        </li>
      ))}
    </ul>
    {rows.length > atMost && <p class="text-sm text-ink-soft">{i18n.t('wardrobe.act.more', rows.length - atMost)}</p>}
  </div>
);

const why = (code: string | null): string => (code === null ? '' : failureWords(code, code));

function becomes(act: BulkAct, { listing, price, atFloor }: PlannedRow): string {
  if (act !== 'price' || !price || !listing.price) return actWords[act].after();
  const [before, after] = [listing.price, price].map((money) => formatMoney(money, navigator.language));
  return `${before} → ${after}${atFloor ? ` · ${i18n.t('wardrobe.act.atFloor')}` : ''}`;
}
