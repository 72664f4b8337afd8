import { ShieldAlert, ShieldCheck } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { ledger } from '../../db/stores.ts';
import { Button } from '../../ui/button.tsx';
import { type LogCheck as Result, checkLog } from './check-log.ts';

/** Whether the log still is what was written: a seller can show what was done and what was not. */
export function LogCheck() {
  const [round, setRound] = useState(0);
  const [result, setResult] = useState<Result | null>(null);
  useEffect(() => {
    const end = new AbortController();
    void checkLog(ledger, end.signal).then((checked) => !end.signal.aborted && setResult(checked));
    return () => end.abort();
  }, [round]);
  const again = (): void => {
    setResult(null);
    setRound(round + 1);
  };
  return (
    <div class="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4 text-sm">
      <Verdict result={result} />
      <Button kind="quiet" size="small" busy={result === null} onClick={again}>
        {i18n.t('activity.checkAgain')}
      </Button>
    </div>
  );
}

function Verdict({ result }: { result: Result | null }) {
  if (!result) return <output class="text-ink-soft">{i18n.t('activity.checking')}</output>;
  if (result.brokenAt === null)
    return (
      <output class="inline-flex items-center gap-2 text-success">
        <ShieldCheck aria-hidden="true" size={18} /> {i18n.t('activity.verified', result.entries)}
      </output>
    );
  return (
    <p role="alert" class="inline-flex items-center gap-2 font-semibold text-danger">
      <ShieldAlert aria-hidden="true" size={18} /> {i18n.t('activity.broken', [result.brokenAt])}
    </p>
  );
}
