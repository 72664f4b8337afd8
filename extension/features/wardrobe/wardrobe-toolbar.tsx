import { LayoutGrid, Rows3, Search } from 'lucide-preact';

import { i18n } from '#i18n';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Select, TextInput } from '../../ui/field.tsx';
import { ages, piles, sortings, type Age, type ListQuery, type Pile, type Sorting } from './listing-list.ts';
import { ageWords, pileWords, sortWords } from './wardrobe-words.ts';

type ToolbarProps = {
  counts: Record<Pile, number>;
  tags: string[];
  query: ListQuery;
  look: 'cards' | 'table';
  onQuery: (change: Partial<ListQuery>) => void;
  onLook: (look: 'cards' | 'table') => void;
};

const NO_TAG = '';

export function WardrobeToolbar({ counts, tags, query, look, onQuery, onLook }: ToolbarProps) {
  return (
    <div class="grid gap-3">
      <StatusChips counts={counts} pile={query.pile} onPile={(pile) => onQuery({ pile })} />
      <div class="flex flex-wrap items-center gap-2">
        <div class="relative min-w-40 flex-1 max-lg:basis-full">
          <Search
            aria-hidden="true"
            size={16}
            class="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-soft"
          />
          <TextInput
            type="search"
            aria-label={i18n.t('wardrobe.searchLabel')}
            placeholder={i18n.t('wardrobe.searchLabel')}
            value={query.search}
            onText={(search) => onQuery({ search })}
            class="pl-9"
          />
        </div>
        <Select<Age>
          aria-label={i18n.t('wardrobe.age')}
          value={query.age}
          options={ages.map((value) => ({ value, label: ageWords(value) }))}
          onChoose={(age) => onQuery({ age })}
          class="w-auto! max-lg:flex-1"
        />
        {tags.length > 0 && (
          <Select
            aria-label={i18n.t('wardrobe.tag')}
            value={query.tag ?? NO_TAG}
            options={[
              { value: NO_TAG, label: i18n.t('wardrobe.anyTag') },
              ...tags.map((value) => ({ value, label: value })),
            ]}
            onChoose={(tag) => onQuery({ tag: tag === NO_TAG ? null : tag })}
            class="w-auto! max-lg:flex-1"
          />
        )}
        <Select<Sorting>
          aria-label={i18n.t('wardrobe.sortLabel')}
          value={query.sort}
          options={sortings.map((value) => ({ value, label: sortWords[value]() }))}
          onChoose={(sort) => onQuery({ sort })}
          class="w-auto! max-lg:flex-1"
        />
        <LookSwitch look={look} onLook={onLook} />
      </div>
    </div>
  );
}

/** A status that no listing has is left out, but for what is always asked for. */
function StatusChips({
  counts,
  pile,
  onPile,
}: {
  counts: Record<Pile, number>;
  pile: Pile;
  onPile: (to: Pile) => void;
}) {
  const shown = piles.filter((one) => one === 'all' || one === 'active' || one === pile || counts[one] > 0);
  return (
    <div role="group" aria-label={i18n.t('wardrobe.state')} class="flex flex-wrap gap-1.5">
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === pile}
          onClick={() => onPile(one)}
          class={classNames(
            'inline-flex min-h-9 items-center gap-2 rounded-full border px-3.5 text-sm whitespace-nowrap',
            one === pile
              ? 'border-primary bg-primary font-semibold text-on-primary'
              : 'border-line-strong bg-surface hover:bg-sunken',
          )}
        >
          {pileWords(one)}
          <span class="tabular-nums">{counts[one]}</span>
        </button>
      ))}
    </div>
  );
}

const looks = [
  { id: 'cards', icon: LayoutGrid, label: () => i18n.t('wardrobe.asCards') },
  { id: 'table', icon: Rows3, label: () => i18n.t('wardrobe.asTable') },
] as const;

const LookSwitch = ({ look, onLook }: Pick<ToolbarProps, 'look' | 'onLook'>) => (
  <div class="flex gap-1">
    {looks.map(({ id, icon: Icon, label }) => (
      <IconButton
        key={id}
        kind={id === look ? 'secondary' : 'quiet'}
        label={label()}
        aria-pressed={id === look}
        onClick={() => onLook(id)}
      >
        <Icon aria-hidden="true" size={18} />
      </IconButton>
    ))}
  </div>
);
