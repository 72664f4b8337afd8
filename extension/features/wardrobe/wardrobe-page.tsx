import { useMemo, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { PageHeader } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { choose, chooseAll, nothingChosen, stillChosen } from '../../ui/selection.ts';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { EmptyState } from '../../ui/states.tsx';
import { useRemembered } from '../../ui/use-remembered.tsx';
import { LastRead } from './last-read.tsx';
import { ListingCards } from './listing-cards.tsx';
import { arrangeListings, countPiles, sortings, tagsOf, type ListQuery } from './listing-list.ts';
import { ListingTable } from './listing-table.tsx';
import { LookAlikesNotice } from './look-alikes-notice.tsx';
import { LostListings } from './lost-listings.tsx';
import { LookStatus, ReadAgain, type Whose } from './read-again.tsx';
import { useMoved, type Kept } from './use-wardrobe.tsx';
import { WardrobeBulkBar } from './wardrobe-bulk-bar.tsx';
import { useWardrobeDesk } from './wardrobe-desk.tsx';
import { WardrobeToolbar } from './wardrobe-toolbar.tsx';

const noQuery: Omit<ListQuery, 'sort'> = { pile: 'all', search: '', age: 'any', tag: null };

type PageProps = { kept: Kept; onOpen: (key: string | null) => void; onMember: (account: string) => void };

/** All listings of one member. */
export function WardrobePage({ kept: { listings, members, account, run }, onOpen, onMember }: PageProps) {
  const now = useWardrobeDesk().now();
  const movedOf = useMoved(account);
  const whose = account === null ? null : whoseIs(account);
  const [look, setLook] = useRemembered('wardrobe.look', ['cards', 'table']);
  const [sort, setSort] = useRemembered('wardrobe.sort', sortings);
  const [query, setQuery] = useState(noQuery);
  const [selection, setSelection] = useState(nothingChosen);
  const shown = useMemo(() => arrangeListings(listings, { ...query, sort }, now), [listings, query, sort]);
  const counts = useMemo(() => countPiles(listings), [listings]);
  const tags = useMemo(() => tagsOf(listings), [listings]);
  const order = useMemo(() => shown.map(({ key }) => key), [shown]);
  const chosen = stillChosen(selection, order);
  useShortcuts({ 'mod+a': () => setSelection(chooseAll(order)), escape: () => setSelection(nothingChosen) });
  const list = {
    listings: shown,
    now,
    chosen: selection.chosen,
    movedOf,
    onOpen,
    onChoose: (key: string, range: boolean) => setSelection(choose(selection, order, key, range)),
    onChooseAll: (all: boolean) => setSelection(all ? chooseAll(order) : nothingChosen),
  };
  return (
    <div class="grid grid-cols-1 gap-4">
      <PageHeader
        title={i18n.t('wardrobe.title')}
        actions={
          <>
            <MemberSelect members={members} account={account} onMember={onMember} />
            {whose && <ReadAgain whose={whose} />}
          </>
        }
      />
      {whose && <LookStatus whose={whose} />}
      <LastRead run={run} now={now} />
      {account !== null && <LostListings listings={listings} account={account} />}
      <LookAlikesNotice listings={listings} onOpen={onOpen} />
      <WardrobeToolbar
        {...{ counts, tags, look }}
        query={{ ...query, sort }}
        onQuery={({ sort: sorting, ...change }) => {
          if (sorting) setSort(sorting);
          setQuery({ ...query, ...change });
        }}
        onLook={setLook}
      />
      {shown.length === 0 ? (
        <EmptyState title={i18n.t('wardrobe.nothingFits')}>{i18n.t('wardrobe.nothingFitsWords')}</EmptyState>
      ) : look === 'cards' ? (
        <ListingCards {...list} />
      ) : (
        <ListingTable {...list} />
      )}
      {chosen.length > 0 && (
        <WardrobeBulkBar
          listings={shown.filter(({ key }) => selection.chosen.has(key))}
          onClear={() => setSelection(nothingChosen)}
        />
      )}
    </div>
  );
}

/** The member behind `market:memberId`. */
function whoseIs(account: string): Whose {
  const [market = '', memberId = null] = account.split(':');
  return { market, memberId };
}

/** Only where there is a choice. */
function MemberSelect({ members, account, onMember }: Pick<Kept, 'members' | 'account'> & Pick<PageProps, 'onMember'>) {
  if (members.length < 2 || account === null) return null;
  return (
    <Select
      aria-label={i18n.t('wardrobe.member')}
      value={account}
      options={members.map(({ key, login, market }) => ({
        value: key,
        label: `${login || key.split(':')[1]} · ${market.replace('www.', '')}`,
      }))}
      onChoose={onMember}
    />
  );
}
