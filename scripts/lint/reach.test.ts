import { globSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { findForbiddenChain, loadedBy, roots } from './reach.ts';

const never = /^(zod|.*\.tsx)$/;
const chainIn = (files: Record<string, string>): string[] | undefined =>
  findForbiddenChain('extension/a.ts', never, (path) => files[path]);

describe('loadedBy', () => {
  it.each([
    ["import { a } from './b.ts';", ['extension/b.ts']],
    ["import * as z from 'zod';", ['zod']],
    ["import '../x.css';", ['x.css']],
    ["export { a } from './b.ts';", ['extension/b.ts']],
    ["export * from './b.ts';", ['extension/b.ts']],
    ["import {\n  a,\n  type B,\n} from './b.ts';", ['extension/b.ts']],
    ["const a = await import('./b.ts');", ['extension/b.ts']],
    ["import type { A } from './b.ts';", []],
    ["export type { A } from './b.ts';", []],
    ["import { type A, type B } from './b.ts';", []],
    ["export const text = 'import';\nconst from = 'zod';", []],
  ])('%s', (source, loaded) => expect(loadedBy('extension/a.ts', source)).toEqual(loaded));
});

describe('findForbiddenChain', () => {
  it('names the way to what must not be loaded', () => {
    const files = {
      'extension/a.ts': "import { b } from './b.ts';\nimport type { D } from './d.tsx';",
      'extension/b.ts': "import { c } from '../shared/c.ts';",
      'shared/c.ts': "import * as z from 'zod';",
    };
    expect(chainIn(files)).toEqual(['extension/a.ts', 'extension/b.ts', 'shared/c.ts', 'zod']);
  });

  it('is content with types, and ends on a cycle', () => {
    const files = {
      'extension/a.ts': "import { b } from './b.ts';\nimport * as z from 'zod/mini';",
      'extension/b.ts': "import { a } from './a.ts';\nimport type { C } from '../shared/c.ts';",
      'shared/c.ts': "import * as z from 'zod';",
    };
    expect(chainIn(files)).toBeUndefined();
  });

  it.each(roots)('watches exactly one entrypoint that exists: $entry', ({ entry }) => {
    expect(globSync('extension/entrypoints/**/*.ts').filter((path) => entry.test(path))).toHaveLength(1);
  });

  it('refuses zod, databases and screens where they do not belong', () => {
    const [page, worker] = roots;
    for (const loaded of ['zod', 'dexie', 'extension/db/settings.ts', 'extension/engine/run.ts']) {
      expect(page?.never.test(loaded)).toBe(true);
    }
    for (const loaded of ['preact', 'preact/hooks', 'extension/ui/button.tsx'])
      expect(worker?.never.test(loaded)).toBe(true);
    expect(page?.never.test('zod/mini')).toBe(false);
  });
});
