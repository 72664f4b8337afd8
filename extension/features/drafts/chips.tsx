import { Sparkles } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

import type { ControlProps } from '../../ui/field.tsx';
import { classNames } from '../../ui/class-names.ts';

/** A value on offer: one click takes it. */
export function OfferChip({ label, hint, onTake }: { label: string; hint?: string | undefined; onTake: () => void }) {
  return (
    <button
      type="button"
      title={hint}
      onClick={onTake}
      class="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-dashed border-line-strong px-3 text-left text-sm hover:border-solid hover:bg-primary-soft"
    >
      <Sparkles aria-hidden="true" size={13} class="shrink-0 text-primary" />
      <span class="truncate">{label}</span>
    </button>
  );
}

export function OfferRow({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div role="group" aria-label={label} class="flex flex-wrap items-center gap-1.5">
      {children}
    </div>
  );
}

type ChoiceProps = {
  control: ControlProps;
  label: string;
  name: string;
  options: readonly { id: number; label: string }[];
  value: number | null;
  disabled?: boolean;
  onChoose: (id: number) => void;
};

/** One of few, all in sight: real radios, so arrow keys and screen readers know them. */
export function ChoiceChips({ control, label, name, options, value, disabled = false, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      id={control.id}
      aria-label={label}
      aria-describedby={control['aria-describedby']}
      class="flex flex-wrap gap-1.5"
    >
      {options.map((option) => (
        <label
          key={option.id}
          for={`${id}-${option.id}`}
          class={classNames(
            'inline-flex min-h-9 items-center rounded-full border px-3.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
            option.id === value
              ? 'border-primary bg-primary text-on-primary font-semibold'
              : 'border-line-strong hover:bg-sunken',
            disabled && 'opacity-55',
          )}
        >
          <input
            type="radio"
            id={`${id}-${option.id}`}
            name={`${name}-${id}`}
            class="sr-only"
            disabled={disabled}
            checked={option.id === value}
            onChange={() => onChoose(option.id)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
