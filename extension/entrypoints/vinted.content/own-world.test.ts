import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const inThePage = '{vinted,messaging,features/panel,entrypoints/vinted.content}/**/*.{ts,tsx}';

/** Lines of the code that runs in Vinted's pages. */
const lines = globSync(`extension/${inThePage}`, { cwd: root, exclude: ['**/*.test.*'] }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((text, at) => ({ where: `${file}:${at + 1}`, text })),
);
const saying = (words: RegExp): string[] => lines.flatMap(({ where, text }) => (words.test(text) ? where : []));

it('is read whole: the content script itself is among the lines', () => {
  expect(saying(/defineContentScript\(/)).toHaveLength(1);
});

it('no message of the page’s window is heard or sent', () => {
  expect(saying(/['"]message['"]|onmessage|postMessage|BroadcastChannel|MessageChannel/)).toEqual([]);
});

it('nothing of ours runs in the page’s own world', () => {
  expect(
    saying(/\bworld\s*:|injectScript|executeScript|wrappedJSObject|createElement\(['"]script|exportFunction/),
  ).toEqual([]);
});

it('no port is opened or answered', () => {
  const background = globSync('extension/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.test.*'] });
  const ports = background.filter((file) =>
    /\bonConnect\b|\b(runtime|tabs)\.connect\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(ports).toEqual([]);
});
