/** Which part of the project may import which: the only place where this table is kept (docs/architecture.md shows it). */

export const areas = [
  'shared',
  'messaging',
  'db',
  'vinted',
  'engine',
  'selling',
  'api',
  'feature',
  'view',
  'ui',
  'entrypoint',
  'sandbox',
  'backend',
  'tool',
] as const;
export type Area = (typeof areas)[number];

const everythingOfTheExtension: readonly Area[] = [
  'shared',
  'messaging',
  'db',
  'vinted',
  'engine',
  'selling',
  'api',
  'feature',
  'view',
  'ui',
  'entrypoint',
];

/** `feature` is a feature's `*.ts`, `view` its `*.tsx`; a worker that imports the first must not load the second. */
export const mayImport: Readonly<Record<Area, readonly Area[]>> = {
  shared: ['shared'],
  messaging: ['shared', 'messaging'],
  db: ['shared', 'db'],
  vinted: ['shared', 'vinted'],
  engine: ['shared', 'messaging', 'db', 'engine'],
  selling: ['shared', 'messaging', 'engine', 'selling'],
  api: ['shared', 'api'],
  feature: ['shared', 'messaging', 'db', 'engine', 'selling', 'feature', 'api'],
  view: ['shared', 'messaging', 'db', 'feature', 'view', 'ui', 'api'],
  ui: ['shared', 'ui'],
  entrypoint: everythingOfTheExtension,
  sandbox: ['shared', 'sandbox'],
  backend: ['shared', 'backend'],
  tool: areas,
};

/** First match wins. A code file that no line names is reported, so that a new folder gets its place in the table. */
const places: readonly (readonly [path: RegExp, area: Area])[] = [
  [/^shared\//, 'shared'],
  [/^backend\//, 'backend'],
  [/^(scripts|bench)\//, 'tool'],
  [/^[^/]+$/, 'tool'],
  [/^extension\/e2e\//, 'tool'],
  [/^extension\/locales\//, 'tool'],
  [/^extension\/sandbox\//, 'sandbox'],
  [/^extension\/messaging\//, 'messaging'],
  [/^extension\/db\//, 'db'],
  [/^extension\/vinted\//, 'vinted'],
  [/^extension\/engine\//, 'engine'],
  [/^extension\/selling\//, 'selling'],
  [/^extension\/api\//, 'api'],
  [/^extension\/ui\//, 'ui'],
  [/^extension\/features\/[^/]+\/.*\.tsx$/, 'view'],
  [/^extension\/features\/[^/]+\//, 'feature'],
  [/^extension\/entrypoints\//, 'entrypoint'],
  [/^extension\/flows\.ts$/, 'entrypoint'],
];

export const findArea = (path: string): Area | undefined => places.find(([place]) => place.test(path))?.[1];

const featureOf = (path: string): string | undefined => /^extension\/features\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** What a feature may know of the site: addresses and country sites, never pages or selectors. */
const openToFeatures = /^extension\/vinted\/(urls|markets)\.ts$/;

export type Import = { from: string; to: string; typeOnly: boolean };

/** Why this file may not import that file, both as paths from the project's root; `undefined` = it may. */
export function whyForbidden({ from, to, typeOnly }: Import): string | undefined {
  const [source, target] = [findArea(from), findArea(to)];
  if (!source || !target)
    return `${source ? to : from} lies in no known area: give its folder a line in scripts/lint/arrows.ts`;
  if (featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to)) return 'features never import each other';
  if (mayImport[source].includes(target)) return undefined;
  if (source === 'feature' && target === 'vinted' && openToFeatures.test(to)) return undefined;
  if (source === 'api' && target === 'backend' && typeOnly) return undefined;
  if (isTest(from) && isForTests(target, from, to)) return undefined;
  return `${source} may import only ${mayImport[source].join(', ')}; ${to} is ${target}`;
}

/** Tests may also use the sandbox, the end-to-end support and, within their own feature, its views. */
function isForTests(target: Area, from: string, to: string): boolean {
  return (
    target === 'sandbox' || to.startsWith('extension/e2e/') || (target === 'view' && featureOf(from) === featureOf(to))
  );
}

type PackageRule = { areas: readonly Area[]; banned: RegExp; why: string; inTests: boolean; evenTypes: boolean };

const withoutScreen: readonly Area[] = ['shared', 'messaging', 'db', 'vinted', 'engine', 'selling', 'api', 'feature'];
const inBrowser: readonly Area[] = [...everythingOfTheExtension];

const packageRules: readonly PackageRule[] = [
  {
    areas: ['shared'],
    banned: /^(?!zod(\/mini)?$)/,
    why: 'shared imports zod and nothing else',
    inTests: false,
    evenTypes: true,
  },
  {
    areas: ['vinted', 'messaging'],
    banned: /^zod$/,
    why: 'runs in the page, where all of zod costs 53 ms: use zod/mini or nothing',
    inTests: false,
    evenTypes: false,
  },
  {
    areas: withoutScreen,
    banned: /^(preact|lucide-preact|@preact\/|@zag-js\/|react|chart)/,
    why: 'would bring the user interface into the worker',
    inTests: false,
    evenTypes: true,
  },
  {
    areas: ['vinted'],
    banned: /^(dexie|idb-keyval)/,
    why: "a content script's IndexedDB belongs to the page",
    inTests: false,
    evenTypes: true,
  },
  {
    areas: ['backend'],
    banned: /^(wxt|webextension-polyfill|preact|dexie)/,
    why: 'the backend knows no browser',
    inTests: true,
    evenTypes: true,
  },
  {
    areas: inBrowser,
    banned: /^(node:|@hono\/node-server|drizzle-orm|pg|sharp|onnxruntime-node|openai|pino)/,
    why: 'not there in a browser',
    inTests: false,
    evenTypes: false,
  },
];

/** Why this file may not import that package; `undefined` = it may. */
export function whyPackageForbidden({ from, to, typeOnly }: Import): string | undefined {
  const area = findArea(from);
  const rule = packageRules.find(
    (rule) =>
      area !== undefined &&
      rule.areas.includes(area) &&
      rule.banned.test(to) &&
      (rule.evenTypes || !typeOnly) &&
      (rule.inTests || !isTest(from)),
  );
  return rule && `${area} may not import ${to}: ${rule.why}`;
}
