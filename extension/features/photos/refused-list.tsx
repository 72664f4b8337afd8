import { i18n } from '#i18n';
import type { Intake } from '../../db/database.ts';
import { Button } from '../../ui/button.tsx';
import { refusalWords } from './refusal-words.ts';

const mostShown = 60;

/** Every file that did not get in, by name, sorted by the reason. */
export function RefusedList({ refused, onDismiss }: { refused: Intake['refused']; onDismiss: () => void }) {
  if (refused.length === 0) return null;
  const reasons = Map.groupBy(refused.slice(0, mostShown), ({ code }) => refusalWords(code));
  return (
    <section role="status" class="grid gap-3 rounded-lg border border-warning bg-warning-soft p-4">
      <div class="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 class="font-semibold">{i18n.t('photos.refusedTitle', refused.length)}</h2>
          <p class="text-sm">{i18n.t('photos.refusedHint')}</p>
        </div>
        <Button size="small" onClick={onDismiss}>
          {i18n.t('photos.dismiss')}
        </Button>
      </div>
      <ul class="grid gap-2 text-sm" data-testid="refused">
        {[...reasons].map(([reason, files]) => (
          <li key={reason}>
            <span class="font-medium break-words">{files.map(({ name }) => name.slice(-80)).join(', ')}</span>
            <span class="block text-ink-soft">{reason}</span>
          </li>
        ))}
      </ul>
      {refused.length > mostShown && (
        <p class="text-sm">{i18n.t('photos.refusedMore', [String(refused.length - mostShown)])}</p>
      )}
    </section>
  );
}
