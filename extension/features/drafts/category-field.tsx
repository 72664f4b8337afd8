import { FolderTree, RefreshCw } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { resolveCategory } from '../../../shared/catalog/resolve-category.ts';
import { searchCatalog } from '../../../shared/catalog/search-catalog.ts';
import { ask } from '../../messaging/messenger.ts';
import { toFailure } from '../../messaging/failures.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Combobox, type ComboboxItem } from '../../ui/combobox.tsx';
import type { ControlProps } from '../../ui/field.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { Notice } from '../../ui/states.tsx';
import { CategoryBrowser } from './category-browser.tsx';
import { categoryAt, type CatalogIndex } from './category-rules.ts';
import { OfferChip, OfferRow } from './chips.tsx';
import { DraftField } from './draft-field.tsx';
import { useChoose, useEditing } from './editing.tsx';

const OFFERED = 3;

export function CategoryField() {
  const { draft, index, locked } = useEditing();
  const choose = useChoose();
  const take = (id: number): void => {
    const category = index && categoryAt(id, index);
    if (category) choose({ fields: { category } });
  };
  return (
    <DraftField name="category" hint={draft.fields.category.value?.path.join(' › ')}>
      {(control) =>
        index ? (
          <>
            <CategoryPicker
              control={control}
              index={index}
              value={draft.fields.category.value}
              disabled={locked}
              onTake={take}
            />
            {!locked && <CategoryOffers index={index} onTake={take} />}
          </>
        ) : (
          <CatalogMissing market={draft.market} />
        )
      }
    </DraftField>
  );
}

type Category = { id: number; path: string[] };
type PickerProps = {
  control?: ControlProps;
  label?: string;
  index: CatalogIndex;
  value: Category | null;
  disabled?: boolean;
  onTake: (id: number) => void;
};

/** Search with synonyms over the site's own catalogue, or browse it. */
export function CategoryPicker({ control, label, index, value, disabled = false, onTake }: PickerProps) {
  const chosen = value?.path.at(-1) ?? '';
  const [text, setText] = useState(chosen);
  const [browsing, setBrowsing] = useState(false);
  useEffect(() => setText(chosen), [chosen]);
  const items = useMemo(() => itemsFor(text === chosen ? '' : text, index, value), [text, chosen, index, value]);
  return (
    <div class="flex gap-1.5">
      <div class="min-w-0 flex-1">
        <Combobox
          {...(control ? { control } : {})}
          {...(label ? { label } : {})}
          items={items}
          value={value ? String(value.id) : null}
          text={text}
          disabled={disabled}
          placeholder={i18n.t('drafts.category.search')}
          onText={setText}
          onChoose={(id) => id !== null && onTake(Number(id))}
        />
      </div>
      <IconButton
        kind="secondary"
        label={i18n.t('drafts.category.browse')}
        disabled={disabled}
        onClick={() => setBrowsing(true)}
      >
        <FolderTree aria-hidden="true" size={18} />
      </IconButton>
      <CategoryBrowser
        open={browsing}
        index={index}
        current={value?.id ?? null}
        onTake={onTake}
        onClose={() => setBrowsing(false)}
      />
    </div>
  );
}

const language = (): string => navigator.language;

function itemsFor(text: string, index: CatalogIndex, value: Category | null): ComboboxItem[] {
  const hits = text.trim() === '' ? (value ? [value] : []) : searchCatalog(text, index.nodes, language(), 12);
  return hits.map(({ id, path }) => ({
    value: String(id),
    label: path.at(-1) ?? '',
    hint: path.slice(0, -1).join(' › '),
  }));
}

/** The likeliest other leaves for what the photos showed, with how likely. */
function CategoryOffers({ index, onTake }: { index: CatalogIndex; onTake: (id: number) => void }) {
  const { draft } = useEditing();
  const { suggestion, audience } = draft;
  const offers = useMemo(() => {
    if (!suggestion) return [];
    const { value, confidence } = suggestion.category;
    const question = { category: value, confidence, alternatives: suggestion.categoryAlternatives, audience };
    const { best, alternatives } = resolveCategory(question, index.nodes, language());
    return best ? [best, ...alternatives] : alternatives;
  }, [suggestion, audience, index]);
  const others = offers.filter((offer) => offer.id !== draft.fields.category.value?.id).slice(0, OFFERED);
  if (others.length === 0 || draft.fields.category.source === 'seller') return null;
  return (
    <OfferRow label={i18n.t('drafts.suggestions')}>
      {others.map((offer) => (
        <OfferChip
          key={offer.id}
          label={offer.path.slice(-2).join(' › ')}
          hint={`${offer.path.join(' › ')} (${Math.round(offer.confidence * 100)} %)`}
          onTake={() => onTake(offer.id)}
        />
      ))}
    </OfferRow>
  );
}

/** Until the site's catalogue was read once, nothing can be picked: says how to get it. */
export function CatalogMissing({ market }: { market: string }) {
  const [state, setState] = useState<{ is: 'idle' | 'busy' } | { is: 'failed'; why: string }>({ is: 'idle' });
  const refresh = (): void => {
    setState({ is: 'busy' });
    ask('catalog.refresh', { market }).then(
      () => setState({ is: 'idle' }),
      (error: unknown) => {
        const { code, message } = toFailure(error);
        setState({ is: 'failed', why: failureWords(code, message) });
      },
    );
  };
  return (
    <Notice
      action={
        <Button
          size="small"
          busy={state.is === 'busy'}
          icon={<RefreshCw aria-hidden="true" size={15} />}
          onClick={refresh}
        >
          {i18n.t('drafts.category.load')}
        </Button>
      }
    >
      {state.is === 'failed' ? state.why : i18n.t('drafts.category.notLoaded', [market.replace('www.', '')])}
    </Notice>
  );
}
