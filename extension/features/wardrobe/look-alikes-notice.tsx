import { Copy } from 'lucide-preact';
import { useMemo } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Listing } from '../../../shared/listing.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';
import { useDismissed } from '../../ui/use-dismissed.ts';
import { findLookAlikes, type LookAlikes } from './look-alikes.ts';
import { statusWords } from './wardrobe-words.ts';

type NoticeProps = { listings: readonly Listing[]; onOpen: (key: string) => void };

/** Says which listings may be of one thing, so that it is not sold twice; the seller says which, or that they are two. */
export function LookAlikesNotice({ listings, onOpen }: NoticeProps) {
  const { isDismissed, dismiss } = useDismissed('wardrobe.two-things');
  const groups = useMemo(() => findLookAlikes(listings), [listings]).filter(({ id }) => !isDismissed(id));
  if (groups.length === 0) return null;
  return (
    <Notice icon={<Copy aria-hidden="true" size={18} />}>
      <p class="font-semibold">{i18n.t('wardrobe.alike.title')}</p>
      <p class="mt-1">{i18n.t('wardrobe.alike.words')}</p>
      <ul class="mt-2 grid gap-2">
        {groups.slice(0, 5).map((group) => (
          <Group key={group.id} group={group} onOpen={onOpen} onTwo={() => dismiss(group.id)} />
        ))}
      </ul>
    </Notice>
  );
}

type GroupProps = { group: LookAlikes; onOpen: (key: string) => void; onTwo: () => void };

const Group = ({ group, onOpen, onTwo }: GroupProps) => (
  <li class="flex flex-wrap items-center gap-2">
    <span class="min-w-0 truncate font-medium">{group.listings[0]?.title}</span>
    {group.listings.map(({ key, vintedId, status }) => (
      <Button key={key} size="small" onClick={() => onOpen(key)}>
        {vintedId} · {statusWords[status]()}
      </Button>
    ))}
    <Button size="small" kind="quiet" onClick={onTwo}>
      {i18n.t('wardrobe.alike.two')}
    </Button>
  </li>
);
