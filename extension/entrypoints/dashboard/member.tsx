import { i18n } from '#i18n';
import { ledger } from '../../db/stores.ts';
import { useLive } from '../../ui/use-live.ts';

const newestAccount = async (market: string) => {
  const accounts = await ledger.accounts.where({ market }).toArray();
  return accounts.toSorted((one, other) => other.lastSeenAt - one.lastSeenAt)[0];
};

/** Who was last seen signed in on the market the drafts are for. */
export function Member({ market }: { market: string }) {
  const account = useLive(() => newestAccount(market), [market]);
  const login = account.is === 'ready' ? account.value?.login : undefined;
  return (
    <p class="min-w-0 text-right text-sm leading-tight max-sm:hidden">
      <span class="block truncate font-semibold">{login || i18n.t('shell.nobodySeen')}</span>
      <span class="text-ink-soft">{market.replace('www.', '')}</span>
    </p>
  );
}
