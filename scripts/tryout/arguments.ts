import { parseArgs } from 'node:util';

export type Arguments = {
  headless: boolean;
  photos: string | null;
  out: string;
  defaults: string | null;
  /** Host of the site to fill in, e.g. `www.vinted.fr`. */
  market: string;
  /** Port of another site on this machine that answers for Vinted's hosts, instead of the sandbox. */
  sitePort: number | null;
  rebuild: boolean;
};

export const usage = `npm start -- [options]
  --headless        no window: run the whole way, write what was made, end
  --photos DIR      photos to start from (default: drawn samples)
  --out DIR         where drafts.json, listings.json, pictures and timings go (default: out)
  --defaults FILE   the seller's own choices as JSON (shape: shared/defaults.ts, example: docs/defaults.example.json)
  --market HOST     www.vinted.fr, www.vinted.de … (default: www.vinted.fr)
  --site-port PORT  another pretend Vinted on this machine, answering as HTTPS
  --no-build        use dist/chrome-mv3 as it is`;

/** Reads the command line; throws with what was wrong. */
export function readArguments(given: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...given],
    options: {
      headless: { type: 'boolean', default: false },
      photos: { type: 'string' },
      out: { type: 'string', default: 'out' },
      defaults: { type: 'string' },
      market: { type: 'string', default: 'www.vinted.fr' },
      'site-port': { type: 'string' },
      'no-build': { type: 'boolean', default: false },
    },
  });
  const port = values['site-port'];
  if (port !== undefined && !/^\d{2,5}$/.test(port)) throw new Error(`--site-port must be a port, not "${port}".`);
  return {
    headless: values.headless,
    photos: values.photos ?? null,
    out: values.out,
    defaults: values.defaults ?? null,
    market: values.market,
    sitePort: port === undefined ? null : Number(port),
    rebuild: !values['no-build'],
  };
}
