import { CircleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

import { i18n } from '#i18n';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Spinner } from './progress.tsx';

type EmptyStateProps = {
  icon?: ComponentChildren;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
};

/** Nothing here yet: says what would be here and how to get it. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div class="grid justify-items-center gap-3 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      {icon && <div class="grid size-14 place-items-center rounded-full bg-primary-soft text-primary">{icon}</div>}
      <h2 class="font-display text-xl font-semibold">{title}</h2>
      {children && <div class="max-w-prose text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}

/** Something failed: what, what it means for the seller, and the way on. */
export function ErrorState({
  title,
  children,
  onRetry,
  busy = false,
}: {
  title: string;
  children?: ComponentChildren;
  onRetry?: () => void;
  busy?: boolean;
}) {
  return (
    <div role="alert" class="flex items-start gap-3 rounded-lg border border-danger bg-danger-soft p-4">
      <CircleAlert aria-hidden="true" size={20} class="mt-0.5 shrink-0 text-danger" />
      <div class="grid gap-2 justify-items-start">
        <p class="font-semibold">{title}</p>
        {children && <div class="text-sm">{children}</div>}
        {onRetry && (
          <Button size="small" busy={busy} onClick={onRetry}>
            {i18n.t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A note that asks for attention but is no error. */
export function Notice({
  tone = 'warning',
  icon,
  children,
  action,
}: {
  tone?: 'warning' | 'primary' | 'success';
  icon?: ComponentChildren;
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  const look = {
    warning: 'border-warning bg-warning-soft',
    primary: 'border-primary bg-primary-soft',
    success: 'border-success bg-success-soft',
  }[tone];
  return (
    <div
      role="status"
      class={classNames('flex flex-wrap items-center gap-3 rounded-lg border px-4 py-3 text-sm', look)}
    >
      {icon}
      <div class="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}

export function LoadingState({ label = i18n.t('common.loading') }: { label?: string }) {
  return (
    <div role="status" class="flex items-center justify-center gap-3 p-10 text-ink-soft">
      <Spinner />
      {label}
    </div>
  );
}
