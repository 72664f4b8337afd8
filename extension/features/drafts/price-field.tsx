import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Currency } from '../../../shared/money.ts';
import { Field, TextInput, type ControlProps } from '../../ui/field.tsx';
import { OfferChip, OfferRow } from './chips.tsx';
import { currencyOf } from './currency-of.ts';
import { DraftField } from './draft-field.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { amountText, formatMoney, parsePriceInput, type PriceProblem } from '../../../shared/price.ts';
import { priceWords } from './words.ts';

export function PriceField() {
  const { draft, language, locked } = useEditing();
  const choose = useChoose();
  const [problem, setProblem] = useState<PriceProblem | undefined>();
  const currency = currencyOf(draft.market);
  const price = draft.fields.price.value;
  return (
    <DraftField name="price" error={problem ? priceWords(problem) : undefined}>
      {(control) => (
        <>
          <AmountInput
            control={control}
            amount={price?.amount ?? null}
            currency={currency}
            disabled={locked}
            onProblem={setProblem}
            onAmount={(amount) => choose({ fields: { price: amount === null ? null : { amount, currency } } })}
          />
          {!locked && <PriceOffers currency={currency} language={language} />}
        </>
      )}
    </DraftField>
  );
}

/** Low, middle and high of the suggested range, and why. */
function PriceOffers({ currency, language }: { currency: Currency; language: string }) {
  const { draft } = useEditing();
  const choose = useChoose();
  const range = draft.suggestion?.price.value;
  if (!range) return null;
  const middle = Math.round((range.low + range.high) / 200) * 100;
  const amounts = [...new Set([range.low, Math.max(middle, range.low), range.high])];
  return (
    <>
      <OfferRow label={i18n.t('drafts.suggestions')}>
        {amounts.map((amount) => (
          <OfferChip
            key={amount}
            label={formatMoney({ amount, currency }, language)}
            onTake={() => choose({ fields: { price: { amount, currency } } })}
          />
        ))}
      </OfferRow>
      <p class="text-sm text-ink-soft">{range.reason}</p>
    </>
  );
}

/** The least the seller would take: the draft is not filled below it, and bulk changes stop there. */
export function FloorField() {
  const { draft, locked } = useEditing();
  const choose = useChoose();
  const [problem, setProblem] = useState<PriceProblem | undefined>();
  return (
    <Field
      label={i18n.t('drafts.floor')}
      hint={i18n.t('drafts.floorHint')}
      error={problem ? priceWords(problem) : undefined}
    >
      {(control) => (
        <AmountInput
          control={control}
          amount={draft.priceFloor}
          currency={currencyOf(draft.market)}
          disabled={locked}
          onProblem={setProblem}
          onAmount={(priceFloor) => choose({ priceFloor })}
        />
      )}
    </Field>
  );
}

type AmountProps = {
  control: ControlProps;
  amount: number | null;
  currency: Currency;
  disabled: boolean;
  onAmount: (amount: number | null) => void;
  onProblem: (problem: PriceProblem | undefined) => void;
};

/** What is typed stays as typed; only what reads as a price is saved. Leaving the box writes it out properly. */
function AmountInput({ control, amount, currency, disabled, onAmount, onProblem }: AmountProps) {
  const { language } = useEditing();
  const written = amount === null ? '' : amountText(amount, language);
  const [text, setText] = useState(written);
  useEffect(() => {
    const shown = parsePriceInput(text, currency);
    if ((shown.ok ? shown.value.amount : null) !== amount) {
      setText(written);
      onProblem(undefined);
    }
  }, [amount]);
  const type = (next: string): void => {
    setText(next);
    const parsed = parsePriceInput(next, currency);
    if (parsed.ok) onAmount(parsed.value.amount);
    else if (parsed.problem === 'empty') onAmount(null);
    onProblem(parsed.ok || parsed.problem === 'empty' ? undefined : parsed.problem);
  };
  return (
    <div class="relative">
      <TextInput
        {...control}
        inputMode="decimal"
        autocomplete="off"
        disabled={disabled}
        value={text}
        onText={type}
        onBlur={() => parsePriceInput(text, currency).ok && setText(written)}
        class="pr-14 tabular-nums"
      />
      <span
        aria-hidden="true"
        class="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-sm text-ink-soft"
      >
        {currency}
      </span>
    </div>
  );
}
