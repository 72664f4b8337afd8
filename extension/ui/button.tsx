import type { ComponentChildren, JSX } from 'preact';

import { classNames } from './class-names.ts';
import { Spinner } from './progress.tsx';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'stop';
type Size = 'small' | 'medium';

const looks: Record<Kind, string> = {
  primary: 'bg-primary text-on-primary enabled:hover:bg-primary-strong shadow-card',
  secondary: 'bg-surface text-ink border border-line-strong enabled:hover:bg-sunken',
  quiet: 'text-primary enabled:hover:bg-primary-soft',
  danger: 'text-danger border border-danger enabled:hover:bg-danger-soft',
  stop: 'bg-stop text-on-stop enabled:hover:bg-stop-strong shadow-card',
};
const sizes: Record<Size, string> = { small: 'min-h-8 px-3 text-sm', medium: 'min-h-10 px-4' };
const shape =
  'inline-flex items-center justify-center gap-2 rounded-md font-semibold leading-tight transition-colors duration-150 ' +
  'disabled:opacity-55 disabled:cursor-not-allowed aria-busy:cursor-progress';

type ButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon' | 'class'> & {
  kind?: Kind;
  size?: Size;
  /** Shows a spinner and takes no further clicks, but keeps the focus. */
  busy?: boolean;
  icon?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
};

export function Button({
  kind = 'secondary',
  size = 'medium',
  busy = false,
  icon,
  class: more,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      class={classNames(shape, looks[kind], sizes[size], more)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'busy'> & {
  label: string;
  children: ComponentChildren;
};

/** A button of one picture; `label` is its name for screen readers and its tooltip. */
export function IconButton({
  kind = 'quiet',
  size = 'medium',
  label,
  class: more,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      class={classNames(shape, looks[kind], size === 'small' ? 'size-8' : 'size-10', 'shrink-0', more)}
    >
      {children}
    </button>
  );
}
