import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import type { SettingsDesk, StorageFacts } from './settings-desk.ts';

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 }).format(bytes / 1_000_000);

/** Whether the browser may ever clear the photos and drafts by itself, and how much they take. */
export function StorageCard({ desk }: { desk: SettingsDesk }) {
  const [facts, setFacts] = useState<StorageFacts | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => void desk.storage().then(setFacts), [desk]);
  const keep = async (): Promise<void> => {
    const next = await desk.keepStorage();
    setFacts(next);
    setRefused(!next.kept);
  };
  return (
    <Card title={i18n.t('settings.storage')} hint={i18n.t('settings.storageHint')}>
      {facts && (
        <div class="grid gap-3">
          <div class="flex flex-wrap items-center gap-3">
            <Badge tone={facts.kept ? 'success' : 'warning'}>
              {facts.kept ? i18n.t('settings.storageKept') : i18n.t('settings.storageNotKept')}
            </Badge>
            <span class="text-sm text-ink-soft">
              {i18n.t('settings.storageUsed', [megabytes(facts.used), megabytes(facts.room)])}
            </span>
          </div>
          {!facts.kept && (
            <div>
              <Button size="small" onClick={() => void keep()}>
                {i18n.t('settings.storageKeep')}
              </Button>
            </div>
          )}
          {refused && (
            <p role="status" class="text-sm text-warning">
              {i18n.t('settings.storageRefused')}
            </p>
          )}
        </div>
      )}
    </Card>
  );
}
