/** @jsxImportSource react */
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { call } from '../api.ts';
import { boot, say, tid } from '../page-data.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { Card, type CardItem } from './card.tsx';

type List = { items: CardItem[]; pagination: { total_pages: number; total_entries: number } };
type User = { user: { id: number; login: string; city: string; followers_count: number } };
const filters = ['active', 'sold', 'draft', 'hidden', 'reserved'] as const;
type Filter = (typeof filters)[number];

/** Twenty at a time, the next batch when the end comes into view. */
function useBatches(
  memberId: number,
  filter: Filter | null,
): { items: CardItem[]; end: (node: HTMLElement | null) => void; more: boolean } {
  const [items, setItems] = useState<CardItem[]>([]);
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  const watcher = useRef<IntersectionObserver | null>(null);
  useEffect(() => {
    setItems([]);
    setPage(1);
  }, [filter]);
  useEffect(() => {
    let current = true;
    const path = `wardrobe/${memberId}/items?page=${page}&per_page=20&order=relevance${filter ? `&cond=${filter}` : ''}`;
    void call<List>('GET', path).then((reply) => {
      if (!current || !reply.ok) return;
      setItems((old) => (page === 1 ? reply.value.items : [...old, ...reply.value.items]));
      setPages(reply.value.pagination.total_pages);
    });
    return () => {
      current = false;
    };
  }, [memberId, filter, page]);
  const more = page < pages;
  const end = (node: HTMLElement | null): void => {
    watcher.current?.disconnect();
    if (!node || !more) return;
    watcher.current = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && items.length >= page * 20 && setPage(page + 1),
    );
    watcher.current.observe(node);
  };
  return { items, end, more };
}

const labelOf: Record<Filter, () => string> = {
  active: () => say('active'),
  sold: () => say('sold'),
  draft: () => say('drafts'),
  hidden: () => say('hidden'),
  reserved: () => say('reserved'),
};

export function Wardrobe(): ReactNode {
  const memberId = boot.subject!;
  const own = boot.user?.id === memberId;
  const [filter, setFilter] = useState<Filter | null>(null);
  const [answer] = useAnswer<User>(`users/${memberId}`);
  const { items, end } = useBatches(memberId, filter);
  const user = answer?.user;
  return (
    <main className="wide">
      <header className="profile">
        <h1 {...tid('profile-username')}>{user?.login}</h1>
        <p {...tid('profile-location-info--content')}>{user?.city}</p>
        <a href={`/member/general/followers/${memberId}`}>
          {user?.followers_count} {say('followers')}
        </a>
        {own ? (
          <a href="/settings/profile" className="secondary">
            {say('editProfile')}
          </a>
        ) : (
          <button type="button" className="primary">
            {say('follow')}
          </button>
        )}
      </header>
      <div className="tabs" role="tablist">
        <button type="button" role="tab" aria-selected className="quiet">
          {say('wardrobe')}
        </button>
        <button type="button" role="tab" aria-selected={false} className="quiet">
          {say('reviews')}
        </button>
        <button type="button" role="tab" aria-selected={false} className="quiet">
          {say('about')}
        </button>
      </div>
      {own && (
        <div className="filters">
          {filters.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={filter === one}
              className={`web_ui__Chip__chip ${filter === one ? '' : 'web_ui__Chip__outlined'}`}
              {...tid(`closet-seller-filters-${one}`)}
              onClick={() => setFilter(filter === one ? null : one)}
            >
              {labelOf[one]()}
            </button>
          ))}
        </div>
      )}
      <div className="feed-grid">
        {items.map((item) => (
          <Card key={item.id} item={item} own={own} />
        ))}
      </div>
      <div ref={end} className="sentinel" {...tid('infinite-scroll')} />
    </main>
  );
}
