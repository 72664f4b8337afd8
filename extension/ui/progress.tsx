import { classNames } from './class-names.ts';

/** Decoration beside words that say what is going on. */
export function Spinner({ class: more }: { class?: string }) {
  return (
    <span
      aria-hidden="true"
      class={classNames(
        'inline-block size-4 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent',
        more,
      )}
    />
  );
}

/** `of` 0 or null = nobody knows how long. `label` names it; `showWords` puts the words above the bar. */
export function ProgressBar({
  label,
  at,
  of,
  showWords = false,
}: {
  label: string;
  at: number;
  of: number | null;
  showWords?: boolean;
}) {
  const known = of !== null && of > 0;
  const percent = known ? Math.min(100, Math.round((at / of) * 100)) : 0;
  return (
    <div class="grid gap-1.5">
      {showWords && (
        <div class="flex justify-between gap-3 text-sm">
          <span>{label}</span>
          {known && (
            <span class="tabular-nums text-ink-soft">
              {at} / {of}
            </span>
          )}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        {...(known ? { 'aria-valuenow': Math.min(at, of), 'aria-valuemax': of } : {})}
        class="h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line"
      >
        <div
          class={classNames(
            // Not in motion: a width that changes bit by bit lays the page out anew at each frame.
            'h-full rounded-full bg-primary',
            !known && 'w-1/3 animate-pulse',
          )}
          style={known ? { width: `${percent}%` } : undefined}
        />
      </div>
    </div>
  );
}
