import { LayoutGrid, Redo2, Rows3, Search, Undo2 } from 'lucide-preact';

import { i18n } from '#i18n';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Select, TextInput } from '../../ui/field.tsx';
import { filters, sortings, type Filter, type Sorting } from './draft-list.ts';

type Look = 'cards' | 'table';
type ToolbarProps = {
  counts: Record<Filter, number>;
  filter: Filter;
  search: string;
  sort: Sorting;
  look: Look;
  history: { back: () => void; forth: () => void; can: { undo: boolean; redo: boolean } };
  onFilter: (filter: Filter) => void;
  onSearch: (search: string) => void;
  onSort: (sort: Sorting) => void;
  onLook: (look: Look) => void;
};

const filterWords = (filter: Filter): string =>
  ({
    all: i18n.t('drafts.filter.all'),
    'needs-me': i18n.t('drafts.filter.needsMe'),
    ready: i18n.t('drafts.filter.ready'),
    working: i18n.t('drafts.filter.working'),
    'on-vinted': i18n.t('drafts.filter.onVinted'),
  })[filter];

const sortWords = (sort: Sorting): string =>
  ({
    newest: i18n.t('drafts.sort.newest'),
    oldest: i18n.t('drafts.sort.oldest'),
    title: i18n.t('drafts.sort.title'),
    'price-up': i18n.t('drafts.sort.priceUp'),
    'price-down': i18n.t('drafts.sort.priceDown'),
    unsure: i18n.t('drafts.sort.unsure'),
  })[sort];

export function DraftToolbar(props: ToolbarProps) {
  return (
    <div class="grid gap-3">
      <FilterChips counts={props.counts} filter={props.filter} onFilter={props.onFilter} />
      <div class="flex flex-wrap items-center gap-2">
        <div class="relative min-w-40 flex-1 max-lg:basis-full">
          <Search
            aria-hidden="true"
            size={16}
            class="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-soft"
          />
          <TextInput
            type="search"
            aria-label={i18n.t('drafts.searchLabel')}
            placeholder={i18n.t('drafts.searchLabel')}
            value={props.search}
            onText={props.onSearch}
            class="pl-9"
          />
        </div>
        <Select
          aria-label={i18n.t('drafts.sortLabel')}
          value={props.sort}
          options={sortings.map((value) => ({ value, label: sortWords(value) }))}
          onChoose={props.onSort}
          class="w-auto! max-lg:flex-1 max-sm:basis-full"
        />
        <LookSwitch look={props.look} onLook={props.onLook} />
        <div class="flex gap-1">
          <IconButton
            label={i18n.t('common.undo')}
            aria-keyshortcuts="Control+Z"
            disabled={!props.history.can.undo}
            onClick={props.history.back}
          >
            <Undo2 aria-hidden="true" size={18} />
          </IconButton>
          <IconButton
            label={i18n.t('drafts.redo')}
            aria-keyshortcuts="Control+Shift+Z"
            disabled={!props.history.can.redo}
            onClick={props.history.forth}
          >
            <Redo2 aria-hidden="true" size={18} />
          </IconButton>
        </div>
      </div>
    </div>
  );
}

function FilterChips({ counts, filter, onFilter }: Pick<ToolbarProps, 'counts' | 'filter' | 'onFilter'>) {
  return (
    <div role="group" aria-label={i18n.t('drafts.filterLabel')} class="flex flex-wrap gap-1.5">
      {filters.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === filter}
          onClick={() => onFilter(one)}
          class={classNames(
            'inline-flex min-h-9 items-center gap-2 rounded-full border px-3.5 text-sm whitespace-nowrap',
            one === filter
              ? 'border-primary bg-primary font-semibold text-on-primary'
              : 'border-line-strong bg-surface hover:bg-sunken',
          )}
        >
          {filterWords(one)}
          <span class="tabular-nums">{counts[one]}</span>
        </button>
      ))}
    </div>
  );
}

const looks = [
  { id: 'cards', icon: LayoutGrid, label: () => i18n.t('drafts.asCards') },
  { id: 'table', icon: Rows3, label: () => i18n.t('drafts.asTable') },
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
