// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { SettingsDesk } from './settings-desk.ts';
import { StorageCard } from './storage-card.tsx';

let box: HTMLElement;
beforeEach(() => {
  box = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, box);
  box.remove();
});

/** A browser that grants lasting storage, or does not. */
async function show(grants: boolean): Promise<void> {
  const facts = { kept: false, used: 5_000_000, room: 900_000_000 };
  const desk = {
    storage: async () => facts,
    keepStorage: async () => ({ ...facts, kept: grants }),
  } as Partial<SettingsDesk> as SettingsDesk;
  await act(async () => render(<StorageCard desk={desk} />, box));
}
const press = (): Promise<void> => act(async () => box.querySelector('button')?.click());

it('says so, and what follows, when the browser denies lasting storage', async () => {
  await show(false);
  expect(box.textContent).toContain('Not protected');
  await press();
  expect(box.querySelector('[role=status]')?.textContent).toContain('keep some space free');
  expect(box.querySelector('button')).not.toBeNull();
});

it('says when it is granted', async () => {
  await show(true);
  await press();
  expect(box.textContent).toContain('Protected');
  expect(box.querySelector('[role=status], button')).toBeNull();
});
