/** The project's own lint rules, loaded by oxlint through `.oxlintrc.json`. */
import { relative } from 'node:path';

import { whyForbidden, whyPackageForbidden } from './arrows.ts';
import { findForbiddenChain, readIn, resolveImport, roots } from './reach.ts';

type Place = { start: { line: number }; end: { line: number } };
type Node = { type: string; parent?: Node; loc: Place; [key: string]: unknown };
type Context = {
  filename: string;
  cwd: string;
  options: readonly unknown[];
  report(problem: { node: Node; message: string }): void;
};
type Visitor = Record<string, (node: Node) => void>;
type Rule = { meta?: { schema: object[] }; create(context: Context): Visitor };

const pathOf = (context: Context): string => relative(context.cwd, context.filename).replaceAll('\\', '/');

/** Every import and re-export against the table of arrows. */
const arrows: Rule = {
  create(context) {
    const from = pathOf(context);
    const judge = (node: Node): void => {
      const specifier = (node['source'] as { value?: unknown } | null)?.value;
      if (typeof specifier !== 'string') return;
      const asked = { from, to: resolveImport(from, specifier), typeOnly: isTypeOnly(node) };
      const message = specifier.startsWith('.') ? whyForbidden(asked) : whyPackageForbidden(asked);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: judge,
      ExportNamedDeclaration: judge,
      ExportAllDeclaration: judge,
      ImportExpression: judge,
    };
  },
};

function isTypeOnly(node: Node): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = (node['specifiers'] ?? []) as Node[];
  return (
    specifiers.length > 0 && specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type')
  );
}

/** What the content script and the worker load in the end. */
const reach: Rule = {
  create(context) {
    const path = pathOf(context);
    const root = roots.find(({ entry }) => entry.test(path));
    if (!root) return {};
    return {
      Program(node) {
        const chain = findForbiddenChain(path, root.never, readIn(context.cwd));
        if (chain) context.report({ node, message: `${root.why}: ${chain.join(' → ')}` });
      },
    };
  },
};

/** A listener added after an `await` misses the event that woke the worker (reliability.md §1.1). */
const listenerAfterAwait: Rule = {
  create(context) {
    const awaited: boolean[] = [];
    const open = (): void => void awaited.push(false);
    const close = (): void => void awaited.pop();
    return {
      FunctionDeclaration: open,
      FunctionExpression: open,
      ArrowFunctionExpression: open,
      'FunctionDeclaration:exit': close,
      'FunctionExpression:exit': close,
      'ArrowFunctionExpression:exit': close,
      'AwaitExpression:exit': () => {
        if (awaited.length > 0) awaited[awaited.length - 1] = true;
      },
      CallExpression(node) {
        if (!awaited.at(-1) || !isBrowserEvent(node['callee'] as Node)) return;
        context.report({
          node,
          message: 'addListener after an await misses the event that woke the worker: register first',
        });
      },
    };
  },
};

/** `something.onMessage.addListener`: the shape of every extension event. */
function isBrowserEvent(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || nameOf(callee['property']) !== 'addListener') return false;
  const event = callee['object'] as Node;
  return event.type === 'MemberExpression' && /^on[A-Z]/.test(nameOf(event['property']));
}

const nameOf = (node: unknown): string => (node as { name?: string }).name ?? '';

/**
 * Lines of a function, without those of the named functions and methods inside it: a factory that returns an object
 * is measured by its parts (its file still has its own limit), a callback counts as part of where it stands.
 */
const functionLength: Rule = {
  meta: { schema: [{ type: 'integer' }] },
  create(context) {
    const most = Number(context.options[0] ?? 50);
    const inside: number[] = [];
    const open = (): void => void inside.push(0);
    const close = (node: Node): void => {
      const all = node.loc.end.line - node.loc.start.line + 1;
      const own = all - (inside.pop() ?? 0);
      if (own > most)
        context.report({ node, message: `${own} lines of its own, at most ${most}: which two things is this?` });
      if (inside.length > 0 && isNamedPart(node)) inside[inside.length - 1] = (inside.at(-1) ?? 0) + all;
    };
    return {
      FunctionDeclaration: open,
      FunctionExpression: open,
      ArrowFunctionExpression: open,
      'FunctionDeclaration:exit': close,
      'FunctionExpression:exit': close,
      'ArrowFunctionExpression:exit': close,
    };
  },
};

const isNamedPart = ({ type, parent }: Node): boolean =>
  type === 'FunctionDeclaration' || ['Property', 'MethodDefinition', 'VariableDeclarator'].includes(parent?.type ?? '');

/** A file that hands on another file's exports pulls everything behind it into whoever imports one thing. */
const noBarrel: Rule = {
  create: (context) => ({
    ExportAllDeclaration: (node) =>
      context.report({ node, message: 'no barrels: import from the file that defines it' }),
  }),
};

/** The keyword is also refused by tsc (`erasableSyntaxOnly`); here it is seen while typing, with the reason. */
const noEnum: Rule = {
  create: (context) => ({
    TSEnumDeclaration: (node) =>
      context.report({ node, message: 'no enum: a union of literals needs no code at run time' }),
  }),
};

// oxlint reads a plugin from the default export.
export default {
  meta: { name: 'house' },
  rules: {
    arrows,
    reach,
    'listener-after-await': listenerAfterAwait,
    'function-length': functionLength,
    'no-barrel': noBarrel,
    'no-enum': noEnum,
  },
};
