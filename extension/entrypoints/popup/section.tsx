import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="grid grid-cols-1 gap-2 border-t border-line pt-3">
      <h2 id={id} class="text-sm font-semibold text-ink-soft">
        {title}
      </h2>
      {children}
    </section>
  );
}
