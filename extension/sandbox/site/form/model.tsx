/** @jsxImportSource react */
import { useState, type ReactNode } from 'react';

import { say, tid } from '../page-data.ts';
import { Cell } from '../ui/cell.tsx';
import { DropDown } from '../ui/drop-down.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { usePanel } from '../ui/use-panel.ts';
import type { Form } from './use-form.ts';

type Chosen = { id: number | null; title: string } | null;
type Model = { id: number; title: string };

const inView = 50;

/** Appears only after the brand; the list holds about fifty rows, the rest must be searched; only the row itself commits. */
export function ModelField({ form }: { form: Form }): ReactNode {
  const [keyword, setKeyword] = useState('');
  const { catalog, brand, model } = form.values;
  const path = `item_upload/models?catalog_id=${catalog?.id ?? 0}&brand_id=${brand?.id ?? 0}&keyword=${encodeURIComponent(keyword)}`;
  const [answer] = useAnswer<{ models: Model[] }>(path);
  const panel = usePanel<Chosen>({
    value: model,
    onCommit: (chosen) => form.set({ model: chosen }),
    kind: 'single',
  });
  const special = (key: 'modelNotListed' | 'modelUnknown', id: string): ReactNode => (
    <Cell
      key={id}
      id={id}
      testId={id}
      kind="button"
      title={say(key)}
      onChoose={() => panel.choose({ id: null, title: say(key) })}
    />
  );
  return (
    <DropDown
      panel={panel}
      stem="model-select"
      id="model"
      label={say('model')}
      hint={say('modelHint')}
      shown={model?.title ?? ''}
      error={form.error('model')}
    >
      <input
        id="model-search-input"
        {...tid('model-search--input')}
        className="search"
        value={keyword}
        placeholder={say('findModel')}
        aria-label={say('findModel')}
        onChange={(event) => setKeyword(event.target.value)}
      />
      <ul className="list">
        {(answer?.models ?? []).slice(0, inView).map(({ id, title }) => (
          <Cell
            key={id}
            id={`model-${id}`}
            testId={`model-${id}`}
            kind="button"
            title={title}
            deadTitle
            onChoose={() => panel.choose({ id, title })}
          />
        ))}
        {special('modelNotListed', 'model-not-listed')}
        {special('modelUnknown', 'model-unknown')}
      </ul>
    </DropDown>
  );
}
