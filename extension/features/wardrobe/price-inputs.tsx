import { i18n } from '#i18n';
import type { Currency } from '../../../shared/money.ts';
import { parsePriceInput } from '../../../shared/price.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import type { PriceChange } from './bulk-plan.ts';

const ways = ['percent-off', 'percent-on', 'off', 'on', 'to'] as const;
type Way = (typeof ways)[number];
type Typed = { way: Way; text: string; least: string };

export const noPrice: Typed = { way: 'percent-off', text: '', least: '' };

const wayWords: Record<Way, () => string> = {
  'percent-off': () => i18n.t('wardrobe.act.percentOff'),
  'percent-on': () => i18n.t('wardrobe.act.percentOn'),
  off: () => i18n.t('wardrobe.act.off'),
  on: () => i18n.t('wardrobe.act.on'),
  to: () => i18n.t('wardrobe.act.to'),
};

type InputsProps = { typed: Typed; currency: Currency; onTyped: (typed: Typed) => void };

export function PriceInputs({ typed, currency, onTyped }: InputsProps) {
  const { way, text, least } = typed;
  const wrong = text.trim() !== '' && readValue(typed, currency) === null;
  const isPercent = way.startsWith('percent');
  const wrongWords = isPercent ? i18n.t('wardrobe.act.wrongPercent') : i18n.t('wardrobe.note.wrongPrice');
  return (
    <div class="grid gap-4 sm:grid-cols-3">
      <Field label={i18n.t('wardrobe.act.way')}>
        {(control) => (
          <Select<Way>
            {...control}
            value={way}
            options={ways.map((value) => ({ value, label: wayWords[value]() }))}
            onChoose={(next) => onTyped({ ...typed, way: next })}
          />
        )}
      </Field>
      <Field
        label={isPercent ? i18n.t('wardrobe.act.percent') : `${i18n.t('wardrobe.act.amount')} (${currency})`}
        error={wrong ? wrongWords : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="decimal"
            value={text}
            onText={(next) => onTyped({ ...typed, text: next })}
          />
        )}
      </Field>
      <Field
        label={`${i18n.t('wardrobe.act.least')} (${currency})`}
        error={isWrongLeast(least, currency) ? i18n.t('wardrobe.note.wrongPrice') : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="decimal"
            value={least}
            onText={(next) => onTyped({ ...typed, least: next })}
          />
        )}
      </Field>
    </div>
  );
}

const isWrongLeast = (least: string, currency: Currency): boolean =>
  least.trim() !== '' && !parsePriceInput(least, currency).ok;

/** The change as typed; not ok as long as it is not said whole. */
export function readPrice(typed: Typed, currency: Currency): { ok: true; value: PriceChange } | { ok: false } {
  const value = readValue(typed, currency);
  if (value === null || isWrongLeast(typed.least, currency)) return { ok: false };
  const least = parsePriceInput(typed.least, currency);
  const how = typed.way === 'to' ? 'to' : typed.way.startsWith('percent') ? 'percent' : 'by';
  return { ok: true, value: { how, value, least: least.ok ? least.value.amount : null, currency } };
}

function readValue({ way, text }: Typed, currency: Currency): number | null {
  const sign = way === 'off' || way === 'percent-off' ? -1 : 1;
  if (!way.startsWith('percent')) {
    const parsed = parsePriceInput(text, currency);
    return parsed.ok ? sign * parsed.value.amount : null;
  }
  const percent = Number(text.trim().replace(/\s*%$/, ''));
  return Number.isInteger(percent) && percent >= 1 && percent <= 90 ? sign * percent : null;
}
