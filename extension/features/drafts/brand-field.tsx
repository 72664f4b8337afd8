import { useEffect, useMemo, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { ask } from '../../messaging/messenger.ts';
import { Combobox, type ComboboxItem } from '../../ui/combobox.tsx';
import type { FieldValue } from './draft-fields.ts';
import { OfferChip, OfferRow } from './chips.tsx';
import { DraftField } from './draft-field.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { useBrandId } from './use-brand-id.tsx';

const PAUSE_MS = 250;
type Brand = { id: number; title: string };
type Found = { is: 'idle' | 'busy' | 'failed'; brands: Brand[] };

export function BrandField() {
  const { draft, locked, rules } = useEditing();
  const choose = useChoose();
  const brand = draft.fields.brand.value;
  const shown = brandText(brand);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const unlisted = useBrandId(draft, locked);
  const found = useBrands(draft.market, text === shown ? '' : text, draft.fields.category.value?.id ?? null);
  const items = useMemo(() => brandItems(text === shown ? '' : text, found.brands), [text, shown, found.brands]);
  const take = (value: string | null): void => {
    const next = brandOf(value, found.brands);
    if (next !== undefined) choose({ fields: { brand: next } });
  };
  const seen = draft.suggestion?.brand.value;
  return (
    <DraftField
      name="brand"
      optional={rules?.brand !== 'must'}
      hint={found.is === 'failed' ? i18n.t('drafts.brand.notAsked') : hintOf(brand, unlisted)}
    >
      {(control) => (
        <>
          <Combobox
            control={control}
            items={items}
            value={brand === null ? null : brand === 'none' ? 'none' : `brand:${brand.id ?? brand.label}`}
            text={text}
            busy={found.is === 'busy'}
            custom
            disabled={locked}
            placeholder={i18n.t('drafts.brand.search')}
            onText={setText}
            onChoose={take}
          />
          {!locked && (
            <OfferRow label={i18n.t('drafts.suggestions')}>
              {seen && seen !== shown && (
                <OfferChip
                  label={seen}
                  onTake={() =>
                    choose({
                      fields: { brand: { id: null, label: seen } },
                      source: draft.suggestion?.brand.source ?? 'model',
                    })
                  }
                />
              )}
              {brand === null && <OfferChip label={i18n.t('drafts.noBrand')} onTake={() => take('none')} />}
            </OfferRow>
          )}
        </>
      )}
    </DraftField>
  );
}

export const brandText = (brand: FieldValue<'brand'>): string =>
  brand === null ? '' : brand === 'none' ? i18n.t('drafts.noBrand') : brand.label;

function hintOf(brand: FieldValue<'brand'>, unlisted: boolean): string | undefined {
  if (brand === null || brand === 'none' || brand.id !== null) return undefined;
  return unlisted ? i18n.t('drafts.brand.own') : i18n.t('drafts.brand.byName');
}

function brandItems(text: string, brands: Brand[]): ComboboxItem[] {
  const own = text.trim();
  const isListed = brands.some((brand) => brand.title.toLowerCase() === own.toLowerCase());
  return [
    ...brands.map((brand) => ({ value: `brand:${brand.id}`, label: brand.title })),
    ...(own === '' || isListed ? [] : [{ value: `custom:${own}`, label: i18n.t('drafts.brand.custom', [own]) }]),
    { value: 'none', label: i18n.t('drafts.noBrand') },
  ];
}

function brandOf(value: string | null, brands: Brand[]): FieldValue<'brand'> | undefined {
  if (value === null) return null;
  if (value === 'none') return 'none';
  if (value.startsWith('custom:')) return { id: null, label: value.slice('custom:'.length).slice(0, 80) };
  const listed = brands.find((brand) => `brand:${brand.id}` === value);
  return listed && { id: listed.id, label: listed.title };
}

/** Brands of the member's own site; asked once typing pauses, and only the newest answer counts. */
function useBrands(market: string, text: string, catalogId: number | null): Found {
  const [found, setFound] = useState<Found>({ is: 'idle', brands: [] });
  const keyword = text.trim().slice(0, 80);
  useEffect(() => {
    if (keyword.length < 2) {
      setFound({ is: 'idle', brands: [] });
      return undefined;
    }
    let left = false;
    const timer = setTimeout(() => {
      setFound((before) => ({ ...before, is: 'busy' }));
      ask('brands.search', { market, keyword, catalogId }).then(
        (brands) => left || setFound({ is: 'idle', brands }),
        () => left || setFound({ is: 'failed', brands: [] }),
      );
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [market, keyword, catalogId]);
  return found;
}
