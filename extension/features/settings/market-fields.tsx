import { i18n } from '#i18n';
import type { Settings } from '../../db/settings.ts';
import { Field, Select } from '../../ui/field.tsx';
import { countryOf, languageName, marketChoices } from './markets.ts';

/** The reader's own language, as the page says it is in. */
const readerLanguage = (): string => document.documentElement.lang || 'en';

export function MarketField({ market, onChoose }: { market: string; onChoose: (market: string) => void }) {
  const reader = readerLanguage();
  const options = marketChoices
    .map(({ host }) => ({ value: host, label: `${countryOf(host, reader)} (${host.replace('www.', '')})` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, reader));
  return (
    <Field label={i18n.t('settings.market')} hint={i18n.t('settings.marketHint')}>
      {(control) => <Select {...control} value={market} options={options} onChoose={onChoose} />}
    </Field>
  );
}

type TextFieldsProps = { settings: Settings; onChange: (change: Partial<Settings>) => void };

/** How titles and descriptions are written. */
export function TextFields({ settings, onChange }: TextFieldsProps) {
  const reader = readerLanguage();
  const codes = [...new Set(marketChoices.map(({ language }) => language))];
  const languages = codes
    .map((code) => ({ value: code, label: languageName(code, reader) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, reader));
  return (
    <>
      <Field label={i18n.t('settings.language')}>
        {(control) => (
          <Select
            {...control}
            value={settings.language ?? ''}
            options={[{ value: '', label: i18n.t('settings.languageOfSite') }, ...languages]}
            onChoose={(language) => onChange({ language: language || null })}
          />
        )}
      </Field>
      <Field label={i18n.t('settings.tone')}>
        {(control) => (
          <Select
            {...control}
            value={settings.tone}
            options={[
              { value: 'neutral', label: i18n.t('settings.toneNeutral') },
              { value: 'friendly', label: i18n.t('settings.toneFriendly') },
              { value: 'short', label: i18n.t('settings.toneShort') },
              { value: 'detailed', label: i18n.t('settings.toneDetailed') },
            ]}
            onChoose={(tone) => onChange({ tone })}
          />
        )}
      </Field>
    </>
  );
}
