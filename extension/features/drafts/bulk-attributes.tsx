import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { Field, Select } from '../../ui/field.tsx';
import { AttributeInput, type Option } from './attribute-input.tsx';
import { listsOf } from './bulk-lists.ts';
import type { BulkEdit } from './bulk-edit.ts';
import type { Checks } from './checks.ts';
import { attributeWords, fieldWords } from './words.ts';

type BulkAttributesProps = { drafts: Draft[]; checks: Checks; onEdit: (edit: BulkEdit | null) => void };

/** One list of the chosen drafts' categories, for all of them that have it. */
export function BulkAttributes({ drafts, checks, onEdit }: BulkAttributesProps) {
  const lists = listsOf(drafts, checks);
  const [code, setCode] = useState(lists[0]?.attribute.code ?? '');
  const [value, setValue] = useState<Option | null>(null);
  const list = lists.find(({ attribute }) => attribute.code === code);
  if (!list) return <p class="text-ink-soft">{i18n.t('drafts.bulk.noAttributes')}</p>;
  const choose = (option: Option | null): void => {
    setValue(option);
    onEdit({ is: 'attribute', code, option, categories: list.categories });
  };
  return (
    <div class="grid gap-4">
      {lists.length > 1 && (
        <Field label={fieldWords('attributes')}>
          {(control) => (
            <Select
              {...control}
              value={code}
              options={lists.map(({ attribute }) => ({ value: attribute.code, label: attributeWords(attribute) }))}
              onChoose={(next) => {
                setCode(next);
                setValue(null);
                onEdit(null);
              }}
            />
          )}
        </Field>
      )}
      <AttributeInput key={code} attribute={list.attribute} value={value} onChoose={choose} />
    </div>
  );
}
