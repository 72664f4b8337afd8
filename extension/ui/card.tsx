import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

import { classNames } from './class-names.ts';

type CardProps = {
  title?: ComponentChildren;
  hint?: ComponentChildren;
  actions?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
};

/** A titled section on its own sheet. */
export function Card({ title, hint, actions, class: more, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      class={classNames('rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5', more)}
    >
      {(title || actions) && (
        <header class="mb-4 flex flex-wrap items-start justify-between gap-3">
          <div class="grid gap-1">
            {title && (
              <h2 id={id} class="font-display text-lg leading-tight font-semibold">
                {title}
              </h2>
            )}
            {hint && <p class="text-sm text-ink-soft">{hint}</p>}
          </div>
          {actions && <div class="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** Heading of a whole view, with its actions. */
export function PageHeader({
  title,
  hint,
  actions,
}: {
  title: string;
  hint?: ComponentChildren;
  actions?: ComponentChildren;
}) {
  return (
    <header class="flex flex-wrap items-end justify-between gap-3">
      <div class="grid gap-1">
        <h1 class="font-display text-2xl leading-tight font-semibold tracking-tight">{title}</h1>
        {hint && <p class="max-w-prose text-ink-soft">{hint}</p>}
      </div>
      {actions && <div class="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
