import { X } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { materials } from '../../../shared/materials.ts';
import { colors, conditions, limits, packageIds } from '../../../shared/vocabulary.ts';
import { classNames } from '../../ui/class-names.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { ChoiceChips } from './chips.tsx';
import { DraftField } from './draft-field.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { foldText } from '../../../shared/fold-text.ts';
import { colorWords, conditionWords, materialWords, parcelWords } from '../../ui/vocabulary-words.ts';
import { fieldWords } from './words.ts';

export function ConditionField() {
  const { draft, rules, locked } = useEditing();
  const choose = useChoose();
  const offered = rules?.options?.conditions ?? [];
  const value = draft.fields.condition.value;
  const ids = conditions
    .map(({ id }) => id)
    .filter((id) => id === value || (offered.length > 0 ? offered.includes(id) : id !== 7));
  return (
    <DraftField name="condition">
      {(control) => (
        <ChoiceChips
          control={control}
          label={fieldWords('condition')}
          name="condition"
          value={value}
          disabled={locked}
          options={ids.map((id) => ({ id, label: conditionWords(id) }))}
          onChoose={(condition) => choose({ fields: { condition } })}
        />
      )}
    </DraftField>
  );
}

export function PackageField() {
  const { draft, locked } = useEditing();
  const choose = useChoose();
  const value = draft.fields.package.value;
  const ids = [...new Set([...Object.values(packageIds), ...(value === null ? [] : [value])])];
  return (
    <DraftField name="package">
      {(control) => (
        <ChoiceChips
          control={control}
          label={fieldWords('package')}
          name="package"
          value={value}
          disabled={locked}
          options={ids.map((id) => ({ id, label: parcelWords(id) }))}
          onChoose={(parcel) => choose({ fields: { package: parcel } })}
        />
      )}
    </DraftField>
  );
}

export function ColorsField() {
  const { draft, rules, locked } = useEditing();
  const choose = useChoose();
  const chosen = draft.fields.colors.value ?? [];
  const isFull = chosen.length >= limits.colors;
  if (rules?.color === 'absent') return null;
  const toggle = (id: number): void =>
    choose({ fields: { colors: chosen.includes(id) ? chosen.filter((color) => color !== id) : [...chosen, id] } });
  return (
    <DraftField
      name="colors"
      optional={rules?.color === 'may'}
      hint={isFull ? i18n.t('drafts.colorsFull') : chosen.map(colorWords).join(', ') || undefined}
    >
      {(control) => (
        <div
          role="group"
          id={control.id}
          aria-label={fieldWords('colors')}
          aria-describedby={control['aria-describedby']}
          class="flex flex-wrap gap-1.5"
        >
          {colors.map(({ id, hex }) => (
            <button
              key={id}
              type="button"
              role="checkbox"
              aria-checked={chosen.includes(id)}
              aria-label={colorWords(id)}
              title={colorWords(id)}
              disabled={locked || (isFull && !chosen.includes(id))}
              onClick={() => toggle(id)}
              style={{ background: hex ?? 'conic-gradient(#c30,#e5b539,#369a3d,#007bc4,#800080,#c30)' }}
              class={classNames(
                'size-8 rounded-full border border-line-strong transition-transform disabled:opacity-35',
                chosen.includes(id) && 'scale-110 ring-2 ring-primary ring-offset-2 ring-offset-surface',
              )}
            />
          ))}
        </div>
      )}
    </DraftField>
  );
}

export function MaterialsField() {
  const { draft, locked } = useEditing();
  const choose = useChoose();
  const [text, setText] = useState('');
  const chosen = draft.fields.materials.value ?? [];
  const items = useMemo(() => materialItems(text), [text]);
  const isFull = chosen.length >= limits.materials;
  const add = (value: string | null): void => {
    const id = Number(value);
    setText('');
    if (value === null || isFull || chosen.some((material) => material.id === id)) return;
    choose({ fields: { materials: [...chosen, { id, label: materialWords({ id, label: '' }) }] } });
  };
  return (
    <DraftField name="materials" optional hint={draft.suggestion?.composition.value ?? undefined}>
      {(control) => (
        <>
          {chosen.length > 0 && (
            <ul class="flex flex-wrap gap-1.5" aria-label={fieldWords('materials')}>
              {chosen.map((material, at) => (
                <li key={at} class="inline-flex min-h-8 items-center gap-1 rounded-full bg-primary-soft pl-3 text-sm">
                  {materialWords(material)}
                  <button
                    type="button"
                    class="grid size-8 place-items-center rounded-full"
                    aria-label={i18n.t('drafts.removeNamed', [materialWords(material)])}
                    disabled={locked}
                    onClick={() => choose({ fields: { materials: chosen.toSpliced(at, 1) } })}
                  >
                    <X aria-hidden="true" size={14} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          {!isFull && !locked && (
            <Combobox
              control={control}
              items={items}
              value={null}
              text={text}
              placeholder={i18n.t('drafts.materialSearch')}
              onText={setText}
              onChoose={add}
            />
          )}
        </>
      )}
    </DraftField>
  );
}

function materialItems(text: string) {
  const wanted = foldText(text.trim());
  return materials
    .map(({ id }) => ({ value: String(id), label: materialWords({ id, label: '' }) }))
    .filter((item) => foldText(item.label).includes(wanted))
    .sort((one, other) => one.label.localeCompare(other.label));
}
