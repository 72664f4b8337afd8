// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';

import { useOwnText } from './use-own-text.tsx';

function Box({ stored }: { stored: string }) {
  const [text, type] = useOwnText(stored);
  return <input value={text} onInput={(event) => type(event.currentTarget.value, event.currentTarget.value.trim())} />;
}

const home = document.createElement('div');
const show = (stored: string): Promise<void> => act(() => render(<Box stored={stored} />, home));
const box = () => home.querySelector('input')!;
const type = (text: string): Promise<void> =>
  act(() => {
    box().value = text;
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });

afterEach(() => render(null, home));

test('a key typed meanwhile survives the echo of the one before, also where blanks are not stored', async () => {
  await show('');
  for (const text of ['128', '128 ', '128 G', '128 Go']) await type(text);
  for (const echo of ['128', '128 G', '128 Go']) {
    await show(echo);
    expect(box().value).toBe('128 Go');
  }
});

test('what came from elsewhere shows', async () => {
  await show('');
  await type('128 Go');
  await show('128 Go');
  await show('256 Go');
  expect(box().value).toBe('256 Go');
});
