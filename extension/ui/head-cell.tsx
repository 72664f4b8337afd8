import type { JSX } from 'preact';

import { classNames } from './class-names.ts';

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
