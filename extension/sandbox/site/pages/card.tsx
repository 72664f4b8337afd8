/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { formatMoney, say, tid } from '../page-data.ts';

export type CardItem = {
  id: number;
  title: string;
  path: string;
  price: { amount: string } | null;
  photos: { url: string }[];
  brand: string;
  size: string;
  status: string;
  view_count: number;
  favourite_count: number;
  is_draft: boolean;
  is_closed: boolean;
  item_closing_action: string | null;
  is_reserved: boolean;
  is_hidden: boolean;
  is_processing: boolean;
};

function statusOf(item: CardItem): string | null {
  if (item.is_draft) return say('draft');
  if (item.is_closed) return say(item.item_closing_action === 'sold' ? 'sold' : 'withdrawn');
  if (item.is_hidden) return say('hidden');
  if (item.is_reserved) return say('reserved');
  return item.is_processing ? say('processing') : null;
}

const priceOf = (item: CardItem): string => (item.price ? formatMoney(Number(item.price.amount)) : '');

function recordPaid(item: CardItem): void {
  void fetch('/__sandbox/paid', {
    method: 'POST',
    body: JSON.stringify({ what: 'bump-button', id: item.id }),
  });
}

/** One card of a wardrobe (site.md §5.1): on the own one, views and favourites stand where brand and size are elsewhere. */
export function Card({ item, own }: { item: CardItem; own: boolean }): ReactNode {
  const stem = `product-item-id-${item.id}`;
  const status = statusOf(item);
  const about = `${item.title}, brand: ${item.brand}, condition: ${item.status}, size: ${item.size}, ${priceOf(item)}`;
  return (
    <div className="feed-grid__item" {...tid('grid-item')}>
      <div className="card-item" {...tid(stem)}>
        <a
          className="card-link"
          href={item.path}
          title={about}
          aria-label={item.title}
          {...tid(`${stem}--overlay-link`)}
        />
        <div className="card-photo">
          {item.photos[0] && <img src={item.photos[0].url} alt={about} {...tid(`${stem}--image--img`)} />}
          {status && (
            <span className="card-status" {...tid(`${stem}--status-text`)}>
              {status}
            </span>
          )}
        </div>
        <p {...tid(`${stem}--description-title`)}>{own ? say('views', { count: item.view_count }) : item.brand}</p>
        <p {...tid(`${stem}--description-subtitle`)}>
          {own ? say('favourites', { count: item.favourite_count }) : `${item.size} · ${item.status}`}
        </p>
        <p className="card-price" {...tid(`${stem}--price-text`)}>
          {priceOf(item)}
        </p>
        {own && !item.is_draft && (
          <button type="button" className="secondary" {...tid('bump-button')} onClick={() => recordPaid(item)}>
            {say('boost')}
          </button>
        )}
      </div>
    </div>
  );
}
