import { OctagonX, Play } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { toFailure } from '../../messaging/failures.ts';
import { ask } from '../../messaging/messenger.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { showToast } from '../../ui/toasts.tsx';

/** The red button; once stopped, the only way on is the person's own click on Resume. */
export function StopButton({ stopped }: { stopped: boolean }) {
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await ask(stopped ? 'engine.resume' : 'engine.stop', undefined);
    } catch (error) {
      const failure = toFailure(error);
      showToast(failureWords(failure.code, failure.message));
    } finally {
      setBusy(false);
    }
  };
  if (stopped)
    return (
      <Button busy={busy} icon={<Play aria-hidden="true" size={18} />} onClick={() => void send()}>
        {i18n.t('shell.resume')}
      </Button>
    );
  return (
    <Button
      kind="stop"
      busy={busy}
      icon={<OctagonX aria-hidden="true" size={18} />}
      title={i18n.t('shell.stopHint')}
      onClick={() => void send()}
    >
      {i18n.t('shell.stop')}
    </Button>
  );
}
