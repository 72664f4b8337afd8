import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { eventWords } from './journal-words.ts';

/** Every event the engine and its helpers write, read from their source: a new one without words fails here. */
const sources = [
  'engine/engine.ts',
  'engine/verdict.ts',
  'engine/store.ts',
  'engine/recover.ts',
  'engine/choose.ts',
  'engine/restore.ts',
  'features/publish/answer.ts',
];
const events = new Set(
  sources
    .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
    .flatMap((text) => [...text.matchAll(/event: (?:settling \? )?'([a-z-]+)'(?: : '([a-z-]+)')?|\}, '([a-z-]+)'/g)])
    .flatMap((match) => match.slice(1).filter((one) => one !== undefined)),
);

it('finds the events of the engine', () => {
  expect([...events]).toEqual(
    expect.arrayContaining(['queued', 'settling', 'started', 'done', 'recovered', 'answered']),
  );
});

it.each([...events])('has a sentence for %s', (event) => {
  expect(eventWords({ event })).toMatch(/^[A-Z].{3}/);
});

it('tells a counted event without its account', () => {
  expect(eventWords({ event: 'counts:publish:www.vinted.fr:7' })).toBe('Counted against the daily limit');
  expect(eventWords({ event: 'counts-not:publish:www.vinted.fr:7' })).toBe(
    'Taken back from the daily limit: nothing was written',
  );
});

it('shows an unknown event by its name', () => {
  expect(eventWords({ event: 'danced' })).toBe('danced');
});
