// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Ledger, Wardrobe } from '../../db/database.ts';
import { dayOf } from './figures.ts';
import { listingWith, someAccount, someDay } from './listings-in-tests.ts';
import { WardrobeView } from './wardrobe-view.tsx';

let box: HTMLElement;
let db: Wardrobe;
let ledger: Ledger;
beforeEach(() => {
  box = document.body.appendChild(document.createElement('div'));
  db = new Wardrobe('view-wardrobe');
  ledger = new Ledger('view-ledger');
});
afterEach(async () => {
  render(null, box);
  box.remove();
  await db.delete();
  await ledger.delete();
});

const show = (openKey: string | null = null): Promise<void> =>
  act(() =>
    render(
      <WardrobeView
        desk={{ db, ledger, now: () => someDay }}
        market="www.vinted.fr"
        openKey={openKey}
        onOpen={() => undefined}
      />,
      box,
    ),
  );
const says = (text: string): Promise<void> => vi.waitFor(() => expect(box.textContent).toContain(text));
const button = (name: string): HTMLElement | undefined =>
  [...box.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));

test('without a listing it says what would be here', async () => {
  await show();
  await says('Your wardrobe has not been read yet');
  expect(button('Read my wardrobe')).toBeDefined();
});

test('shows the member last seen, and a state at a time', async () => {
  const account = { market: 'www.vinted.fr', pause: null };
  await ledger.accounts.bulkPut([
    { ...account, key: someAccount, memberId: '77', login: 'anna', lastSeenAt: 1 },
    { ...account, key: 'www.vinted.fr:88', memberId: '88', login: 'bea', lastSeenAt: 2 },
  ]);
  await db.listings.bulkPut([
    listingWith(1),
    listingWith(2, { account: 'www.vinted.fr:88', title: 'Hers' }),
    listingWith(3, { account: 'www.vinted.fr:88', title: 'Kept for somebody', status: 'reserved' }),
  ]);
  await show();
  await says('Hers');
  expect(box.textContent).not.toContain('Item 1');
  await act(() => button('Reserved')?.click());
  await says('Kept for somebody');
  expect(box.textContent).not.toContain('Hers');
});

test('a failed look at the wardrobe is told in words', async () => {
  await db.listings.put(listingWith(1));
  const failure = { code: 'wall-captcha', message: 'x' };
  await db.syncs.put({
    account: someAccount,
    startedAt: 0,
    endedAt: someDay - 7_200_000,
    total: 0,
    requests: 1,
    failure,
  });
  await show();
  await says('The last look at your wardrobe did not work (2 hours ago)');
});

test('a listing shows how far it moved since yesterday, and what became of it', async () => {
  const one = listingWith(1, { views: 40, favourites: 3 });
  const day = dayOf(someDay, 1);
  await db.listings.put(one);
  await db.days.put({
    id: `${one.key}:${day}`,
    account: someAccount,
    key: one.key,
    day,
    views: 28,
    favourites: 3,
    price: null,
  });
  await db.events.add({
    account: someAccount,
    key: one.key,
    lineageId: one.lineageId,
    at: someDay,
    kind: 'status',
    before: 'hidden',
    after: 'active',
    by: 'us',
  });
  await show(one.key);
  await says('+12 since yesterday');
  await says('State: Hidden → Active');
  await says('By VintedBot');
});

test('a listing that is not kept is told so', async () => {
  await show('www.vinted.fr:1');
  await says('This listing is not kept here');
});

test('asks whether two that look alike are one thing, and remembers the answer', async () => {
  localStorage.clear();
  const same = { title: 'Blue dress', status: 'active' as const };
  await db.listings.bulkPut([listingWith(1, same), listingWith(2, { ...same, status: 'hidden' })]);
  await show();
  await says('One thing listed twice?');
  await act(() => button('They are two things')?.click());
  expect(box.textContent).not.toContain('One thing listed twice?');
  render(null, box);
  await show();
  await says('Blue dress');
  expect(box.textContent).not.toContain('One thing listed twice?');
});
