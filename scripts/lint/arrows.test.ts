import { describe, expect, it } from 'vitest';

import { areas, findArea, mayImport, whyForbidden, whyPackageForbidden, type Area } from './arrows.ts';

/** One file of each area. */
const fileOf: Record<Area, string> = {
  shared: 'shared/draft.ts',
  messaging: 'extension/messaging/messenger.ts',
  db: 'extension/db/database.ts',
  vinted: 'extension/vinted/pages/sell.ts',
  engine: 'extension/engine/pick.ts',
  selling: 'extension/selling/open-steps.ts',
  api: 'extension/api/client.ts',
  feature: 'extension/features/drafts/undo.ts',
  view: 'extension/features/drafts/editor-view.tsx',
  ui: 'extension/ui/button.tsx',
  entrypoint: 'extension/entrypoints/background.ts',
  sandbox: 'extension/sandbox/server.ts',
  backend: 'backend/app.ts',
  tool: 'scripts/start.ts',
};

/** The layering as the design draws it, written out once more so that no line of the table can go unseen. */
const drawn = `
  from       | shared messaging db  vinted engine selling api feature view ui  entrypoint sandbox backend tool
  shared     | yes    -         -   -      -      -       -   -       -    -   -          -       -       -
  messaging  | yes    yes       -   -      -      -       -   -       -    -   -          -       -       -
  db         | yes    -         yes -      -      -       -   -       -    -   -          -       -       -
  vinted     | yes    -         -   yes    -      -       -   -       -    -   -          -       -       -
  engine     | yes    yes       yes -      yes    -       -   -       -    -   -          -       -       -
  selling    | yes    yes       -   -      yes    yes     -   -       -    -   -          -       -       -
  api        | yes    -         -   -      -      -       yes -       -    -   -          -       -       -
  feature    | yes    yes       yes -      yes    yes     yes yes     -    -   -          -       -       -
  view       | yes    yes       yes -      -      -       yes yes     yes  yes -          -       -       -
  ui         | yes    -         -   -      -      -       -   -       -    yes -          -       -       -
  entrypoint | yes    yes       yes yes    yes    yes     yes yes     yes  yes yes        -       -       -
  sandbox    | yes    -         -   -      -      -       -   -       -    -   -          yes     -       -
  backend    | yes    -         -   -      -      -       -   -       -    -   -          -       yes     -
  tool       | yes    yes       yes yes    yes    yes     yes yes     yes  yes yes        yes     yes     yes
`;

const [heads = [], ...rows] = drawn
  .trim()
  .split('\n')
  .map((line) => line.trim().replace('|', '').split(/\s+/));
const cells = rows.flatMap(([from, ...marks]) =>
  marks.map((mark, column) => ({ from: from as Area, to: heads[column + 1] as Area, allowed: mark === 'yes' })),
);

describe('the table of arrows', () => {
  it('draws every area against every area', () => {
    expect(cells).toHaveLength(areas.length ** 2);
    expect(Object.keys(mayImport).toSorted()).toEqual([...areas].toSorted());
  });

  it.each(cells)('$from → $to: allowed is $allowed', ({ from, to, allowed }) => {
    const why = whyForbidden({ from: fileOf[from], to: fileOf[to], typeOnly: false });
    expect(why ?? 'allowed').toMatch(allowed ? /^allowed$/ : /may import only/);
  });

  it.each(Object.entries(fileOf))('knows where %s lies', (area, file) => expect(findArea(file)).toBe(area));
});

const judge = (from: string, to: string, typeOnly = false): string | undefined => whyForbidden({ from, to, typeOnly });
const judgePackage = (from: string, to: string, typeOnly = false): string | undefined =>
  whyPackageForbidden({ from, to, typeOnly });

describe('the exceptions', () => {
  it('keeps features apart, logic and views alike', () => {
    expect(judge('extension/features/drafts/undo.ts', 'extension/features/photos/intake.ts')).toContain(
      'never import each other',
    );
    expect(judge('extension/features/drafts/a.tsx', 'extension/features/photos/b.tsx')).toContain(
      'never import each other',
    );
    expect(judge('extension/features/drafts/a.test.ts', 'extension/features/photos/b.ts')).toContain(
      'never import each other',
    );
  });

  it('opens addresses and country sites to a feature, nothing else of the site', () => {
    expect(judge('extension/features/publish/flow.ts', 'extension/vinted/markets.ts')).toBeUndefined();
    expect(judge('extension/features/publish/flow.ts', 'extension/vinted/urls.ts')).toBeUndefined();
    expect(judge('extension/features/publish/flow.ts', 'extension/vinted/selectors.ts')).toBeDefined();
    expect(judge('extension/features/publish/view.tsx', 'extension/vinted/markets.ts')).toBeDefined();
  });

  it('lets the api client see the types of the backend only', () => {
    expect(judge('extension/api/client.ts', 'backend/app.ts', true)).toBeUndefined();
    expect(judge('extension/api/client.ts', 'backend/app.ts', false)).toBeDefined();
    expect(judge('extension/features/suggest/flow.ts', 'backend/app.ts', true)).toBeDefined();
  });

  it('lets tests use the sandbox, but never the sandbox the adapter', () => {
    expect(judge('extension/vinted/pages/sell.test.ts', 'extension/sandbox/server.ts')).toBeUndefined();
    expect(judge('extension/vinted/pages/sell.ts', 'extension/sandbox/server.ts')).toBeDefined();
    expect(judge('extension/sandbox/server.test.ts', 'extension/vinted/urls.ts')).toBeDefined();
  });

  it('lets a test of a feature render a view of that feature', () => {
    expect(judge('extension/features/drafts/undo.test.ts', 'extension/features/drafts/a.tsx')).toBeUndefined();
    expect(judge('extension/features/drafts/undo.ts', 'extension/features/drafts/a.tsx')).toBeDefined();
  });

  it('asks for a place for a folder it does not know', () => {
    expect(judge('extension/helpers/a.ts', 'shared/draft.ts')).toContain(
      'extension/helpers/a.ts lies in no known area',
    );
    expect(judge('extension/entrypoints/a.ts', 'extension/helpers/b.ts')).toContain('no known area');
  });
});

describe('packages', () => {
  it.each([
    ['shared/draft.ts', 'dexie'],
    ['shared/draft.ts', 'node:fs'],
    ['extension/vinted/read/catalog.ts', 'zod'],
    ['extension/messaging/page-protocol.ts', 'zod'],
    ['extension/vinted/pages/sell.ts', 'dexie'],
    ['extension/vinted/pages/sell.ts', 'idb-keyval'],
    ['extension/features/drafts/undo.ts', 'preact/hooks'],
    ['extension/engine/run.ts', '@preact/signals'],
    ['extension/engine/run.ts', 'node:crypto'],
    ['extension/ui/button.tsx', 'sharp'],
    ['extension/entrypoints/background.ts', 'openai'],
    ['backend/app.ts', 'wxt/browser'],
    ['backend/app.ts', 'preact'],
  ])('%s may not import %s', (from, to) => expect(judgePackage(from, to)).toContain(to));

  it.each([
    ['shared/draft.ts', 'zod'],
    ['shared/draft.test.ts', 'fast-check'],
    ['extension/vinted/read/catalog.ts', 'zod/mini'],
    ['extension/db/database.ts', 'dexie'],
    ['extension/features/drafts/editor.tsx', 'preact'],
    ['extension/sandbox/server.ts', 'node:https'],
    ['extension/engine/run.test.ts', 'node:crypto'],
    ['backend/suggest/model.ts', 'openai'],
  ])('%s may import %s', (from, to) => expect(judgePackage(from, to)).toBeUndefined());

  it('lets a type of zod through where its code may not run', () => {
    expect(judgePackage('extension/vinted/read/catalog.ts', 'zod', true)).toBeUndefined();
  });
});
