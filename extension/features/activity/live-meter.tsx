import { i18n } from '#i18n';
import type { Account } from '../../db/database.ts';
import { ledger } from '../../db/stores.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { useLive } from '../../ui/use-live.ts';
import { measure, meterLines, type MeterLine } from './limit-meter.ts';
import { shortMoment } from './moments.ts';

const names: Record<MeterLine['name'], () => string> = {
  publish: () => i18n.t('activity.meter.publish'),
  relist: () => i18n.t('activity.meter.relist'),
  price: () => i18n.t('activity.meter.price'),
  'listing-act': () => i18n.t('activity.meter.listingAct'),
};

/** What of each account's limits is used up, and when it may go on. */
export function LiveMeter({ accounts, now }: { accounts: readonly Account[]; now: number }) {
  return (
    <div class="grid grid-cols-1 gap-3">
      {accounts.map((account) => (
        <AccountMeter key={account.key} account={account} now={now} many={accounts.length > 1} />
      ))}
    </div>
  );
}

function AccountMeter({ account, now, many }: { account: Account; now: number; many: boolean }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const measured = useLive(() => measure(ledger, account.key, now, zone), [account.key, Math.floor(now / 60_000)]);
  if (measured.is !== 'ready') return null;
  return (
    <div class="grid grid-cols-1 gap-2">
      {many && <p class="text-sm font-semibold">{account.login || account.key}</p>}
      {meterLines(measured.value, now).map((line) => (
        <div key={line.name} class="grid grid-cols-1 gap-1">
          <ProgressBar label={names[line.name]()} at={line.used} of={line.of} showWords />
          <p class="text-xs text-ink-soft">{nextWords(line, now)}</p>
        </div>
      ))}
    </div>
  );
}

function nextWords({ nextAt, hold }: MeterLine, now: number): string {
  if (nextAt === null) return i18n.t('activity.meter.off');
  if (hold === null) return i18n.t('activity.meter.free');
  const when = shortMoment(nextAt, now);
  return hold.is === 'day' ? i18n.t('activity.meter.day', [when]) : i18n.t('activity.meter.gap', [when]);
}
