import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { environment, readConfig } from '../backend/config.ts';

const pages = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/backend.md', 'docs/decisions.md'];
const read = (path: string): string => readFileSync(path, 'utf8');

describe('docs/backend.md', () => {
  const described = new Map(
    [...read('docs/backend.md').matchAll(/^\| `([A-Z_]+)`\s*\| (.*?)\s*\|/gm)].map(([, name, value]) => [name, value]),
  );

  it('describes every setting and no other', () => {
    expect(new Set(described.keys())).toEqual(new Set(Object.keys(environment.shape)));
  });

  it.each(Object.entries(readConfig({})))('tells the default of %s', (name, value) => {
    expect(described.get(name)).toBe(`\`${String(value)}\``);
  });
});

describe('the documents', () => {
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target = '']) => ({ page, target })),
  );
  it.each(links)('$page links to $target', ({ page, target }) => {
    expect(existsSync(join(dirname(page), target))).toBe(true);
  });

  it('lists only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
