import { Copy } from 'lucide-preact';

import type { Draft } from '../../../shared/draft.ts';
import { i18n } from '#i18n';
import { classNames } from '../../ui/class-names.ts';
import type { Checks } from './checks.ts';
import { StateBadge } from './draft-status.tsx';
import { formatMoney } from '../../../shared/price.ts';
import { PhotoThumb } from './photo.tsx';
import type { HasTwin } from './use-twin-marks.tsx';
import { useWindow } from '../../ui/use-window.tsx';
import { brandText } from './brand-field.tsx';

export type ListProps = {
  drafts: Draft[];
  checks: Checks;
  chosen: ReadonlySet<string>;
  hasTwin: HasTwin;
  onOpen: (id: string) => void;
  onChoose: (id: string, range: boolean) => void;
  onChooseAll: (all: boolean) => void;
};

const GAP = 14;
const CARD = 322;
const columnsAt = (width: number): number => Math.max(1, Math.floor((width + GAP) / ((width < 520 ? 120 : 190) + GAP)));

/** Drafts as cards; only those near the screen are drawn, so thousands stay quick. */
export function DraftCards({ drafts, checks, chosen, hasTwin, onOpen, onChoose }: ListProps) {
  const window = useWindow<HTMLUListElement>(drafts.length, { rowHeight: CARD + GAP, columnsAt });
  return (
    <ul
      ref={window.home}
      aria-label={i18n.t('drafts.title')}
      onKeyDown={(event) => walk(event, window.columns, onChoose)}
      style={{
        display: 'grid',
        gap: GAP,
        gridTemplateColumns: `repeat(${window.columns}, minmax(0, 1fr))`,
        paddingTop: window.before,
        paddingBottom: window.after,
      }}
    >
      {drafts.slice(window.from, window.to).map((draft) => (
        <li key={draft.id} style={{ height: CARD, contentVisibility: 'auto' }}>
          <DraftCard
            draft={draft}
            checks={checks}
            isChosen={chosen.has(draft.id)}
            isTwin={hasTwin(draft)}
            onOpen={onOpen}
            onChoose={onChoose}
          />
        </li>
      ))}
    </ul>
  );
}

type CardProps = { draft: Draft; checks: Checks; isChosen: boolean; isTwin: boolean } & Pick<
  ListProps,
  'onOpen' | 'onChoose'
>;

function DraftCard({ draft, checks, isChosen, isTwin, onOpen, onChoose }: CardProps) {
  const title = draft.fields.title.value ?? i18n.t('drafts.untitled');
  const [cover] = draft.photoIds;
  const click = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) onChoose(draft.id, event.shiftKey);
    else onOpen(draft.id);
  };
  return (
    <article
      class={classNames(
        'relative flex h-full flex-col overflow-hidden rounded-lg border bg-surface shadow-card transition-shadow hover:shadow-float',
        isChosen ? 'border-primary ring-2 ring-primary' : 'border-line',
      )}
    >
      <div class="relative h-44 shrink-0 overflow-hidden bg-sunken">
        {cover ? (
          <PhotoThumb key={cover} id={cover} alt="" />
        ) : (
          <span class="grid h-full place-items-center text-sm text-ink-soft">{i18n.t('drafts.photo.noneShort')}</span>
        )}
        {isTwin && <TwinMark />}
      </div>
      <div class="flex min-h-0 flex-1 flex-col gap-1 p-3">
        <button
          type="button"
          data-card={draft.id}
          onClick={click}
          class="line-clamp-2 text-left leading-snug font-semibold after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-3 focus-visible:after:outline-focus"
        >
          {title}
        </button>
        <p class="truncate text-sm text-ink-soft">{detailsOf(draft)}</p>
        <div class="mt-auto flex flex-wrap items-center justify-between gap-1.5">
          <span class="font-semibold tabular-nums">{priceOf(draft)}</span>
          <StateBadge draft={draft} missing={checks.missing(draft)} />
        </div>
      </div>
      <label class="absolute top-1.5 left-1.5 grid size-9 cursor-pointer place-items-center rounded-md bg-surface/85">
        <input
          type="checkbox"
          class="size-4.5"
          aria-label={i18n.t('drafts.chooseNamed', [title])}
          checked={isChosen}
          onClick={(event) => {
            onChoose(draft.id, event.shiftKey);
          }}
        />
      </label>
      {draft.photoIds.length > 1 && (
        <span class="absolute top-2 right-2 rounded-full bg-surface/85 px-2 text-xs font-semibold">
          {draft.photoIds.length}
          <span class="sr-only"> {i18n.t('drafts.field.photos')}</span>
        </span>
      )}
    </article>
  );
}

/** The notice in the draft shows what it is the twin of. */
export const TwinMark = () => (
  <span
    title={i18n.t('drafts.twin.title')}
    class="absolute inset-x-1.5 bottom-1.5 flex w-fit max-w-[calc(100%-0.75rem)] items-center gap-1 rounded-full bg-warning-soft px-2 text-xs font-semibold text-warning"
  >
    <Copy aria-hidden="true" size={12} class="shrink-0" />
    <span class="truncate">{i18n.t('drafts.twin.badge')}</span>
  </span>
);

const detailsOf = ({ fields, attributes }: Draft): string =>
  [
    brandText(fields.brand.value),
    fields.size.value?.label,
    ...Object.values(attributes).map(({ label }) => label),
    fields.category.value?.path.at(-1),
  ]
    .filter(Boolean)
    .join(' · ');

const priceOf = ({ fields }: Draft): string =>
  fields.price.value ? formatMoney(fields.price.value, navigator.language) : '–';

/** Arrows move between cards, Space chooses, Shift with either extends the choice. */
function walk(event: KeyboardEvent, columns: number, onChoose: ListProps['onChoose']): void {
  const target = event.target as HTMLElement;
  const id = target.dataset['card'];
  if (id === undefined) return;
  if (event.key === ' ') {
    event.preventDefault();
    onChoose(id, event.shiftKey);
    return;
  }
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const cards = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[data-card]')];
  const next = cards[cards.indexOf(target) + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  if (event.shiftKey && next?.dataset['card']) onChoose(next.dataset['card'], true);
}
