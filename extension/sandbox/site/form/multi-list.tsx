/** @jsxImportSource react */
import type { ReactNode } from 'react';

import type { FormAttribute } from '../../form-answer.ts';
import { say } from '../page-data.ts';
import { Cell } from '../ui/cell.tsx';
import { DropDown } from '../ui/drop-down.tsx';
import { usePanel } from '../ui/use-panel.ts';
import { toggleWithLimit } from './limit.ts';
import type { Form } from './use-form.ts';

/** Labels in the site's own order, not in the order of the clicks. */
const joined = (attribute: FormAttribute, chosen: number[]): string =>
  attribute.configuration.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ title }) => title)
    .join(', ');

export function Color({ form }: { form: Form }): ReactNode {
  const attribute = form.attribute('color');
  if (!attribute) return null;
  return <ColorList form={form} attribute={attribute} />;
}

function ColorList({ form, attribute }: { form: Form; attribute: FormAttribute }): ReactNode {
  const chosen = form.values.colors;
  const panel = usePanel<number[]>({
    value: chosen,
    onCommit: (colors) => form.set({ colors }),
    kind: 'multi',
  });
  const row = (stem: string, { id, title, hex }: FormAttribute['configuration']['options'][number]): ReactNode => (
    <Cell
      key={`${stem}${id}`}
      id={`${stem}-${id}`}
      testId={`${stem}-${id}`}
      controlTestId={`color-checkbox-${id}`}
      kind="checkbox"
      checked={panel.pending.includes(id)}
      title={title}
      hex={hex ?? null}
      onChoose={() => panel.choose(toggleWithLimit(panel.pending, id, 2))}
    />
  );
  const options = attribute.configuration.options;
  return (
    <DropDown
      panel={panel}
      stem="color-select-dropdown"
      id="color"
      label={say('color')}
      hint={say('colorHint')}
      shown={joined(attribute, chosen)}
      error={form.error('color')}
    >
      <p className="list-label">{say('suggested')}</p>
      <ul className="list">
        {options.slice(0, 2).map((option) => row('suggested-color', option))}
        {options.map((option) => row('color', option))}
      </ul>
    </DropDown>
  );
}

export function Material({ form }: { form: Form }): ReactNode {
  const attribute = form.attribute('material');
  if (!attribute) return null;
  return <MaterialList form={form} attribute={attribute} />;
}

function MaterialList({ form, attribute }: { form: Form; attribute: FormAttribute }): ReactNode {
  const chosen = form.values.materials;
  const panel = usePanel<number[]>({
    value: chosen,
    onCommit: (materials) => form.set({ materials }),
    kind: 'multi',
  });
  return (
    <DropDown
      panel={panel}
      stem="category-material-multi-list"
      id="material"
      label={say('material')}
      hint={say('materialHint')}
      shown={joined(attribute, chosen)}
      error={form.error('material')}
    >
      <ul className="list">
        {attribute.configuration.options.map(({ id, title }) => (
          <Cell
            key={id}
            id={`material-${id}`}
            testId={`material-${id}`}
            titleTestId={`material-${id}--title`}
            controlTestId={`material-checkbox-${id}--input`}
            kind="checkbox"
            checked={panel.pending.includes(id)}
            title={title}
            onChoose={() => panel.choose(toggleWithLimit(panel.pending, id, 3))}
          />
        ))}
      </ul>
    </DropDown>
  );
}
