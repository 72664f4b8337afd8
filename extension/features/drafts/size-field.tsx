import { useEffect, useMemo, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { ask } from '../../messaging/messenger.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { OfferChip, OfferRow } from './chips.tsx';
import type { CategoryRules } from './category-rules.ts';
import { loadOptions } from './category-options.ts';
import { useDesk } from './desk-context.tsx';
import { DraftField } from './draft-field.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { useOwnText } from './use-own-text.tsx';
import { findSize } from './missing.ts';

/** The sizes the form offers in this category; until they are known any words are taken and matched when filling. */
export function SizeField() {
  const { draft, rules, locked } = useEditing();
  const choose = useChoose();
  const size = draft.fields.size.value;
  const shown = size?.label ?? '';
  const [text, type] = useOwnText(shown);
  const asked = useOptions();
  const items = useMemo(() => sizeItems(rules, text === shown ? '' : text), [rules, text, shown]);
  if (rules?.size === 'absent') return null;
  const take = (label: string, source: 'seller' | 'ocr' = 'seller'): void => {
    const wanted = label.trim().slice(0, 200);
    const offered = rules && findSize({ id: null, label: wanted }, rules);
    choose({
      fields: { size: wanted === '' ? null : { id: offered?.id ?? null, label: offered?.label ?? wanted } },
      source,
    });
  };
  const seen = draft.suggestion?.size.value;
  return (
    <DraftField
      name="size"
      optional={rules?.size !== 'must'}
      hint={asked === 'failed' && !rules?.options ? i18n.t('drafts.size.unknown') : undefined}
    >
      {(control) => (
        <>
          <Combobox
            control={control}
            items={items}
            value={size ? String(size.id ?? size.label) : null}
            text={text}
            busy={asked === 'busy'}
            custom
            disabled={locked}
            placeholder={i18n.t('drafts.size.search')}
            onText={(next) => {
              type(next, rules?.options ? shown : next.trim());
              if (!rules?.options) take(next);
            }}
            onChoose={(value) => {
              const offered = rules?.options?.sizes.find((option) => String(option.id) === value);
              choose({ fields: { size: offered ? { id: offered.id, label: offered.label } : null } });
            }}
          />
          {seen && seen !== shown && !locked && (
            <OfferRow label={i18n.t('drafts.suggestions')}>
              <OfferChip label={seen} onTake={() => take(seen, 'ocr')} />
            </OfferRow>
          )}
        </>
      )}
    </DraftField>
  );
}

function sizeItems(rules: CategoryRules | null, text: string) {
  const wanted = text.trim().toLowerCase();
  const sizes = rules?.options?.sizes ?? [];
  const fitting = sizes.filter((size) => size.label.toLowerCase().includes(wanted));
  // "S" is contained in "XS": what starts with the words comes first.
  const first = fitting.filter((size) => size.label.toLowerCase().startsWith(wanted));
  return [...new Set([...first, ...fitting])].map((size) => ({
    value: String(size.id),
    label: size.label,
    hint: size.group,
  }));
}

/** Asks the site what the form of the draft's category offers, unless that is known. */
function useOptions(): 'idle' | 'busy' | 'failed' {
  const desk = useDesk();
  const { draft } = useEditing();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const { market } = draft;
  const catalogId = draft.fields.category.value?.id;
  useEffect(() => {
    if (catalogId === undefined) return undefined;
    let left = false;
    setState('busy');
    loadOptions(desk, market, catalogId, () => ask('category.options', { market, catalogId })).then(
      () => left || setState('idle'),
      () => left || setState('failed'),
    );
    return () => {
      left = true;
    };
  }, [desk, market, catalogId]);
  return state;
}
