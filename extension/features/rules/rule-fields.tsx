import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

import { i18n } from '#i18n';
import type { Currency } from '../../../shared/money.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextInput, type ControlProps } from '../../ui/field.tsx';
import type { NumberField, PriceField, Problems, RuleForm } from './rule-form.ts';
import { problemWords } from './rule-words.ts';

export type Fields = {
  form: RuleForm;
  problems: Problems;
  currency: Currency;
  change: (some: Partial<RuleForm>) => void;
  /** Saving was tried: what is empty is told as well. */
  showEmpty: boolean;
};
type Name = NumberField | PriceField | 'name';
type FieldProps = Fields & { field: Name; label: string; hint?: string };

export function FormField({
  problems,
  showEmpty,
  field,
  label,
  hint,
  children,
}: FieldProps & { children: (control: ControlProps) => ComponentChildren }) {
  const problem = problems[field];
  const error = problem && (problem.is !== 'empty' || showEmpty) ? problemWords(problem) : undefined;
  return <Field {...{ label, error, hint }}>{(control) => children(control)}</Field>;
}

/** A number or a price, as text: what cannot be read stays as it was typed and is told. */
function Amount(props: FieldProps) {
  const { form, field, change } = props;
  return (
    <FormField {...props}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          autocomplete="off"
          value={form[field]}
          onText={(text) => change({ [field]: text })}
        />
      )}
    </FormField>
  );
}

const grid = 'grid grid-cols-1 content-start gap-4 sm:grid-cols-2';

type WhichProps = Fields & { categories: { id: number; title: string }[]; tags: string[] };

export function WhichFields({ categories, tags, ...fields }: WhichProps) {
  const { form, change, currency } = fields;
  const named = new Map(categories.map(({ id, title }) => [String(id), title]));
  return (
    <div class={grid}>
      <Amount {...fields} field="minAgeDays" label={i18n.t('rules.editor.minAgeDays')} />
      <Amount {...fields} field="maxViews" label={i18n.t('rules.editor.maxViews')} />
      <Amount {...fields} field="maxFavourites" label={i18n.t('rules.editor.maxFavourites')} />
      <span class="max-sm:hidden" />
      <Amount {...fields} field="minPrice" label={i18n.t('rules.editor.minPrice', [currency])} />
      <Amount {...fields} field="maxPrice" label={i18n.t('rules.editor.maxPrice', [currency])} />
      <Several
        label={i18n.t('rules.editor.categories')}
        none={i18n.t('rules.editor.anyCategory')}
        chosen={form.catalogIds.map(String)}
        known={[...named.keys()]}
        nameOf={(id) => named.get(id) ?? id}
        most={50}
        onChange={(ids) => change({ catalogIds: ids.map(Number) })}
      />
      <Several
        label={i18n.t('rules.editor.tags')}
        none={i18n.t('rules.editor.anyTag')}
        chosen={form.tags}
        known={tags}
        nameOf={(tag) => tag}
        most={20}
        onChange={(chosen) => change({ tags: chosen })}
      />
    </div>
  );
}

type SeveralProps = {
  label: string;
  none: string;
  chosen: string[];
  known: string[];
  nameOf: (value: string) => string;
  most: number;
  onChange: (chosen: string[]) => void;
};

function Several({ label, none, chosen, known, nameOf, most, onChange }: SeveralProps) {
  const left = known.filter((value) => !chosen.includes(value));
  const first = chosen.length === 0 ? none : i18n.t('rules.editor.add');
  return (
    <div class="grid min-w-0 content-start gap-2">
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value=""
            disabled={left.length === 0 || chosen.length >= most}
            options={[{ value: '', label: first }, ...left.map((value) => ({ value, label: nameOf(value) }))]}
            onChoose={(value) => value !== '' && onChange([...chosen, value])}
          />
        )}
      </Field>
      {chosen.length > 0 && (
        <ul class="flex flex-wrap gap-1.5">
          {chosen.map((value) => (
            <li key={value} class="max-w-full">
              <Button
                size="small"
                class="max-w-full"
                icon={<X aria-hidden="true" size={14} class="shrink-0" />}
                aria-label={i18n.t('rules.editor.without', [nameOf(value)])}
                onClick={() => onChange(chosen.filter((one) => one !== value))}
              >
                <span class="truncate">{nameOf(value)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function RelistFields(fields: Fields) {
  const { form, change } = fields;
  return (
    <div class={grid}>
      <Field label={i18n.t('rules.editor.mode')} class="sm:col-span-2">
        {(control) => (
          <Select<RuleForm['mode']>
            {...control}
            value={form.mode}
            options={[
              { value: 'prepare', label: i18n.t('rules.editor.modePrepare') },
              { value: 'safe', label: i18n.t('rules.editor.modeSafe') },
            ]}
            onChoose={(mode) => change({ mode })}
          />
        )}
      </Field>
      <Amount {...fields} field="restDays" label={i18n.t('rules.editor.restDays')} />
      <Amount {...fields} field="relistsPerDay" label={i18n.t('rules.editor.relistsPerDay')} />
      <Amount
        {...fields}
        field="pricePercent"
        label={i18n.t('rules.editor.pricePercent')}
        hint={i18n.t('rules.editor.pricePercentHint')}
      />
    </div>
  );
}

export function DropFields(fields: Fields) {
  const { form, change, currency } = fields;
  return (
    <div class={grid}>
      <Field label={i18n.t('rules.editor.stepBy')}>
        {(control) => (
          <Select<RuleForm['stepBy']>
            {...control}
            value={form.stepBy}
            options={[
              { value: 'percent', label: i18n.t('rules.editor.byPercent') },
              { value: 'amount', label: i18n.t('rules.editor.byAmount') },
            ]}
            onChoose={(stepBy) => change({ stepBy })}
          />
        )}
      </Field>
      {form.stepBy === 'percent' ? (
        <Amount {...fields} field="stepPercent" label={i18n.t('rules.editor.stepPercent')} />
      ) : (
        <Amount {...fields} field="stepAmount" label={i18n.t('rules.editor.stepAmount', [currency])} />
      )}
      <Amount {...fields} field="everyDays" label={i18n.t('rules.editor.everyDays')} />
      <Amount {...fields} field="times" label={i18n.t('rules.editor.times')} />
      <Amount
        {...fields}
        field="floorPercent"
        label={i18n.t('rules.editor.floorPercent')}
        hint={i18n.t('rules.editor.floorHint')}
      />
      <Amount {...fields} field="dropsPerDay" label={i18n.t('rules.editor.dropsPerDay')} />
    </div>
  );
}
