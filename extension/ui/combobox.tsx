import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine, type PropTypes } from '@zag-js/preact';
import { ChevronDown } from 'lucide-preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

import { i18n } from '#i18n';
import { classNames } from './class-names.ts';
import type { ControlProps } from './field.tsx';
import { Spinner } from './progress.tsx';

export type ComboboxItem = {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
  mark?: ComponentChildren;
};

type ComboboxProps = {
  /** Spread of `Field`'s control props. */
  control?: ControlProps;
  /** Name for screen readers where there is no `Field`. */
  label?: string;
  items: readonly ComboboxItem[];
  value: string | null;
  /** What the input shows: the caller owns it, so that free text survives. */
  text: string;
  placeholder?: string;
  busy?: boolean;
  disabled?: boolean;
  /** Free text may stay in the input. */
  custom?: boolean;
  onText: (text: string) => void;
  onChoose: (value: string | null) => void;
};

type Connected = combobox.Api<PropTypes, ComboboxItem>;

/** Type to search, arrows to walk, Enter to take. Filtering and loading are the caller's: it passes what fits. */
export function Combobox(props: ComboboxProps) {
  const typed = useRef<string[]>([]);
  const api = useCombobox(props, typed.current);
  const { control, label, placeholder } = props;
  const input = api.getInputProps();
  const named = {
    'aria-describedby': control?.['aria-describedby'],
    'aria-invalid': control?.['aria-invalid'],
    // Named by `Field`'s label through its id, or by `label`; the machine's own label element is not used.
    'aria-labelledby': undefined,
    ...(label ? { 'aria-label': label } : {}),
  };
  return (
    <div {...api.getRootProps()} class="relative">
      <div {...api.getControlProps()} class="relative">
        <input
          {...input}
          {...named}
          onInput={(event) => {
            typed.current.push(event.currentTarget.value);
            input.onInput?.(event);
          }}
          placeholder={placeholder}
          class="control pr-9"
        />
        <button
          {...api.getTriggerProps()}
          aria-label={i18n.t('common.showOptions')}
          class="absolute inset-y-0 right-0 grid w-9 place-items-center text-ink-soft"
        >
          {props.busy ? <Spinner /> : <ChevronDown aria-hidden="true" size={16} />}
        </button>
      </div>
      <div {...api.getPositionerProps()} class="z-40">
        <Options api={api} items={props.items} busy={props.busy ?? false} label={label} />
      </div>
    </div>
  );
}

/**
 * The machine writes its text into the box after each paint, by then often without the last keys. What comes back of
 * what was typed is therefore left alone; only text from elsewhere is written.
 */
function keepingKeys(typed: string[]): combobox.Machine<ComboboxItem> {
  const { implementations } = machine;
  const write = implementations?.actions?.['syncInputValue'];
  return {
    ...machine,
    implementations: {
      ...implementations,
      actions: {
        ...implementations?.actions,
        syncInputValue(params) {
          const at = typed.lastIndexOf(params.context.get('inputValue'));
          typed.splice(0, at < 0 ? typed.length : at + 1);
          if (at < 0) write?.(params);
        },
      },
    },
  };
}

const machine = combobox.machine as combobox.Machine<ComboboxItem>;

function useCombobox(
  { control, items, value, text, custom = false, disabled = false, onText, onChoose }: ComboboxProps,
  typed: string[],
): Connected {
  const own = useId();
  const id = control?.id ?? own;
  const kept = useMemo(() => keepingKeys(typed), [typed]);
  const collection = useMemo(
    () =>
      combobox.collection<ComboboxItem>({
        items,
        itemToValue: (item) => item.value,
        itemToString: (item) => item.label,
        isItemDisabled: (item) => item.disabled ?? false,
      }),
    [items],
  );
  const service = useMachine(kept, {
    id,
    // The label belongs to `Field`: its `for` must find the input, and the list is named by the input.
    ids: { input: id },
    collection,
    value: value === null ? [] : [value],
    inputValue: text,
    allowCustomValue: custom,
    disabled,
    openOnClick: true,
    inputBehavior: 'autohighlight',
    selectionBehavior: 'preserve',
    positioning: { sameWidth: true, placement: 'bottom-start' },
    onInputValueChange: (change) => onText(change.inputValue),
    onValueChange: (change) => onChoose(change.value[0] ?? null),
  });
  return combobox.connect(service, normalizeProps);
}

function Options({
  api,
  items,
  busy,
  label,
}: {
  api: Connected;
  items: readonly ComboboxItem[];
  busy: boolean;
  label: string | undefined;
}) {
  if (!api.open) return null;
  return (
    <div
      {...api.getContentProps()}
      class="max-h-72 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float"
    >
      <ul {...api.getListProps()} aria-label={label ?? i18n.t('common.options')}>
        {items.map((item) => (
          <li
            key={item.value}
            {...api.getItemProps({ item })}
            class={classNames(
              'flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-sm px-3 py-1',
              'data-highlighted:bg-primary-soft data-[state=checked]:font-semibold data-disabled:opacity-55',
            )}
          >
            <span class="min-w-0">
              {item.label}
              {item.hint && <span class="block truncate text-xs text-ink-soft">{item.hint}</span>}
            </span>
            {item.mark}
          </li>
        ))}
      </ul>
      {items.length === 0 && (
        <p class="px-3 py-2 text-sm text-ink-soft">{busy ? i18n.t('common.loading') : i18n.t('common.nothingFound')}</p>
      )}
    </div>
  );
}
