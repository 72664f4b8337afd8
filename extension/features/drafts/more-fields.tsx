import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Field, Switch, TextInput } from '../../ui/field.tsx';
import { DraftField } from './draft-field.tsx';
import { useChange, useChoose, useEditing } from './editing.tsx';
import { fieldWords } from './words.ts';
import { useTyped } from './use-typed.tsx';

/** What only some categories ask: model, ISBN, measurements, unisex. */
export function MoreFields() {
  const { rules } = useEditing();
  return (
    <>
      {rules?.model === 'must' && <ModelField />}
      {rules?.isbn && <IsbnField />}
      <MeasurementsField />
      <UnisexField />
    </>
  );
}

function ModelField() {
  const { draft, locked } = useEditing();
  const change = useChange();
  const typed = useTyped(`${draft.id} model`, draft.fields.model.value?.label ?? '', (label) =>
    change({ fields: { model: label.trim() === '' ? null : { id: null, label: label.slice(0, 200) } } }),
  );
  return (
    <DraftField name="model">
      {(control) => <TextInput {...control} value={typed.text} onText={typed.onText} disabled={locked} />}
    </DraftField>
  );
}

function IsbnField() {
  const { draft, locked } = useEditing();
  const change = useChange();
  const typed = useTyped(`${draft.id} isbn`, draft.fields.isbn.value ?? '', (isbn) =>
    change({ fields: { isbn: isbn.slice(0, 20) } }),
  );
  return (
    <DraftField name="isbn" optional>
      {(control) => (
        <TextInput
          {...control}
          value={typed.text}
          onText={typed.onText}
          maxLength={20}
          inputMode="numeric"
          placeholder="978-…"
          disabled={locked}
        />
      )}
    </DraftField>
  );
}

function MeasurementsField() {
  const { draft, locked } = useEditing();
  const choose = useChoose();
  const value = draft.fields.measurements.value ?? { width: null, length: null };
  const set = (side: 'width' | 'length', centimetres: number | null): void => {
    const next = { ...value, [side]: centimetres };
    choose({ fields: { measurements: next.width === null && next.length === null ? null : next } });
  };
  return (
    <DraftField name="measurements" optional>
      {(control) => (
        <div id={control.id} role="group" aria-label={fieldWords('measurements')} class="grid grid-cols-2 gap-3">
          <Centimetres
            label={i18n.t('drafts.width')}
            value={value.width}
            disabled={locked}
            onValue={(width) => set('width', width)}
          />
          <Centimetres
            label={i18n.t('drafts.length')}
            value={value.length}
            disabled={locked}
            onValue={(length) => set('length', length)}
          />
        </div>
      )}
    </DraftField>
  );
}

type CentimetresProps = {
  label: string;
  value: number | null;
  disabled: boolean;
  onValue: (value: number | null) => void;
};

function Centimetres({ label, value, disabled, onValue }: CentimetresProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const number = readCentimetres(text);
  useEffect(() => {
    if (readCentimetres(text) !== value) setText(value === null ? '' : String(value));
  }, [value]);
  return (
    <Field label={label} error={number === undefined ? i18n.t('drafts.measureWrong') : undefined}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          value={text}
          disabled={disabled}
          onText={(next) => {
            setText(next);
            const read = readCentimetres(next);
            if (read !== undefined) onValue(read);
          }}
        />
      )}
    </Field>
  );
}

/** null = empty, undefined = not a length of a garment in centimetres. */
function readCentimetres(text: string): number | null | undefined {
  const plain = text
    .trim()
    .replace(',', '.')
    .replace(/\s*cm$/, '');
  if (plain === '') return null;
  const value = /^\d{1,4}(\.\d)?$/.test(plain) ? Number(plain) : Number.NaN;
  return value > 0 && value <= 1_000 ? value : undefined;
}

function UnisexField() {
  const { draft, locked } = useEditing();
  const choose = useChoose();
  return (
    <Switch
      label={i18n.t('drafts.field.unisex')}
      hint={i18n.t('drafts.unisexHint')}
      on={draft.fields.unisex.value ?? false}
      disabled={locked}
      onChange={(on) => choose({ fields: { unisex: on ? true : null } })}
    />
  );
}
