/** @jsxImportSource react */
import { useEffect, useRef, useState, type ChangeEvent, type ReactNode } from 'react';

import { call } from '../api.ts';
import { formatMoney, say, switches, tid } from '../page-data.ts';
import { FieldError } from '../ui/drop-down.tsx';
import { parseAmount } from './price-mask.ts';
import type { Form } from './use-form.ts';

type Money = { amount: string };
type Range = { price_suggestion: { min: Money; max: Money } };

/**
 * The live mask. A person's own key strokes are formatted on leaving; anything else is formatted at once and, without a
 * real InputEvent, kept only on leaving: shown is not yet committed.
 */
function useMask(form: Form): {
  text: string;
  onKey: () => void;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  onBlur: () => void;
} {
  const price = form.values.price;
  const [text, setText] = useState(price === null ? '' : formatMoney(price));
  const [loose, setLoose] = useState<number | null | undefined>(undefined);
  const typing = useRef(false);
  useEffect(() => {
    if (price === null && loose === undefined) setText('');
  }, [price]);
  const commit = (amount: number | null): void => {
    setLoose(undefined);
    form.set({ price: amount });
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const amount = parseAmount(event.target.value, switches.decimalSign);
    const isReal = (event.nativeEvent as InputEvent).inputType !== undefined && event.nativeEvent instanceof InputEvent;
    setText(typing.current || amount === null ? event.target.value : formatMoney(amount));
    typing.current = false;
    if (isReal) commit(amount);
    else setLoose(amount);
  };
  const onBlur = (): void => {
    if (loose !== undefined) commit(loose);
    const amount = loose === undefined ? price : loose;
    setText(amount === null ? '' : formatMoney(amount));
  };
  return { text, onKey: () => (typing.current = true), onChange, onBlur };
}

function usePriceTip(form: Form): string | null {
  const [tip, setTip] = useState<string | null>(null);
  const { catalog, brand } = form.values;
  useEffect(() => {
    if (!catalog || !brand) return undefined;
    let current = true;
    void call<Range>('POST', 'item_price_suggestions', {
      catalog_id: catalog.id,
      brand_id: brand.id,
    }).then((reply) => {
      if (!current || !reply.ok) return;
      const { min, max } = reply.value.price_suggestion;
      setTip(
        say('priceTip', {
          min: formatMoney(Number(min.amount)),
          max: formatMoney(Number(max.amount)),
        }),
      );
    });
    return () => {
      current = false;
    };
  }, [catalog?.id, brand?.id]);
  return tip;
}

export function Price({ form }: { form: Form }): ReactNode {
  const { text, onKey, onChange, onBlur } = useMask(form);
  const tip = usePriceTip(form);
  const error = form.error('price');
  return (
    <section className="card">
      <div className="field" {...tid('price-input')}>
        <label className="field-label" htmlFor="price">
          {say('price')}
        </label>
        <div className="input-box">
          <input
            id="price"
            name="price"
            {...tid('price-input--input')}
            inputMode="decimal"
            autoComplete="off"
            placeholder={formatMoney(0)}
            aria-invalid={error ? true : undefined}
            value={text}
            onKeyDown={(event) => event.isTrusted && event.key.length === 1 && onKey()}
            onChange={onChange}
            onBlur={onBlur}
          />
        </div>
        {tip && <p className="hint">{tip}</p>}
        <FieldError text={error} />
      </div>
    </section>
  );
}
