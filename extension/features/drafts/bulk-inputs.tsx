import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { materials } from '../../../shared/materials.ts';
import { Field, Select, Switch, TextArea, TextInput } from '../../ui/field.tsx';
import { useLive } from '../../ui/use-live.ts';
import { isSensiblePercent, percentBounds, type BulkEdit } from './bulk-edit.ts';
import { CatalogMissing, CategoryPicker } from './category-field.tsx';
import { categoryAt } from './category-rules.ts';
import type { Checks } from './checks.ts';
import { ChoiceChips } from './chips.tsx';
import { currencyOf } from './currency-of.ts';
import { useDesk } from './desk-context.tsx';
import type { FieldValues } from './draft-fields.ts';
import { parsePriceInput } from '../../../shared/price.ts';
import { listTemplates } from './templates.ts';
import { useListingWords } from './use-listing-words.tsx';
import { materialWords } from '../../ui/vocabulary-words.ts';
import { fieldWords, priceWords } from './words.ts';

export const materialOptions = () => materials.map(({ id }) => ({ id, label: materialWords({ id, label: '' }) }));

type ChoiceProps = {
  topic: 'condition' | 'package';
  ids: readonly number[];
  words: (id: number) => string;
  onId: (id: number) => void;
};

export function Choice({ topic, ids, words, onId }: ChoiceProps) {
  const [value, setValue] = useState<number | null>(null);
  const choose = (id: number): void => {
    setValue(id);
    onId(id);
  };
  return (
    <Field label={fieldWords(topic)}>
      {(control) => (
        <ChoiceChips
          control={control}
          label={fieldWords(topic)}
          name={topic}
          value={value}
          options={ids.map((id) => ({ id, label: words(id) }))}
          onChoose={choose}
        />
      )}
    </Field>
  );
}

export function Amount({
  market,
  label,
  onAmount,
}: {
  market: string;
  label: string;
  onAmount: (amount: number | null) => void;
}) {
  const [text, setText] = useState('');
  const parsed = parsePriceInput(text, currencyOf(market));
  const error = parsed.ok || parsed.problem === 'empty' ? undefined : priceWords(parsed.problem);
  const type = (next: string): void => {
    setText(next);
    const read = parsePriceInput(next, currencyOf(market));
    onAmount(read.ok ? read.value.amount : null);
  };
  return (
    <Field label={`${label} (${currencyOf(market)})`} error={error}>
      {(control) => <TextInput {...control} inputMode="decimal" value={text} onText={type} />}
    </Field>
  );
}

export function Percent({ onEdit }: { onEdit: (edit: BulkEdit | null) => void }) {
  const [text, setText] = useState('-10');
  const percentOf = (words: string): number =>
    Number(words.trim().replace(',', '.').replace('−', '-').replace(/\s*%$/, '') || Number.NaN);
  const type = (next: string): void => {
    setText(next);
    const percent = percentOf(next);
    onEdit(isSensiblePercent(percent) && percent !== 0 ? { is: 'price-percent', percent } : null);
  };
  const wrong = !isSensiblePercent(percentOf(text));
  return (
    <Field
      label={i18n.t('drafts.bulk.percent')}
      hint={i18n.t('drafts.bulk.percentHint')}
      error={
        wrong
          ? i18n.t('drafts.bulk.percentWrong', [String(percentBounds.lowest), String(percentBounds.highest)])
          : undefined
      }
    >
      {(control) => <TextInput {...control} inputMode="text" value={text} onText={type} onFocus={() => type(text)} />}
    </Field>
  );
}

export function TemplateChoice({ onEdit }: { onEdit: (edit: BulkEdit | null) => void }) {
  const desk = useDesk();
  const wordsOf = useListingWords();
  const [chosen, setChosen] = useState('');
  const templates = useLive(() => listTemplates(desk), [desk]);
  const all = templates.is === 'ready' ? templates.value : [];
  if (templates.is === 'ready' && all.length === 0)
    return <p class="text-ink-soft">{i18n.t('drafts.bulk.noTemplates')}</p>;
  const choose = (id: string): void => {
    setChosen(id);
    const template = all.find((one) => one.id === id);
    onEdit(template ? { is: 'template', template, wordsOf: ({ market }) => wordsOf(market) } : null);
  };
  const options = [
    { value: '', label: i18n.t('drafts.bulk.pick') },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Field label={i18n.t('drafts.useTemplate')} hint={i18n.t('drafts.bulk.templateHint')}>
      {(control) => <Select {...control} value={chosen} options={options} onChoose={choose} />}
    </Field>
  );
}

type Picked = NonNullable<FieldValues['category']>;

export function Category({
  market,
  checks,
  onCategory,
}: {
  market: string;
  checks: Checks;
  onCategory: (category: Picked) => void;
}) {
  const [value, setValue] = useState<Picked | null>(null);
  const index = checks.index(market);
  if (!index) return <CatalogMissing market={market} />;
  const take = (id: number): void => {
    const category = categoryAt(id, index);
    if (!category) return;
    setValue(category);
    onCategory(category);
  };
  return (
    <Field label={fieldWords('category')} hint={value?.path.join(' › ')}>
      {(control) => <CategoryPicker control={control} index={index} value={value} onTake={take} />}
    </Field>
  );
}

type WordsProps = {
  topic: 'brand' | 'size' | 'title' | 'description';
  hint?: string;
  onWords: (words: string) => void;
};

export function Words({ topic, hint, onWords }: WordsProps) {
  const [text, setText] = useState('');
  const type = (next: string): void => {
    setText(next);
    onWords(next.trim());
  };
  return (
    <Field label={fieldWords(topic)} hint={hint}>
      {(control) => <TextInput {...control} value={text} onText={type} />}
    </Field>
  );
}

export function LongWords({ topic, onWords }: WordsProps) {
  const [text, setText] = useState('');
  const type = (next: string): void => {
    setText(next);
    onWords(next.trim());
  };
  return (
    <Field label={fieldWords(topic)}>
      {(control) => <TextArea {...control} rows={6} value={text} onText={type} />}
    </Field>
  );
}

type SeveralProps = {
  topic: 'colors' | 'materials';
  most: number;
  options: { id: number; label: string }[];
  onIds: (ids: number[]) => void;
};

export function Several({ topic, most, options, onIds }: SeveralProps) {
  const [ids, setIds] = useState<number[]>([]);
  const toggle = (id: number): void => {
    const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
    setIds(next);
    onIds(next);
  };
  return (
    <Field label={fieldWords(topic)} hint={i18n.t('drafts.bulk.atMost', most)}>
      {(control) => (
        <div
          id={control.id}
          role="group"
          aria-label={fieldWords(topic)}
          class="flex max-h-64 flex-wrap gap-x-4 gap-y-1 overflow-y-auto"
        >
          {options.map((option) => (
            <label key={option.id} class="inline-flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={ids.includes(option.id)}
                disabled={ids.length >= most && !ids.includes(option.id)}
                onChange={() => toggle(option.id)}
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}

export function Unisex({ onUnisex }: { onUnisex: (unisex: boolean) => void }) {
  const [on, setOn] = useState(false);
  const turn = (next: boolean): void => {
    setOn(next);
    onUnisex(next);
  };
  return <Switch label={fieldWords('unisex')} on={on} onChange={turn} />;
}
