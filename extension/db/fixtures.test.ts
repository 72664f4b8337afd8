import 'fake-indexeddb/auto';

import { Dexie } from 'dexie';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { job as jobSchema } from '../../shared/job.ts';
import { Ledger, Wardrobe, Workshop } from './database.ts';

type Fixture = { stores: Record<string, string>; rows: Record<string, object[]> };

const folder = new URL('fixtures/', import.meta.url);
const kinds = [
  { name: 'ledger', open: (name: string) => new Ledger(name) },
  { name: 'workshop', open: (name: string) => new Workshop(name) },
  { name: 'wardrobe', open: (name: string) => new Wardrobe(name) },
] as const;
const versions = kinds.flatMap((kind) =>
  Array.from({ length: kind.open(`${kind.name}-version`).verno }, (_, index) => ({ ...kind, version: index + 1 })),
);
const read = (name: string, version: number): Fixture =>
  JSON.parse(readFileSync(new URL(`${name}-${version}.json`, folder), 'utf8')) as Fixture;

/** A database as that version of the extension left it. */
async function leaveBehind(name: string, version: number, { stores, rows }: Fixture): Promise<void> {
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, kept] of Object.entries(rows)) await old.table(table).bulkAdd(kept);
  old.close();
}

it('has a fixture of every version, and none of any other', () => {
  const wanted = versions.map(({ name, version }) => `${name}-${version}.json`);
  expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
});

it.each(versions)('$name: version $version is opened by this one, with every row', async ({ name, version, open }) => {
  const fixture = read(name, version);
  const database = `${name}-from-${version}`;
  await leaveBehind(database, version, fixture);
  const now = open(database);
  await now.open();
  expect(now.verno).toBe(open(`${name}-version`).verno);
  for (const [table, rows] of Object.entries(fixture.rows))
    expect(await now.table(table).count(), table).toBe(rows.length);
  if (now instanceof Ledger) {
    for (const job of await now.jobs.toArray()) expect(jobSchema.safeParse(job).error).toBeUndefined();
  }
  now.close();
});

it.each(versions)('$name: the fixture of version $version has a row in every table', ({ name, version }) => {
  const { stores, rows } = read(name, version);
  expect(Object.keys(rows).toSorted()).toEqual(Object.keys(stores).toSorted());
  for (const [table, kept] of Object.entries(rows)) expect(kept.length, table).toBeGreaterThan(0);
});

it('takes what the first version had begun as begun, and what it had not as waiting in line', async () => {
  await leaveBehind('ledger-begun', 1, read('ledger', 1));
  const now = new Ledger('ledger-begun');
  expect(await now.jobs.get('begun')).toMatchObject({ status: 'waiting', listingKey: null, ruleId: null });
  expect(await now.jobs.get('new')).toMatchObject({ status: 'queued', notAfter: null });
  now.close();
});
