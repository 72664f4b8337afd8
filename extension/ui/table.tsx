import type { ComponentChildren, JSX } from 'preact';

import { classNames } from './class-names.ts';

/** Scrolls sideways inside itself when narrow, reachable by keyboard; `label` is its caption for screen readers. */
export function Table({
  label,
  head,
  children,
}: {
  label: string;
  head: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="overflow-x-auto rounded-lg border border-line bg-surface" tabIndex={0} role="region" aria-label={label}>
      <table class="w-full border-collapse text-sm">
        <thead class="bg-sunken text-left text-ink-soft">
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function HeadCell({
  class: more,
  children,
  ...rest
}: Omit<JSX.ThHTMLAttributes<HTMLTableCellElement>, 'class'> & { class?: string }) {
  return (
    <th scope="col" {...rest} class={classNames('px-3 py-2 text-xs font-semibold whitespace-nowrap', more)}>
      {children}
    </th>
  );
}

export function Row({
  selected = false,
  children,
  ...rest
}: Omit<JSX.HTMLAttributes<HTMLTableRowElement>, 'class'> & { selected?: boolean }) {
  return (
    <tr {...rest} class={classNames('border-t border-line', selected && 'bg-primary-soft')}>
      {children}
    </tr>
  );
}

export function Cell({
  class: more,
  children,
  ...rest
}: Omit<JSX.TdHTMLAttributes<HTMLTableCellElement>, 'class'> & { class?: string }) {
  return (
    <td {...rest} class={classNames('px-3 py-2 align-middle', more)}>
      {children}
    </td>
  );
}
