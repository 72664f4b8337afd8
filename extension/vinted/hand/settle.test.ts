// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';

import { pause, quiet, stable, until } from './settle.ts';

const wait = (budget: number, signal = new AbortController().signal) => ({ root: document, signal, budget });

beforeEach(() => document.body.replaceChildren());

it('sees what is there at once', async () => expect(await until(() => 'there', wait(0))).toBe('there'));

it('answers as soon as the page changes', async () => {
  const seen = until(() => document.querySelector('p'), wait(5_000));
  document.body.append(document.createElement('p'));
  expect(await seen).toBeInstanceOf(HTMLParagraphElement);
});

it('sees a change that makes no mutation', async () => {
  const input = document.createElement('input');
  document.body.append(input);
  const seen = until(() => input.value, wait(5_000));
  input.value = 'late';
  expect(await seen).toBe('late');
});

it('gives up when the budget is spent', async () => expect(await until(() => false, wait(20))).toBeUndefined());

it('stops when told to', async () => {
  const end = new AbortController();
  const waiting = until(() => false, wait(60_000, end.signal));
  end.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  await expect(pause(60_000, end.signal)).rejects.toThrow('stopped');
  await expect(until(() => true, wait(1, end.signal))).rejects.toThrow('stopped');
});

it('waits for a node the page has stopped replacing', async () => {
  const first = document.createElement('i');
  const second = document.createElement('i');
  document.body.append(first);
  const found = stable(() => document.querySelector('i'), wait(2_000));
  await Promise.resolve();
  first.replaceWith(second);
  expect(await found).toBe(second);
});

it('tells a page at rest from one that keeps moving', async () => {
  expect(await quiet(10, wait(2_000))).toBe(true);
  const timer = setInterval(() => document.body.append('.'), 2);
  expect(await quiet(60, wait(120))).toBe(false);
  clearInterval(timer);
});
