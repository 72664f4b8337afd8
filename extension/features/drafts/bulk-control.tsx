import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { colors, conditions, packageIds } from '../../../shared/vocabulary.ts';
import type { BulkEdit } from './bulk-edit.ts';
import { BulkAttributes } from './bulk-attributes.tsx';
import {
  Amount,
  Category,
  Choice,
  LongWords,
  materialOptions,
  Percent,
  Several,
  TemplateChoice,
  Unisex,
  Words,
} from './bulk-inputs.tsx';
import type { Checks } from './checks.ts';
import { currencyOf } from './currency-of.ts';
import type { FieldValues } from './draft-fields.ts';
import { colorWords, conditionWords, materialWords, parcelWords } from '../../ui/vocabulary-words.ts';
import { fieldWords } from './words.ts';

export const bulkTopics = [
  'condition',
  'price-percent',
  'price',
  'price-floor',
  'template',
  'category',
  'brand',
  'size',
  'attributes',
  'colors',
  'materials',
  'package',
  'title',
  'description',
  'unisex',
] as const;
export type BulkTopic = (typeof bulkTopics)[number];

type ControlProps = { topic: BulkTopic; drafts: Draft[]; checks: Checks; onEdit: (edit: BulkEdit | null) => void };

/** The control for one kind of bulk change; tells what it would do, or null while that makes no sense. */
export function BulkControl({ topic, drafts, checks, onEdit }: ControlProps) {
  const set = (fields: Partial<FieldValues>): void => onEdit({ is: 'set', fields });
  const market = drafts[0]?.market ?? '';
  switch (topic) {
    case 'condition':
      return (
        <Choice
          topic={topic}
          ids={conditions.map(({ id }) => id)}
          words={conditionWords}
          onId={(condition) => set({ condition })}
        />
      );
    case 'package':
      return (
        <Choice
          topic={topic}
          ids={Object.values(packageIds)}
          words={parcelWords}
          onId={(parcel) => set({ package: parcel })}
        />
      );
    case 'price':
      return (
        <Amount
          market={market}
          label={fieldWords('price')}
          onAmount={(amount) =>
            amount === null ? onEdit(null) : set({ price: { amount, currency: currencyOf(market) } })
          }
        />
      );
    case 'price-floor':
      return (
        <Amount
          market={market}
          label={i18n.t('drafts.floor')}
          onAmount={(floor) => onEdit({ is: 'price-floor', floor })}
        />
      );
    case 'price-percent':
      return <Percent onEdit={onEdit} />;
    case 'template':
      return <TemplateChoice onEdit={onEdit} />;
    case 'category':
      return <Category market={market} checks={checks} onCategory={(category) => set({ category })} />;
    case 'attributes':
      return <BulkAttributes drafts={drafts} checks={checks} onEdit={onEdit} />;
    case 'brand':
      return (
        <Words
          topic={topic}
          hint={i18n.t('drafts.bulk.brandHint')}
          onWords={(words) => set({ brand: words === '' ? 'none' : { id: null, label: words.slice(0, 80) } })}
        />
      );
    case 'size':
      return (
        <Words topic={topic} onWords={(words) => set({ size: words === '' ? null : { id: null, label: words } })} />
      );
    case 'title':
      return <Words topic={topic} onWords={(title) => set({ title })} />;
    case 'description':
      return <LongWords topic={topic} onWords={(description) => set({ description })} />;
    case 'colors':
      return (
        <Several
          topic={topic}
          most={2}
          options={colors.map(({ id }) => ({ id, label: colorWords(id) }))}
          onIds={(ids) => set({ colors: ids })}
        />
      );
    case 'materials':
      return (
        <Several
          topic={topic}
          most={3}
          options={materialOptions()}
          onIds={(ids) => set({ materials: ids.map((id) => ({ id, label: materialWords({ id, label: '' }) })) })}
        />
      );
    case 'unisex':
      return <Unisex onUnisex={(unisex) => set({ unisex: unisex ? true : null })} />;
  }
}
