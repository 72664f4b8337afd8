import { i18n } from '#i18n';
import type { Account } from '../../db/database.ts';
import { shortMoment } from '../../features/activity/moments.ts';
import { Section } from './section.tsx';

/** Who was last seen signed in, on each market; an account nobody has seen yet is none. */
export function lastSeen(accounts: readonly Account[]): Account[] {
  const newest = new Map<string, Account>();
  for (const account of accounts.toSorted((a, b) => a.lastSeenAt - b.lastSeenAt))
    if (account.login !== '') newest.set(account.market, account);
  return [...newest.values()].toSorted((a, b) => b.lastSeenAt - a.lastSeenAt);
}

export function Members({ accounts, now }: { accounts: readonly Account[]; now: number }) {
  const members = lastSeen(accounts);
  return (
    <Section title={i18n.t('popup.signedIn')}>
      {members.length === 0 && <p class="text-sm text-ink-soft">{i18n.t('popup.nobody')}</p>}
      <ul class="grid grid-cols-1 gap-1">
        {members.map(({ key, login, market, lastSeenAt }) => (
          <li key={key} class="flex items-baseline justify-between gap-3 text-sm">
            <span class="min-w-0 truncate">
              <strong>{login}</strong> · {market.replace('www.', '')}
            </span>
            <span class="shrink-0 text-ink-soft">{i18n.t('popup.seen', [shortMoment(lastSeenAt, now)])}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
