import { i18n } from '#i18n';
import type { Settings } from '../../db/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Card, PageHeader } from '../../ui/card.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { BackendCard } from './backend-card.tsx';
import { DefaultsCard } from './defaults-card.tsx';
import { MarketField, TextFields } from './market-fields.tsx';
import type { SettingsDesk } from './settings-desk.ts';
import { StorageCard } from './storage-card.tsx';

type SettingsViewProps = { settings: Settings; desk: SettingsDesk; onShowIntroduction: () => void };

/** Every change is kept at once. */
export function SettingsView({ settings, desk, onShowIntroduction }: SettingsViewProps) {
  const save = (change: Partial<Settings>): void => {
    const before = Object.fromEntries(Object.keys(change).map((key) => [key, settings[key as keyof Settings]]));
    void desk.save(change).then(() => showToast(i18n.t('settings.saved'), () => void desk.save(before)));
  };
  return (
    <div class="grid gap-5">
      <PageHeader
        title={i18n.t('settings.title')}
        hint={i18n.t('settings.hint')}
        actions={<Button onClick={onShowIntroduction}>{i18n.t('settings.introduction')}</Button>}
      />
      <div class="grid items-start gap-5 lg:grid-cols-2">
        <div class="grid gap-5">
          <Card title={i18n.t('settings.site')} hint={i18n.t('settings.siteHint')}>
            <div class="grid gap-4">
              <MarketField market={settings.market} onChoose={(market) => save({ market })} />
              <TextFields settings={settings} onChange={save} />
            </div>
          </Card>
          <DefaultsCard
            defaults={settings.defaults}
            market={settings.market}
            onChange={(defaults) => save({ defaults })}
          />
        </div>
        <div class="grid gap-5">
          <Card title={i18n.t('settings.publishing')} hint={i18n.t('settings.publishingHint')}>
            <div class="grid gap-4">
              <Field label={i18n.t('settings.publishAs')} hint={i18n.t('settings.publishAsHint')}>
                {(control) => (
                  <Select
                    {...control}
                    value={settings.publishAs}
                    options={[
                      { value: 'draft', label: i18n.t('settings.asDraft') },
                      { value: 'publish', label: i18n.t('settings.asListing') },
                    ]}
                    onChoose={(publishAs) => save({ publishAs })}
                  />
                )}
              </Field>
              <Field label={i18n.t('settings.theme')}>
                {(control) => (
                  <Select
                    {...control}
                    value={settings.theme}
                    options={[
                      { value: 'system', label: i18n.t('settings.themeSystem') },
                      { value: 'light', label: i18n.t('settings.themeLight') },
                      { value: 'dark', label: i18n.t('settings.themeDark') },
                    ]}
                    onChoose={(theme) => save({ theme })}
                  />
                )}
              </Field>
            </div>
          </Card>
          <BackendCard settings={settings} desk={desk} onSave={save} />
          <StorageCard desk={desk} />
        </div>
      </div>
    </div>
  );
}
