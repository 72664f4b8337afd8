/** @jsxImportSource react */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

import { call } from '../api.ts';
import { boot, formatMoney, say, switches, tid } from '../page-data.ts';
import { Dialog } from '../ui/dialog.tsx';

type Shown = {
  id: number;
  title: string;
  description: string;
  brand_dto: { title: string };
  status: string | null;
  price: { amount: string } | null;
  photos: { id: number; url: string }[];
  is_closed: boolean;
  item_closing_action: string | null;
  is_reserved: boolean;
  is_hidden: boolean;
  is_processing: boolean;
};

type PanelProps = { item: Shown; askDelete: () => void };

const paid = (id: number): void =>
  void fetch('/__sandbox/paid', {
    method: 'POST',
    body: JSON.stringify({ what: 'item-bump-button', id }),
  });

/** Server-rendered buttons come alive only once the page is really painted in front of somebody (site.md §3.1). */
function useAlive(): { isAlive: boolean; panel: RefObject<HTMLDivElement | null> } {
  const [isAlive, setAlive] = useState(switches.ownerButtons === 'alive');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (switches.ownerButtons !== 'until-painted' || !panel.current) return undefined;
    const watcher = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && document.visibilityState === 'visible' && setAlive(true),
    );
    watcher.observe(panel.current);
    return () => watcher.disconnect();
  }, []);
  return { isAlive, panel };
}

function OwnerPanel({ item, askDelete }: PanelProps): ReactNode {
  const path = `/items/${item.id}`;
  const { isAlive, panel } = useAlive();
  const mark = (flag: 'is_hidden' | 'is_reserved' | 'is_sold', on: boolean): void =>
    void call('PUT', `items/${item.id}/${flag}`, { [flag]: on }).then((reply) => reply.ok && location.reload());
  const actions: [testId: string, label: string, act: () => void][] = [
    ['item-bump-button', say('boost'), () => paid(item.id)],
    ['mark-as-sold-button', say('markSold'), () => mark('is_sold', true)],
    [
      'mark-as-reserved-button',
      say(item.is_reserved ? 'unreserve' : 'markReserved'),
      () => mark('is_reserved', !item.is_reserved),
    ],
    ['item-hide-button', say(item.is_hidden ? 'unhide' : 'hide'), () => mark('is_hidden', !item.is_hidden)],
    ['item-edit-button', say('editListing'), () => location.assign(`${path}/edit`)],
    ['item-delete-button', say('remove'), askDelete],
  ];
  return (
    <div ref={panel} className={isAlive ? 'owner-panel' : 'owner-panel cold'}>
      {actions.map(([testId, label, act]) => (
        <button
          key={testId}
          type="button"
          className={testId === 'item-delete-button' ? 'danger' : 'secondary'}
          {...tid(testId)}
          onClick={isAlive ? act : undefined}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function BuyerPanel(): ReactNode {
  return (
    <div className="owner-panel">
      <button type="button" className="primary" {...tid('item-buy-button')}>
        {say('buy')}
      </button>
      <button type="button" className="secondary" {...tid('item-buyer-offer-button')}>
        {say('offer')}
      </button>
      <button type="button" className="secondary" {...tid('ask-seller-button')}>
        {say('message')}
      </button>
    </div>
  );
}

function stripOf(item: Shown): string | null {
  if (item.is_closed) return say(item.item_closing_action === 'sold' ? 'sold' : 'withdrawn');
  if (item.is_hidden) return say('hidden');
  if (item.is_reserved) return say('reserved');
  return item.is_processing ? say('processing') : null;
}

function Facts({ item }: { item: Shown }): ReactNode {
  const strip = stripOf(item);
  return (
    <>
      {strip && (
        <div className="banner" {...tid('item-status--content')}>
          {strip}
        </div>
      )}
      <h1>{item.title}</h1>
      <p className="item-price" {...tid('item-price')}>
        {item.price ? formatMoney(Number(item.price.amount)) : ''}
      </p>
      <dl>
        <dt>{say('brand')}</dt>
        <dd itemProp="brand" {...tid('item-attributes-brand')}>
          {item.brand_dto.title || say('noBrand')}
        </dd>
        <dt>{say('condition')}</dt>
        <dd itemProp="status" {...tid('item-attributes-status')}>
          {item.status}
        </dd>
      </dl>
      <p itemProp="description">{item.description}</p>
    </>
  );
}

export function ItemPage(): ReactNode {
  const item = boot.item as unknown as Shown & { id: number };
  const [asking, setAsking] = useState(false);
  const own = (boot.item as { is_own?: boolean } | null)?.is_own === true;
  const remove = async (): Promise<void> => {
    const reply = await call('POST', `items/${item.id}/delete`, {});
    if (reply.ok) location.assign(`/member/${boot.user!.id}`);
    else setAsking(false);
  };
  const panel = own ? <OwnerPanel item={item} askDelete={() => setAsking(true)} /> : <BuyerPanel />;
  return (
    <main className="wide item">
      <div className="item-photos">
        {item.photos.map((photo, index) => (
          <img key={photo.id} src={photo.url} alt={item.title} {...tid(`item-photo-${index + 1}--img`)} />
        ))}
      </div>
      <aside className="card">
        <Facts item={item} />
        {switches.duplicateCopies && (
          <div className="u-mobiles-only" {...tid('item-mobiles-only-container')}>
            {panel}
          </div>
        )}
        <div className="u-desktops-only">{panel}</div>
      </aside>
      {own && switches.duplicateCopies && (
        <div hidden role="dialog">
          <h2>{say('deleteTitle')}</h2>
        </div>
      )}
      {asking && (
        <Dialog
          testId="item-delete-modal"
          title={say('deleteTitle')}
          buttons={[
            {
              label: say('confirmDelete'),
              testId: 'item-delete-confirmation-button',
              danger: true,
              onClick: () => void remove(),
            },
            {
              label: say('cancel'),
              testId: 'item-delete-cancelation-button',
              onClick: () => setAsking(false),
            },
          ]}
        />
      )}
    </main>
  );
}
