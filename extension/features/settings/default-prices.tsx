import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { SellerDefaults } from '../../../shared/defaults.ts';
import { garmentKinds, type GarmentKind } from '../../../shared/garments.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { currencyOf } from './markets.ts';
import { readPrice, showPrice } from './price-text.ts';

type Prices = SellerDefaults['prices'];

const words: Record<GarmentKind, () => string> = {
  dress: () => i18n.t('settings.kind.dress'),
  hat: () => i18n.t('settings.kind.hat'),
  longsleeve: () => i18n.t('settings.kind.longsleeve'),
  outwear: () => i18n.t('settings.kind.outwear'),
  pants: () => i18n.t('settings.kind.pants'),
  shirt: () => i18n.t('settings.kind.shirt'),
  shoes: () => i18n.t('settings.kind.shoes'),
  shorts: () => i18n.t('settings.kind.shorts'),
  skirt: () => i18n.t('settings.kind.skirt'),
  't-shirt': () => i18n.t('settings.kind.tShirt'),
};

export function DefaultPrices({
  prices,
  market,
  onChange,
}: {
  prices: Prices;
  market: string;
  onChange: (prices: Prices) => void;
}) {
  const save = (kind: string, price: number | null): void => {
    const { [kind]: _, ...others } = prices;
    onChange(price === null ? others : { ...others, [kind]: price });
  };
  return (
    <fieldset class="grid gap-3">
      <legend class="mb-2 text-sm font-semibold">{i18n.t('settings.prices', [currencyOf(market)])}</legend>
      <div class="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {garmentKinds.map((kind) => (
          <PriceField key={kind} label={words[kind]()} price={prices[kind]} onSave={(price) => save(kind, price)} />
        ))}
        <PriceField label={i18n.t('settings.kind.others')} price={prices['*']} onSave={(price) => save('*', price)} />
      </div>
    </fieldset>
  );
}

type PriceFieldProps = { label: string; price: number | undefined; onSave: (price: number | null) => void };

function PriceField({ label, price, onSave }: PriceFieldProps) {
  const [text, setText] = useState(showPrice(price));
  const [left, setLeft] = useState(false);
  useEffect(() => setText(showPrice(price)), [price]);
  const read = readPrice(text);
  const keep = (): void => {
    setLeft(true);
    if (read !== 'wrong' && read !== (price ?? null)) onSave(read);
  };
  return (
    <Field label={label} error={left && read === 'wrong' ? i18n.t('settings.priceWrong') : undefined}>
      {(control) => (
        <TextInput
          {...control}
          value={text}
          inputMode="decimal"
          maxLength={9}
          onText={setText}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      )}
    </Field>
  );
}
