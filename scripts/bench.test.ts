import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listBenches, runBench } from './bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));

beforeAll(() => {
  writeFileSync(
    join(folder, 'fast.ts'),
    '/** Ours against a script. */\nexport const run = async () => ({ ok: true });',
  );
  writeFileSync(
    join(folder, 'slow.ts'),
    '/**\n * Ours against a tortoise.\n */\nexport const run = async () => ({ ok: false });',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ran(...given: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runBench(folder, given, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('npm run bench', () => {
  it('lists what there is, each with what it is about', () => {
    expect(listBenches(folder)).toEqual([
      { name: 'fast', about: 'Ours against a script.' },
      { name: 'slow', about: 'Ours against a tortoise.' },
    ]);
    expect(listBenches(join(folder, 'gone'))).toEqual([]);
  });

  it('explains itself when no name is given', async () => {
    expect(await ran()).toMatchObject({
      code: 0,
      said: expect.stringContaining('fast  Ours against a script.') as string,
    });
  });

  it('does not take a name it does not know for a success', async () => {
    expect(await ran('../fast')).toMatchObject({ code: 2 });
  });

  it('ends with the verdict, and with its exit code', async () => {
    expect(await ran('fast')).toEqual({ code: 0, said: '\nfast: held' });
    expect(await ran('slow')).toEqual({ code: 1, said: '\nslow: MISSED' });
  });
});
