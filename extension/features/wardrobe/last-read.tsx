import { i18n } from '#i18n';
import type { SyncRun } from '../../db/database.ts';
import { failureWords } from '../../ui/failure-words.ts';
import { ErrorState } from '../../ui/states.tsx';
import { agoWords } from './wardrobe-words.ts';

/** When the wardrobe was last read from Vinted, and how that went. */
export function LastRead({ run, now }: { run: SyncRun | undefined; now: number }) {
  if (!run) return null;
  const ago = agoWords(run.endedAt, now, navigator.language);
  if (run.failure)
    return (
      <ErrorState title={i18n.t('wardrobe.readFailed', [ago])}>
        {failureWords(run.failure.code, run.failure.message)}
      </ErrorState>
    );
  return <p class="text-sm text-ink-soft">{i18n.t('wardrobe.lastRead', run.total, [String(run.total), ago])}</p>;
}
