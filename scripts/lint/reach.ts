/** Follows what an entrypoint really loads, over all files, where the table in arrows.ts looks at single imports. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export type Root = { entry: RegExp; never: RegExp; why: string };

export const roots: readonly Root[] = [
  {
    entry: /^extension\/entrypoints\/vinted\.content\/index\.ts$/,
    never: /^(zod|dexie|idb-keyval|openai|hono|extension\/(db|engine|sandbox)\/.*|backend\/.*)$/,
    why: 'the content script must stay small and must not open a database in the page',
  },
  {
    entry: /^extension\/entrypoints\/background(\/index)?\.ts$/,
    never: /^(preact(\/.*)?|@preact\/.*|lucide-preact|@zag-js\/.*|.*\.tsx)$/,
    why: 'the worker must not load the user interface',
  },
];

export type Reader = (path: string) => string | undefined;

/** Reads a file of the project; `undefined` when there is none. */
export const readIn =
  (root: string): Reader =>
  (path) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;

const importStatement =
  /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** What a module loads: relative targets as paths from the project's root, packages by name. */
export function loadedBy(path: string, source: string): string[] {
  const named = [...source.matchAll(importStatement)].filter(([statement]) => !onlyTypes(statement));
  return named.map(([, stated, dynamic]) => resolveImport(path, stated ?? dynamic ?? ''));
}

/** `import { type A, type B } from` loads the module in principle; bundlers drop it, so it does not count. */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined || /^(import|export)\s+\w+\s*,/.test(statement)) return false;
  const stated = names.split(',').filter((name) => name.trim() !== '');
  return stated.length > 0 && stated.every((name) => name.trim().startsWith('type '));
}

export const resolveImport = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? normalize(join(dirname(from), specifier)).replaceAll('\\', '/') : specifier;

/** The chain of imports from the entry to something it must never load; `undefined` = all is well. */
export function findForbiddenChain(entry: string, never: RegExp, read: Reader): string[] | undefined {
  const waiting: string[][] = [[entry]];
  const seen = new Set([entry]);
  for (let chain = waiting.shift(); chain; chain = waiting.shift()) {
    const last = chain.at(-1)!;
    if (last !== entry && never.test(last)) return chain;
    for (const next of loadedBy(last, read(last) ?? '')) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push([...chain, next]);
    }
  }
  return undefined;
}
