import { PGlite } from '@electric-sql/pglite';

/** What a backend writes down on the way of an analysis, by the statement that does it. */
const writings: readonly (readonly [RegExp, string])[] = [
  [/^insert into "devices"/, 'device'],
  [/^insert into "bulk_jobs"/, 'job'],
  [/^insert into "bulk_photos"/, 'photo'],
  [/^insert into "bulk_items"/, 'items'],
  [/^\s*(with .* )?insert into pgboss\.(?!version|queue|schedule|subscription)/is, 'tasks'],
  [/^update "bulk_items" set "enqueued"/, 'tasks noted'],
  [/^update "bulk_items" set .*"runs" = /, 'run'],
  [/^insert into "bulk_usage"/, 'usage'],
  [/^insert into "bulk_drafts"/, 'answer'],
  [/^update "bulk_items" set "state" = .*"claim" = /, 'item closed'],
];

/** Calls `report` before each such statement and after its commit, and waits for it: whoever hears can kill right there. */
export function reportStatements(report: (step: string) => Promise<void>): void {
  const whole = PGlite.prototype.execProtocolStream;
  let inTransaction = false;
  let written: string | null = null;
  PGlite.prototype.execProtocolStream = async function (message, options) {
    const [kind] = message;
    const text = kind === parse || kind === query ? textOf(message) : '';
    if (kind === query && /^begin/i.test(text)) inTransaction = true;
    const writing = kind === parse ? (writings.find(([pattern]) => pattern.test(text))?.[1] ?? null) : null;
    if (writing) await report(`backend writes ${writing}`);
    written = writing ?? written;
    const answer = await whole.call(this, message, options);
    const isEnd = kind === query ? /^(commit|rollback)/i.test(text) : kind === sync && !inTransaction;
    if (!isEnd) return answer;
    inTransaction = false;
    const done = written;
    written = null;
    if (done && !/^rollback/i.test(text)) await report(`backend wrote ${done}`);
    return answer;
  };
}

const [parse, query, sync] = ['P', 'Q', 'S'].map((letter) => letter.charCodeAt(0));

/** Of a `Parse` (name, then text) or a `Query` message of the protocol. */
function textOf(message: Uint8Array): string {
  const start = message[0] === parse ? message.indexOf(0, 5) + 1 : 5;
  return Buffer.from(message.subarray(start, message.indexOf(0, start))).toString('utf8');
}
