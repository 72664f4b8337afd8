import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { stepFocus } from './step-focus.ts';

export type MenuItem = {
  id: string;
  label: ComponentChildren;
  icon?: ComponentChildren;
  danger?: boolean;
  disabled?: boolean;
  onChoose: () => void;
};
type MenuProps = {
  label: string;
  items: readonly MenuItem[];
  /** A picture instead of the words. */ icon?: ComponentChildren;
  side?: 'left' | 'right';
  size?: 'small' | 'medium';
};

export function Menu({ label, items, icon, side = 'right', size = 'medium' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    root.current?.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus();
    // `composedPath`: from inside a shadow root the target seen by the document is the host.
    const closeOutside = (event: PointerEvent): void => {
      if (root.current && !event.composedPath().includes(root.current)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': open ? id : undefined,
    size,
    onClick: () => setOpen(!open),
  } as const;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
    else stepFocus(event, '[role=menuitem]', 'vertical');
  };
  return (
    <div ref={root} class="relative inline-block">
      {icon ? (
        <IconButton label={label} {...trigger}>
          {icon}
        </IconButton>
      ) : (
        <Button {...trigger}>{label}</Button>
      )}
      {open && (
        <div
          id={id}
          role="menu"
          aria-label={label}
          onKeyDown={onKey}
          class={classNames(
            'absolute top-full z-40 mt-1 grid min-w-48 animate-rise rounded-md border border-line bg-surface p-1 shadow-float',
            side === 'right' ? 'right-0' : 'left-0',
          )}
        >
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              disabled={item.disabled}
              onClick={() => {
                close();
                item.onChoose();
              }}
              class={classNames(
                'flex min-h-9 items-center gap-2 rounded-sm px-3 text-left whitespace-nowrap hover:bg-sunken focus:bg-sunken disabled:opacity-55',
                item.danger && 'text-danger',
              )}
            >
              {item.icon}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
