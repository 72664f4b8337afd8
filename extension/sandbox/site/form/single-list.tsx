/** @jsxImportSource react */
import type { ReactNode } from 'react';

import type { FormAttribute } from '../../form-answer.ts';
import { say, switches } from '../page-data.ts';
import { Cell } from '../ui/cell.tsx';
import { DropDown } from '../ui/drop-down.tsx';
import { usePanel } from '../ui/use-panel.ts';
import type { Form } from './use-form.ts';

type ListProps = {
  code: string;
  label: string;
  hint: string;
  attribute: FormAttribute;
  chosen: number | null;
  error: string | undefined;
  kind: 'radio' | 'button';
  onCommit: (id: number | null) => void;
};

/** `category-{code}-single-list-…`: condition and every other single choice of a category. */
function SingleList({ code, label, hint, attribute, chosen, error, kind, onCommit }: ListProps): ReactNode {
  const options = attribute.configuration.options;
  const panel = usePanel<number | null>({ value: chosen, onCommit, kind: 'single' });
  const shown = options.find(({ id }) => id === chosen)?.title ?? '';
  return (
    <DropDown
      panel={panel}
      stem={`category-${code}-single-list`}
      id={code}
      label={label}
      hint={hint}
      shown={shown}
      error={error}
    >
      <ul className="list">
        {options.map(({ id, title }) => (
          <Cell
            key={id}
            id={`${code}-${id}`}
            testId={`${code}-${id}`}
            titleTestId={`${code}-${id}--title`}
            controlTestId={`${code}-radio-${id}--input`}
            kind={kind}
            checked={panel.pending === id}
            title={title}
            onChoose={() => panel.choose(id)}
          />
        ))}
      </ul>
    </DropDown>
  );
}

export function Condition({ form }: { form: Form }): ReactNode {
  const attribute = form.attribute('condition');
  if (!attribute) return null;
  return (
    <SingleList
      code="condition"
      label={say('condition')}
      hint={say('conditionHint')}
      attribute={attribute}
      chosen={form.values.condition}
      error={form.error('condition', 'status')}
      kind={switches.conditionRole}
      onCommit={(condition) => form.set({ condition })}
    />
  );
}

const ownFields = new Set([
  'unisex',
  'brand',
  'size',
  'measurement',
  'condition',
  'color',
  'material',
  'isbn',
  'model',
]);

export function OtherAttributes({ form }: { form: Form }): ReactNode {
  const others = (form.answer?.attributes ?? []).filter(({ code }) => !ownFields.has(code));
  return others.map((attribute) => (
    <SingleList
      key={attribute.code}
      code={attribute.code}
      label={attribute.title}
      hint={say('choose')}
      attribute={attribute}
      chosen={form.values.attributes[attribute.code] ?? null}
      error={form.error(attribute.code)}
      kind="radio"
      onCommit={(id) => id !== null && form.set({ attributes: { ...form.values.attributes, [attribute.code]: id } })}
    />
  ));
}
