// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';

import { useTyped } from './use-typed.tsx';

type Saving = { text: string; resolve: () => void; reject: (error: Error) => void };
let saving: Saving[] = [];
const save = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    saving.push({ text, resolve, reject });
  });

function Box({ stored }: { stored: string }) {
  const { text, onText, failed } = useTyped('a title', stored, save);
  return <input value={text} data-failed={failed} onInput={(event) => onText(event.currentTarget.value)} />;
}

const home = document.createElement('div');
const show = (stored: string): Promise<void> => act(() => render(<Box stored={stored} />, home));
const box = () => home.querySelector('input')!;
const type = (text: string): Promise<void> =>
  act(() => {
    box().value = text;
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });

afterEach(() => {
  render(null, home);
  saving = [];
  localStorage.clear();
});

test('a slow echo of an earlier key does not undo a later one', async () => {
  await show('');
  await type('a');
  await type('ab');
  await show('a');
  expect(box().value).toBe('ab');
  await show('ab');
  await type('abc');
  await show('abc');
  expect(box().value).toBe('abc');
  expect(saving.map(({ text }) => text)).toEqual(['a', 'ab', 'abc']);
});

test('a value from elsewhere shows, also one typed here before', async () => {
  await show('');
  await type('a');
  await show('a');
  await type('ab');
  await show('ab');
  await show('a');
  expect(box().value).toBe('a');
});

test('what did not reach the database before the page died is saved by the next page', async () => {
  await show('old');
  await type('new words');
  render(null, home);
  saving = [];
  await show('old');
  expect(box().value).toBe('new words');
  expect(saving.map(({ text }) => text)).toEqual(['new words']);
  await act(async () => saving[0]!.resolve());
  expect(localStorage).toHaveLength(0);
});

test('a failed save is told and the text stays', async () => {
  await show('');
  await type('words');
  await act(async () => saving[0]!.reject(new Error('QuotaExceededError')));
  expect(box().dataset['failed']).toBe('true');
  expect(box().value).toBe('words');
});
