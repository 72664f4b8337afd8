import type { Boot } from '../boot.ts';
import { wordsIn } from './words.ts';

export type BootItem = Record<string, unknown> & { id: number; title: string };

/** What the server put into the document; read once. */
export const boot = JSON.parse(document.querySelector('#boot')!.textContent) as Boot & {
  item: BootItem | null;
};
export const switches = boot.switches;
export const say = wordsIn(boot.language);

function hash(text: string): string {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 16777619) >>> 0;
  return value.toString(36);
}

type TestId = { 'data-testid': string };

/** With "test ids moved" every test id has another name, as after a redesign; nothing of the old one remains. */
export const tid = (name: string): TestId => ({
  'data-testid': switches.testIdsMoved ? `n${hash(name)}` : name,
});

export const formatMoney = (amount: number): string =>
  Number.isNaN(amount)
    ? `NaN ${new Intl.NumberFormat(boot.locale, { style: 'currency', currency: boot.currency }).format(0).replaceAll(/[\d.,\s]/g, '')}`
    : new Intl.NumberFormat(boot.locale, {
        style: 'currency',
        currency: boot.currency,
        useGrouping: false,
      }).format(amount);
