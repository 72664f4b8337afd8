import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

import { classNames } from './class-names.ts';
import { stepFocus } from './step-focus.ts';

type TabsProps<T extends string> = {
  label: string;
  tabs: readonly { id: T; label: ComponentChildren }[];
  current: T;
  onChoose: (id: T) => void;
  children: ComponentChildren;
};

/** Arrow keys move between tabs; the panel holds `children`. */
export function Tabs<T extends string>({ label, tabs, current, onChoose, children }: TabsProps<T>) {
  const id = useId();
  return (
    <div>
      <div
        role="tablist"
        aria-label={label}
        class="mb-4 flex gap-1 overflow-x-auto border-b border-line"
        onKeyDown={(event) => stepFocus(event, '[role=tab]', 'horizontal')}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            onFocus={() => tab.id !== current && onChoose(tab.id)}
            class={classNames(
              '-mb-px min-h-10 border-b-3 px-3 font-semibold whitespace-nowrap',
              tab.id === current ? 'border-primary text-primary' : 'border-transparent text-ink-soft hover:text-ink',
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </div>
  );
}
