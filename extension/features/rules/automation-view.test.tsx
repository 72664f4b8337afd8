// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import { AutomationView } from './automation-view.tsx';
import type { Missed } from './look-book.ts';
import { account, bump, listings, start, zone } from './rules-in-tests.ts';

let box: HTMLElement;
let wardrobe: Wardrobe;
let ledger: Ledger;
let workshop: Workshop;
let woken: number;
beforeEach(() => {
  localStorage.clear();
  woken = 0;
  box = document.body.appendChild(document.createElement('div'));
  wardrobe = new Wardrobe('rules-view-wardrobe');
  ledger = new Ledger('rules-view-ledger');
  workshop = new Workshop('rules-view-workshop');
});
afterEach(async () => {
  render(null, box);
  box.remove();
  for (const db of [wardrobe, ledger, workshop]) await db.delete();
});

const show = (stopped = false, missed: Missed[] = []): Promise<void> =>
  act(() =>
    render(
      <AutomationView
        desk={{
          wardrobe,
          ledger,
          workshop,
          zone,
          now: () => start,
          newId: () => 'new-rule',
          missed: async () => missed,
          wake: () => (woken += 1),
        }}
        stopped={stopped}
        onWardrobe={() => undefined}
      />,
      box,
    ),
  );
const says = (text: string): Promise<void> => vi.waitFor(() => expect(box.textContent).toContain(text));
const button = (name: string): HTMLButtonElement => {
  const found = [...box.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const input = (label: string): HTMLInputElement => {
  const found = [...box.querySelectorAll('label')].find((one) => one.textContent === label);
  return box.querySelector(`[id="${found?.htmlFor}"]`)!;
};
const type = (label: string, text: string): Promise<void> =>
  act(() => {
    input(label).value = text;
    input(label).dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (name: string): Promise<void> => act(() => button(name).click());
const submit = (): Promise<void> =>
  act(() => void box.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));

test('without a wardrobe it says what comes first', async () => {
  await show();
  await says('Your wardrobe comes first');
});

test('a rule is typed, told what is wrong, saved switched off, and typed text outlives the page', async () => {
  await wardrobe.listings.bulkPut(listings(0, 5, 'bump'));
  await show();
  await says('No rules yet');
  await press('New relist rule');
  await type('Days between two relists of one item', '3');
  await says('Please enter a number from 7 to 365.');
  await says('As soon as the fields are right');
  await submit();
  expect(await wardrobe.rules.count()).toBe(0);
  render(null, box);
  await show();
  await says('This is what you had typed and not saved.');
  expect(input('Days between two relists of one item').value).toBe('3');
  await type('Days between two relists of one item', '7');
  await says('in the next 7 days 5 changes in all');
  await submit();
  await vi.waitFor(async () =>
    expect(await wardrobe.rules.get('new-rule')).toMatchObject({ account, enabled: false, restDays: 7 }),
  );
  await says('Your rules');
  await says('Nothing is planned');
  expect(localStorage.length).toBe(0);
});

test('switching on shows first what happens; then the plan says it listing by listing', async () => {
  await wardrobe.listings.bulkPut(listings(0, 5, 'bump'));
  await wardrobe.rules.put({ ...bump, enabled: false });
  await show();
  await says('A rule');
  await act(() => box.querySelector<HTMLElement>('[role=switch]')?.click());
  await says('Vinted does not allow automatic tools');
  expect((await wardrobe.rules.get('bump'))?.enabled).toBe(false);
  await press('Switch on');
  await says('Item 0 is listed again');
  expect(woken).toBe(1);
});

test('a rule deleted is gone, and no other', async () => {
  await wardrobe.listings.bulkPut(listings(0, 1, 'bump'));
  await wardrobe.rules.bulkPut([bump, { ...bump, id: 'other', name: 'Another' }]);
  await show();
  await says('Another');
  await press('Delete: Another');
  await vi.waitFor(async () => expect(await wardrobe.rules.toCollection().primaryKeys()).toEqual(['bump']));
});

test('stopped, asleep and missed are told', async () => {
  await wardrobe.listings.bulkPut(listings(0, 1, 'bump'));
  await wardrobe.rules.put(bump);
  await show(true, [{ account, from: start - 7_200_000, until: start, relists: 2, prices: 1 }]);
  await says('Nothing of this runs until you resume.');
  await says('2 relists, 1 price changes');
});

test('hours and limits of the account are kept', async () => {
  await wardrobe.listings.bulkPut(listings(0, 1, 'bump'));
  await show();
  await says('Hours and limits');
  await act(() => {
    const select = input('Relists a day, at most') as unknown as HTMLSelectElement;
    select.value = '2';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(async () => expect(await ledger.paces.get(account)).toMatchObject({ perDay: { relist: 2 } }));
});
