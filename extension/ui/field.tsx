import { useId } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';

import { classNames } from './class-names.ts';

/** What a control needs to belong to its label, hint and error; spread it on the control. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

type FieldProps = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: ComponentChildren;
  /** Right of the label: a badge, a counter. */
  aside?: ComponentChildren;
  hideLabel?: boolean;
  class?: string;
  children: (control: ControlProps) => ComponentChildren;
};

export function Field({ label, hint, error, aside, hideLabel = false, class: more, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div class={classNames('grid content-start gap-1.5', more)}>
      <div class={hideLabel ? 'sr-only' : 'flex flex-wrap items-baseline justify-between gap-x-3'}>
        <label for={id} class="text-sm font-semibold">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} class="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" class="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

type TextInputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'class' | 'value'> & {
  value: string;
  onText: (text: string) => void;
  class?: string;
};

export function TextInput({ onText, class: more, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      {...rest}
      class={classNames('control', more)}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}

type TextAreaProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'class' | 'value'> & {
  value: string;
  onText: (text: string) => void;
  class?: string;
};

export function TextArea({ onText, class: more, ...rest }: TextAreaProps) {
  return (
    <textarea {...rest} class={classNames('control', more)} onInput={(event) => onText(event.currentTarget.value)} />
  );
}

type SelectProps<T extends string> = Omit<
  JSX.SelectHTMLAttributes<HTMLSelectElement>,
  'onChange' | 'class' | 'value'
> & {
  value: T;
  options: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
  class?: string;
};

export function Select<T extends string>({ value, options, onChoose, class: more, ...rest }: SelectProps<T>) {
  return (
    // The options are the only values the element can hold.
    <select
      {...rest}
      value={value}
      class={classNames('control', more)}
      onChange={(event) => onChoose(event.currentTarget.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type SwitchProps = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
};

export function Switch({ label, hint, on, disabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="flex items-start gap-3">
      <button
        type="button"
        id={id}
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        disabled={disabled}
        onClick={() => onChange(!on)}
        class={classNames(
          'mt-0.5 flex h-6 w-11 shrink-0 items-center rounded-full border p-0.5 transition-colors disabled:opacity-55',
          on ? 'justify-end border-primary bg-primary' : 'justify-start border-line-strong bg-sunken',
        )}
      >
        <span class={classNames('size-4.5 rounded-full', on ? 'bg-on-primary' : 'bg-line-strong')} />
      </button>
      <div>
        <label id={`${id}-label`} for={id} class="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} class="text-sm text-ink-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
