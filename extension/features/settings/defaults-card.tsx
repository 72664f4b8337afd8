import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { SellerDefaults } from '../../../shared/defaults.ts';
import { colors, limits, type ColorCode } from '../../../shared/vocabulary.ts';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Switch } from '../../ui/field.tsx';
import { colorWords } from '../../ui/vocabulary-words.ts';
import { audienceOptions, conditionOptions, parcelOptions } from './choice-words.ts';
import { DefaultPrices } from './default-prices.tsx';
import { DefaultText } from './default-text.tsx';

type DefaultsCardProps = { defaults: SellerDefaults; market: string; onChange: (defaults: SellerDefaults) => void };

/** What fills a field the photos leave open; such values are marked as the seller's own default in each draft. */
export function DefaultsCard({ defaults, market, onChange }: DefaultsCardProps) {
  const change = (part: Partial<SellerDefaults>): void => onChange({ ...defaults, ...part });
  return (
    <Card title={i18n.t('settings.defaults')} hint={i18n.t('settings.defaultsHint')}>
      <div class="grid gap-4">
        <DefaultChoices defaults={defaults} onChange={change} />
        <Brand brand={defaults.brand} onChange={(brand) => change({ brand })} />
        <div class="grid gap-4 sm:grid-cols-2">
          <DefaultText
            label={i18n.t('settings.mySize')}
            placeholder="M"
            value={defaults.sizes.clothing}
            onSave={(clothing) => change({ sizes: { ...defaults.sizes, clothing } })}
          />
          <DefaultText
            label={i18n.t('settings.myShoeSize')}
            placeholder="39"
            value={defaults.sizes.shoes}
            onSave={(shoes) => change({ sizes: { ...defaults.sizes, shoes } })}
          />
          <DefaultText
            label={i18n.t('settings.myHatSize')}
            placeholder="M"
            value={defaults.sizes.hats}
            onSave={(hats) => change({ sizes: { ...defaults.sizes, hats } })}
          />
        </div>
        <DefaultText
          label={i18n.t('settings.description')}
          placeholder=""
          maxLength={limits.description}
          value={defaults.description}
          onSave={(description) => change({ description })}
        />
        <DefaultPrices prices={defaults.prices} market={market} onChange={(prices) => change({ prices })} />
        <Switch
          label={i18n.t('settings.acceptUnsure')}
          hint={i18n.t('settings.acceptUnsureHint')}
          on={defaults.acceptUnsureCategory}
          onChange={(acceptUnsureCategory) => change({ acceptUnsureCategory })}
        />
      </div>
    </Card>
  );
}

type ChoicesProps = { defaults: SellerDefaults; onChange: (part: Partial<SellerDefaults>) => void };

/** An empty value stands for "no default". */
function DefaultChoices({ defaults, onChange }: ChoicesProps) {
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <Field label={i18n.t('settings.audience')}>
        {(control) => (
          <Select
            {...control}
            value={defaults.audience ?? ''}
            options={audienceOptions()}
            onChoose={(audience) => onChange({ audience: audience || null })}
          />
        )}
      </Field>
      <Field label={i18n.t('settings.condition')}>
        {(control) => (
          <Select
            {...control}
            value={defaults.condition ?? ''}
            options={conditionOptions()}
            onChoose={(condition) => onChange({ condition: condition || null })}
          />
        )}
      </Field>
      <Field label={i18n.t('settings.parcel')}>
        {(control) => (
          <Select
            {...control}
            value={defaults.package ?? ''}
            options={parcelOptions()}
            onChoose={(parcel) => onChange({ package: parcel || null })}
          />
        )}
      </Field>
      <Field label={i18n.t('settings.color')}>
        {(control) => (
          <Select<ColorCode | ''>
            {...control}
            value={defaults.color ?? ''}
            options={[
              { value: '', label: i18n.t('settings.noDefault') },
              ...colors.map(({ id, code }) => ({ value: code, label: colorWords(id) })),
            ]}
            onChoose={(color) => onChange({ color: color || null })}
          />
        )}
      </Field>
    </div>
  );
}

type BrandKind = 'open' | 'none' | 'own';

function Brand({ brand, onChange }: { brand: string | null; onChange: (brand: string | null) => void }) {
  const [typing, setTyping] = useState(false);
  const kind: BrandKind = brand === 'none' ? 'none' : brand !== null || typing ? 'own' : 'open';
  const choose = (is: BrandKind): void => {
    setTyping(is === 'own');
    onChange(is === 'none' ? 'none' : null);
  };
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <Field label={i18n.t('settings.brand')}>
        {(control) => (
          <Select<BrandKind>
            {...control}
            value={kind}
            options={[
              { value: 'open', label: i18n.t('settings.brandOpen') },
              { value: 'none', label: i18n.t('settings.brandNone') },
              { value: 'own', label: i18n.t('settings.brandOwn') },
            ]}
            onChoose={choose}
          />
        )}
      </Field>
      {kind === 'own' && (
        <DefaultText label={i18n.t('settings.brandName')} placeholder="" value={brand} onSave={onChange} />
      )}
    </div>
  );
}
