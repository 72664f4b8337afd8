import type { ComponentChildren } from 'preact';

import { i18n } from '#i18n';
import type { Source } from '../../shared/suggestion.ts';
import { classNames } from './class-names.ts';
import { certainty, type Certainty } from './confidence.ts';

type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger' | 'accent';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  primary: 'bg-primary-soft text-primary-strong',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  accent: 'bg-accent-soft text-ink',
};

export function Badge({
  tone = 'neutral',
  icon,
  title,
  children,
}: {
  tone?: Tone;
  icon?: ComponentChildren;
  title?: string;
  children: ComponentChildren;
}) {
  return (
    <span
      title={title}
      class={classNames(
        'inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-semibold whitespace-nowrap',
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}

const toneOf: Record<Certainty, Tone> = {
  sure: 'success',
  likely: 'neutral',
  unsure: 'warning',
  open: 'danger',
  default: 'primary',
  seller: 'neutral',
};
const words = (is: Certainty): string =>
  ({
    sure: i18n.t('common.certainty.sure'),
    likely: i18n.t('common.certainty.likely'),
    unsure: i18n.t('common.certainty.unsure'),
    open: i18n.t('common.certainty.open'),
    default: i18n.t('common.certainty.default'),
    seller: i18n.t('common.certainty.seller'),
  })[is];

/** Fill of the little disc: full, three quarters, a quarter, empty; a square for what the seller chose. */
function CertaintyShape({ is }: { is: Certainty }) {
  const filled = { sure: 10, likely: 7, unsure: 3, open: 0, default: 10, seller: 10 }[is];
  const own = is === 'default' || is === 'seller';
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" class="size-3 shrink-0">
      <clipPath id={`c-${is}`}>
        <rect x="1" y={11 - filled} width="10" height={filled} />
      </clipPath>
      <rect x="1" y="1" width="10" height="10" rx={own ? 2 : 5} fill="none" stroke="currentColor" stroke-width="1.5" />
      <rect x="1" y="1" width="10" height="10" rx={own ? 2 : 5} fill="currentColor" clip-path={`url(#c-${is})`} />
    </svg>
  );
}

/** How sure a field is, in words and shape. `compact` keeps the words for screen readers and the tooltip only. */
export function ConfidenceBadge({
  field,
  compact = false,
}: {
  field: { value: unknown; confidence: number; source: Source };
  compact?: boolean;
}) {
  const is = certainty(field);
  return (
    <Badge tone={toneOf[is]} icon={<CertaintyShape is={is} />} title={words(is)}>
      <span class={compact ? 'sr-only' : undefined}>{words(is)}</span>
    </Badge>
  );
}
