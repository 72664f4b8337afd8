import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { AccountPace } from '../../../shared/rule.ts';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field, Select } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { mostADay, savePace } from './pace.ts';
import { useRulesDesk } from './rules-desk.tsx';

const halfHours = Array.from({ length: 29 }, (_, at) => 8 * 60 + at * 30);
const timeWords = (minute: number): string =>
  new Intl.DateTimeFormat(navigator.language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    minute * 60_000,
  );
/** 2024 began on a Monday. */
const weekdayWords = (day: number): string =>
  new Intl.DateTimeFormat(navigator.language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));

/** When automation of this account may act and how much; every change is saved, none can widen a limit. */
export function PaceCard({ pace }: { pace: AccountPace }) {
  const { ledger } = useRulesDesk();
  const [failed, setFailed] = useState(false);
  const save = (change: Partial<AccountPace>): void => {
    savePace(ledger, { ...pace, ...change }).then(
      () => {
        setFailed(false);
        showToast(i18n.t('rules.pace.saved'));
      },
      () => setFailed(true),
    );
  };
  const limit = (kind: 'relist' | 'price') => (value: number) => save({ perDay: { ...pace.perDay, [kind]: value } });
  return (
    <Card title={i18n.t('rules.pace.title')} hint={i18n.t('rules.pace.hint')}>
      <div class="grid grid-cols-1 gap-4">
        <Hours pace={pace} onChange={save} />
        <Days days={pace.days} onChange={(days) => save({ days })} />
        <div class="grid gap-4 sm:grid-cols-2">
          <Limit
            label={i18n.t('rules.pace.relists')}
            most={mostADay.relist}
            value={pace.perDay['relist']}
            onChange={limit('relist')}
          />
          <Limit
            label={i18n.t('rules.pace.prices')}
            most={mostADay.price}
            value={pace.perDay['price']}
            onChange={limit('price')}
          />
        </div>
        {failed && (
          <p role="alert" class="text-sm font-medium text-danger">
            {i18n.t('rules.saveFailed')}
          </p>
        )}
        <p class="text-sm text-ink-soft">{i18n.t('rules.pace.breaks')}</p>
      </div>
    </Card>
  );
}

type HoursProps = { pace: AccountPace; onChange: (change: Partial<AccountPace>) => void };

function Hours({ pace: { from, to }, onChange }: HoursProps) {
  const [wanted, setWanted] = useState<{ from: number; to: number } | null>(null);
  const shown = wanted ?? { from, to };
  const wrong = shown.to <= shown.from;
  const choose = (change: Partial<typeof shown>): void => {
    const next = { ...shown, ...change };
    setWanted(next.to <= next.from ? next : null);
    if (next.to > next.from) onChange(next);
  };
  const options = (value: number) =>
    [...new Set([...halfHours, value])]
      .toSorted((a, b) => a - b)
      .map((minute) => ({ value: String(minute), label: timeWords(minute) }));
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      {(['from', 'to'] as const).map((end) => (
        <Field
          key={end}
          label={end === 'from' ? i18n.t('rules.pace.from') : i18n.t('rules.pace.to')}
          error={end === 'to' && wrong ? i18n.t('rules.pace.order') : undefined}
        >
          {(control) => (
            <Select
              {...control}
              value={String(shown[end])}
              options={options(shown[end])}
              onChoose={(value) => choose({ [end]: Number(value) })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function Days({ days, onChange }: { days: number[]; onChange: (days: number[]) => void }) {
  return (
    <fieldset class="grid gap-1.5">
      <legend class="mb-1.5 text-sm font-semibold">{i18n.t('rules.pace.days')}</legend>
      <div class="flex flex-wrap gap-1.5">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => {
          const on = days.includes(day);
          const next = on ? days.filter((one) => one !== day) : [...days, day].toSorted((a, b) => a - b);
          return (
            <button
              key={day}
              type="button"
              aria-pressed={on}
              onClick={() => onChange(next)}
              class={classNames(
                'min-h-10 min-w-12 rounded-full border px-3 text-sm',
                on
                  ? 'border-primary bg-primary font-semibold text-on-primary'
                  : 'border-line-strong bg-surface hover:bg-sunken',
              )}
            >
              {weekdayWords(day)}
            </button>
          );
        })}
      </div>
      {days.length === 0 && <p class="text-sm font-medium text-danger">{i18n.t('rules.pace.noDay')}</p>}
    </fieldset>
  );
}

type LimitProps = { label: string; most: number; value: number | undefined; onChange: (value: number) => void };

function Limit({ label, most, value, onChange }: LimitProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={String(Math.min(value ?? most, most))}
          options={Array.from({ length: most + 1 }, (_, at) => ({ value: String(at), label: String(at) }))}
          onChoose={(chosen) => onChange(Number(chosen))}
        />
      )}
    </Field>
  );
}
