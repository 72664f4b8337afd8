import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Account } from '../../db/database.ts';
import { toFailure } from '../../messaging/failures.ts';
import { ask } from '../../messaging/messenger.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords, wallWords } from '../../ui/failure-words.ts';
import { Notice } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';

/** Accounts that met a wall: why, in words, and the button only a person presses. */
export function PausedAccounts({ accounts }: { accounts: readonly Account[] }) {
  const paused = accounts.filter(({ pause }) => pause !== null);
  return paused.map((account) => <PausedAccount key={account.key} account={account} />);
}

function PausedAccount({ account: { key, login, market, pause } }: { account: Account }) {
  const [busy, setBusy] = useState(false);
  const resume = async (): Promise<void> => {
    setBusy(true);
    await ask('account.resume', { key }).catch((error: unknown) => {
      const failure = toFailure(error);
      showToast(failureWords(failure.code, failure.message));
    });
    setBusy(false);
  };
  return (
    <Notice>
      <strong class="block">
        {i18n.t('activity.paused', [login || i18n.t('activity.someMember'), market.replace('www.', '')])}
      </strong>
      {wallWords(pause?.kind ?? '')}
      <div class="mt-2">
        <Button size="small" busy={busy} onClick={() => void resume()}>
          {i18n.t('activity.action.resumeAccount')}
        </Button>
      </div>
    </Notice>
  );
}
