import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Backup } from '../../../shared/listing.ts';
import { toFailure } from '../../messaging/failures.ts';
import { ask } from '../../messaging/messenger.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { showToast } from '../../ui/toasts.tsx';
import { keptFile } from './kept-file.ts';
import { useWardrobeDesk } from './wardrobe-desk.tsx';

/** What can be done with the copy of a listing that is not online any more. */
export function KeptCopyActions({ backup }: { backup: Backup }) {
  const { ledger } = useWardrobeDesk();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const act = async (what: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await what().catch((error: unknown) => {
      const { code, message } = toFailure(error);
      showToast(failureWords(code, message));
    });
    setBusy(false);
  };
  const restore = async (mode: 'safe' | 'prepare'): Promise<void> => {
    const [answer] = await ask('backup.restore', { backupIds: [backup.id], mode });
    const refused = answer?.refused;
    showToast(refused ? failureWords(refused.code, refused.message) : i18n.t('wardrobe.act.queued', 1));
  };
  const forget = async (): Promise<void> => {
    setAsking(false);
    await ask('backup.forget', { backupId: backup.id });
  };
  return (
    <div class="flex flex-wrap gap-2">
      <Button size="small" kind="primary" busy={busy} onClick={() => void act(() => restore('safe'))}>
        {i18n.t('wardrobe.kept.again')}
      </Button>
      <Button size="small" busy={busy} onClick={() => void act(() => restore('prepare'))}>
        {i18n.t('wardrobe.kept.fill')}
      </Button>
      <Button
        size="small"
        busy={busy}
        onClick={() => void act(async () => save(await keptFile(ledger, backup), backup))}
      >
        {i18n.t('wardrobe.kept.download')}
      </Button>
      <Button size="small" kind="danger" class="bg-surface" busy={busy} onClick={() => setAsking(true)}>
        {i18n.t('wardrobe.kept.forget')}
      </Button>
      <Dialog
        open={asking}
        title={i18n.t('wardrobe.kept.forgetTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{i18n.t('common.cancel')}</Button>
            <Button kind="danger" onClick={() => void act(forget)}>
              {i18n.t('wardrobe.kept.forget')}
            </Button>
          </>
        }
      >
        <p>{i18n.t('wardrobe.kept.forgetWords')}</p>
      </Dialog>
    </div>
  );
}

function save(file: Blob, { vintedId }: Backup): void {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: `listing-${vintedId}.zip` }).click();
  // The download has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
