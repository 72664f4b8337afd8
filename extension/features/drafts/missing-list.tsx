import { CircleCheck } from 'lucide-preact';

import { i18n } from '#i18n';
import { useEditing } from './editing.tsx';
import type { Missing } from './missing.ts';
import { attributePlace, missingWords } from './words.ts';

/** What is left to do, each line leading to its field. */
export function MissingList() {
  const { missing } = useEditing();
  if (missing.length === 0) {
    return (
      <p class="flex items-center gap-2 rounded-lg border border-success bg-success-soft px-4 py-3 text-sm font-medium">
        <CircleCheck aria-hidden="true" size={18} class="text-success" />
        {i18n.t('drafts.complete')}
      </p>
    );
  }
  return (
    <section aria-labelledby="missing-title" class="rounded-lg border border-warning bg-warning-soft px-4 py-3 text-sm">
      <h2 id="missing-title" class="font-semibold">
        {i18n.t('drafts.missing.title', missing.length)}
      </h2>
      <ul class="mt-1.5 grid gap-x-6 gap-y-0.5 sm:grid-cols-2">
        {missing.map((one) => (
          <li key={placeOf(one) + one.code}>
            <button
              type="button"
              class="min-h-7 text-left underline decoration-line-strong underline-offset-3 hover:decoration-current"
              onClick={() => focusField(placeOf(one))}
            >
              {missingWords(one)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const placeOf = ({ field, attribute }: Missing): string =>
  attribute ? attributePlace(attribute.code) : `field-${field}`;

/** Brings a field into view and puts the cursor where typing goes on. */
function focusField(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'center' });
  place
    ?.querySelector<HTMLElement>('input:not(:disabled), select:not(:disabled), textarea, button:not(:disabled)')
    ?.focus({ preventScroll: true });
}
