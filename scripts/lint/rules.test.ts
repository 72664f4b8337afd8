import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A file that breaks one rule of the house, and the rule. */
const broken: readonly (readonly [rule: string, path: string, source: string])[] = [
  ['house(arrows)', 'extension/vinted/reads-db.ts', "import { a } from '../db/a.ts';\nexport const b = a;"],
  ['house(arrows)', 'extension/engine/hands-on.ts', "export { a } from '../vinted/a.ts';"],
  ['house(arrows)', 'extension/ui/later.ts', "export const a = () => import('../db/a.ts');"],
  ['house(arrows)', 'extension/engine/types.ts', "import type { A } from '../vinted/a.ts';\nexport type B = A;"],
  ['house(arrows)', 'shared/fetches.ts', "import { a } from 'dexie';\nexport const b = a;"],
  ['house(reach)', 'extension/entrypoints/background.ts', "import { a } from './popup/way.ts';\nexport const b = a;"],
  [
    'house(listener-after-await)',
    'extension/engine/late.ts',
    'export async function f(browser: { tabs: { onUpdated: { addListener(l: () => void): void } } }): Promise<void> {\n' +
      '  await Promise.resolve();\n  browser.tabs.onUpdated.addListener(() => {});\n}',
  ],
  ['house(no-barrel)', 'shared/barrel.ts', "export * from './a.ts';"],
  ['house(no-enum)', 'shared/choice.ts', 'export enum Choice { A }'],
  ['eslint(max-lines)', 'shared/long.ts', 'export const a = 1;\n'.replace('a', 'b') + '// why\n'.repeat(301)],
  ['house(function-length)', 'shared/long-function.ts', `export function f(): void {\n${'  void 0;\n'.repeat(51)}}`],
  ['house(function-length)', 'extension/ui/long.tsx', `export function F() {\n${'  void 0;\n'.repeat(121)}}`],
  [
    'house(function-length)',
    'shared/long-part.ts',
    `export function f() {\n  return {\n    g(): void {\n${'      void 0;\n'.repeat(51)}    },\n  };\n}`,
  ],
  ['eslint(no-restricted-properties)', 'shared/clock.ts', 'export const a = Date.now();'],
  ['eslint(no-restricted-properties)', 'shared/dice.ts', 'export const a = Math.random();'],
  ['eslint(no-restricted-properties)', 'backend/env.ts', "export const a = process.env['A'];"],
  ['eslint(no-restricted-properties)', 'extension/ui/html.ts', "export const f = (e: Element) => (e.innerHTML = '');"],
  [
    'eslint(no-restricted-properties)',
    'extension/entrypoints/html.ts',
    "export const f = (e: Element) => (e.innerHTML = '');",
  ],
  ['eslint(no-console)', 'backend/says.ts', "console.log('a');"],
  ['eslint(no-eval)', 'shared/evals.ts', "eval('1');"],
  [
    'react(no-danger)',
    'extension/ui/danger.tsx',
    "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;",
  ],
  ['import(no-default-export)', 'shared/default.ts', 'export default 1;'],
  ['typescript(no-explicit-any)', 'shared/any.ts', 'export const a = (b: any): string => String(b);'],
  ['typescript(no-floating-promises)', 'shared/floating.ts', 'export function f(): void {\n  Promise.resolve();\n}'],
  ['unicorn(filename-case)', 'shared/camelCase.ts', 'export const a = 1;'],
];

/** What the broken files lean on; nothing in them may be reported. */
const sound: Record<string, string> = {
  'extension/db/a.ts': 'export const a = 1;',
  'extension/vinted/a.ts': 'export const a = 1;\nexport type A = number;',
  'shared/a.ts': 'export const a = 1;',
  'extension/entrypoints/popup/way.ts': "import { Screen } from '../../ui/screen.tsx';\nexport const a = Screen;",
  'extension/ui/screen.tsx': 'export const Screen = (): null => null;',
  'extension/engine/early.ts':
    'type Event = { addListener(l: () => void): void };\nexport async function f(tabs: { onUpdated: Event }): Promise<void> {\n' +
    '  tabs.onUpdated.addListener(() => {});\n  await Promise.resolve();\n}',
  'shared/factory.ts': `export function f() {\n  return {\n${'abc'.replaceAll(/./g, (name) => `    ${name}(): void {\n${'      void 0;\n'.repeat(20)}    },\n`)}  };\n}`,
  'backend/server.ts': "export const a = process.env['A'];",
  'scripts/clock.ts': 'export const a = Date.now();',
  'vite.config.ts': 'export default {};',
  'shared/a.test.ts': 'export const a = Date.now();',
  'extension/ui/tall.tsx': `export function F(): null {\n${'  void 0;\n'.repeat(100)}  return null;\n}`,
};

type Found = { code: string; filename: string };
const folder = mkdtempSync(join(tmpdir(), 'house-rules-'));
let found: Found[] = [];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as { jsPlugins: string[] };
  write('.oxlintrc.json', JSON.stringify({ ...config, jsPlugins: config.jsPlugins.map((path) => resolve(path)) }));
  write('tsconfig.json', readFileSync('tsconfig.json', 'utf8'));
  for (const [, path, source] of broken) write(path, source);
  for (const [path, source] of Object.entries(sound)) write(path, source);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const oxlint = resolve('node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-f', 'json'], { cwd: folder, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  found = (JSON.parse(stdout) as { diagnostics: Found[] }).diagnostics;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter', () => {
  it.each(broken)('reports %s in %s', (rule, path) => {
    expect(found.filter(({ filename }) => filename === path).map(({ code }) => code)).toContain(rule);
  });

  it.each(Object.keys(sound))('has nothing against %s', (path) => {
    expect(found.filter(({ filename }) => filename === path).map(({ code }) => code)).toEqual([]);
  });
});
