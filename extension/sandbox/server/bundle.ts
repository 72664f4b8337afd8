import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const sandboxFolder = join(import.meta.dirname, '..');
const cacheFolder = join(sandboxFolder, '../../node_modules/.cache/vintedbot-sandbox');

export type Bundle = { script: string; style: string };

async function sourceHash(): Promise<string> {
  const files = (await readdir(sandboxFolder, { recursive: true })).filter((name) =>
    /^(site\/.*|[^/]*|server\/bundle)\.(tsx?|css)$/.test(name),
  );
  const hash = createHash('sha256');
  for (const name of files.toSorted()) hash.update(name).update(await readFile(join(sandboxFolder, name)));
  return hash.digest('hex').slice(0, 24);
}

async function compile(): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root: sandboxFolder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Said outright: where NODE_ENV is `test` Vite would write development calls that production React does not have.
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(sandboxFolder, 'site/main.tsx'), formats: ['es'], fileName: 'site' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (!chunk) throw new Error('the sandbox page did not compile');
  return chunk.code;
}

/** The React page, built once per change of its sources and kept under node_modules/.cache. */
export async function loadBundle(): Promise<Bundle> {
  const style = await readFile(join(sandboxFolder, 'site/site.css'), 'utf8');
  const file = join(cacheFolder, `${await sourceHash()}.js`);
  const cached = await readFile(file, 'utf8').catch(() => null);
  if (cached !== null) return { script: cached, style };
  const script = await compile();
  await mkdir(cacheFolder, { recursive: true });
  // Written aside and moved, so that two sandboxes starting together never read half a file.
  const half = `${file}.${process.pid}`;
  await writeFile(half, script);
  await rename(half, file);
  return { script, style };
}
