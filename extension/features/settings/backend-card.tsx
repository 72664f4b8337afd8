import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Settings } from '../../db/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import type { BackendCheck } from './check-backend.ts';
import type { SettingsDesk } from './settings-desk.ts';

function problemWords(check: BackendCheck): string | undefined {
  if (check.is === 'no-address') return i18n.t('settings.backendNoAddress');
  if (check.is === 'not-secure') return i18n.t('settings.backendNotSecure');
  if (check.is === 'no-permission') return i18n.t('settings.backendNoPermission');
  return check.is === 'failed' ? failureWords(check.failure.code, check.failure.message) : undefined;
}

const placeWords = (check: BackendCheck | null): string | null => {
  if (check?.is !== 'fits') return null;
  const { provider, version } = check.capabilities;
  return provider === null
    ? i18n.t('settings.backendHome', [version])
    : i18n.t('settings.backendProvider', [version, provider]);
};

type BackendCardProps = { settings: Settings; desk: SettingsDesk; onSave: (change: Partial<Settings>) => void };

/** Which assistant looks at the photos, and what the seller has agreed to. An address is tried before it is kept. */
export function BackendCard({ settings, desk, onSave }: BackendCardProps) {
  const [text, setText] = useState(settings.backendUrl ?? '');
  const [busy, setBusy] = useState(false);
  const [check, setCheck] = useState<BackendCheck | null>(null);
  const tryIt = async (): Promise<void> => {
    setBusy(true);
    const own = text.trim() !== '';
    const result = await desk.tryBackend(own ? text : desk.defaultBackend).finally(() => setBusy(false));
    setCheck(result);
    if (result.is !== 'fits') return;
    setText(own ? result.address : '');
    onSave({ backendUrl: own ? result.address : null });
  };
  return (
    <Card title={i18n.t('settings.backend')} hint={i18n.t('settings.backendHint')}>
      <form
        class="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void tryIt();
        }}
      >
        <Field
          label={i18n.t('settings.backendAddress')}
          hint={placeWords(check) ?? i18n.t('settings.backendAddressHint', [desk.defaultBackend])}
          error={check ? problemWords(check) : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              value={text}
              inputMode="url"
              spellcheck={false}
              placeholder={desk.defaultBackend}
              onText={setText}
            />
          )}
        </Field>
        <div>
          <Button type="submit" busy={busy}>
            {i18n.t('settings.backendTry')}
          </Button>
        </div>
        <Consent consent={settings.consent} onWithdraw={() => onSave({ consent: null })} />
      </form>
    </Card>
  );
}

function Consent({ consent, onWithdraw }: { consent: string | null; onWithdraw: () => void }) {
  if (consent === null) return <p class="text-sm text-ink-soft">{i18n.t('settings.consentNone')}</p>;
  return (
    <div class="flex flex-wrap items-center justify-between gap-3">
      <p class="text-sm">{i18n.t('settings.consentGiven', [consent])}</p>
      <Button size="small" onClick={onWithdraw}>
        {i18n.t('settings.consentWithdraw')}
      </Button>
    </div>
  );
}
