import type { Entry } from './job-entry.ts';
import { momentOf } from './timeline.ts';

export type FileRow = {
  at: string;
  what: string;
  title: string;
  site: string;
  standing: string;
  before: string;
  after: string;
  why: string;
};

const price = (money: { amount: number; currency: string }): string =>
  `${(money.amount / 100).toFixed(2)} ${money.currency}`;

/** One line a job, newest first, in words that do not change with the language. */
export const fileRows = (entries: readonly Entry[]): FileRow[] =>
  entries
    .toSorted((a, b) => momentOf(b) - momentOf(a))
    .map((entry) => ({
      at: new Date(momentOf(entry)).toISOString(),
      what: entry.work?.is ?? entry.how ?? entry.job.kind,
      title: entry.title,
      site: entry.job.market,
      standing: entry.standing,
      before: entry.work?.is === 'price' ? price(entry.work.from) : '',
      after: entry.work?.is === 'price' ? price(entry.work.to) : '',
      why: entry.job.failure?.code ?? '',
    }));

const columns = ['at', 'what', 'title', 'site', 'standing', 'before', 'after', 'why'] as const;

/** A title such as `=HYPERLINK(…)` is text in every spreadsheet: what could begin a formula is led by an apostrophe. */
const cell = (text: string): string =>
  `"${(/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

export const csvOf = (rows: readonly FileRow[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))].join('\r\n');
