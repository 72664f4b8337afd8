/** From stored jobs to what a seller sees of them: how each stands and what can be done. Pure; owns no words. */
import * as z from 'zod';

import type { Account } from '../../db/database.ts';
import { ceilings, countedEvent, dayLimit, type DayLimit } from '../../engine/ceilings.ts';
import { accountKey, isHeld } from '../../engine/pause.ts';
import { findMarket } from '../../vinted/markets.ts';
import type { Job } from '../../../shared/job.ts';
import { isUndoable, listingWorkOf, type ListingWork } from './listing-work.ts';

export type Standing =
  | 'needs-you'
  | 'running'
  | 'checking'
  | 'paused'
  | 'held'
  /** The limit of the day is reached. */
  | 'limit'
  | 'next'
  | 'later'
  | 'done'
  | 'failed'
  | 'stopped';
export type EntryAction =
  | 'retry'
  | 'pressed'
  | 'fill-form'
  | 'it-is-there'
  | 'it-is-not-there'
  | 'resume-account'
  | 'stop'
  | 'undo'
  | 'again'
  | 'open-draft';
export type How = 'publish' | 'draft' | 'fill';

export type Entry = {
  job: Job;
  /** Empty when neither draft nor form told one. */
  title: string;
  /** How a draft goes out; null for a job about anything else. */
  how: How | null;
  /** What is changed of a listing that is online; null for a job about a draft. */
  work: ListingWork | null;
  standing: Standing;
  /** When it goes on, where it waits for a moment. */
  from: number | null;
  /** How many of how many, where the limit of the day holds it. */
  limit: DayLimit | null;
  /** Account to re-arm, and the wall it met. */
  account: Account | null;
  /** The listing on Vinted, once its id is known. */
  link: string | null;
  actions: readonly EntryAction[];
};

export type Surroundings = {
  accounts: readonly Account[];
  /** The red button is pressed. */
  stopped: boolean;
  now: number;
  titles: ReadonlyMap<string, string>;
  /** When something was counted against a ceiling, by the journal's event; empty where no ceiling holds. */
  counted: ReadonlyMap<string, readonly number[]>;
};

/** Of a job's own input and state only what is shown; each kind of job owns the rest. */
const shownInput = z.object({ how: z.enum(['publish', 'draft', 'fill']) });
const namedInput = z.object({ title: z.string() });
const shownState = z.object({
  form: z.nullish(z.object({ title: z.nullish(z.string()) })),
  itemId: z.nullish(z.string().regex(/^\d{1,15}$/)),
});

export function entryOf(job: Job, around: Surroundings): Entry {
  const input = shownInput.safeParse(job.input);
  const state = shownState.safeParse(job.state);
  const work = listingWorkOf(job);
  const how = work ? null : (input.data?.how ?? null);
  const limit = how === 'publish' ? limitOf(job, around) : null;
  const standing = standingOf(job, around, limit);
  const account = standing === 'paused' ? pausedAccountOf(job, around.accounts) : null;
  return {
    job,
    title: titleOf(job, around.titles) || state.data?.form?.title || '',
    how,
    work,
    standing,
    from: standing === 'later' ? job.notBefore : standing === 'limit' ? (limit?.until ?? null) : null,
    limit: standing === 'limit' ? limit : null,
    account,
    link: linkTo(job, state.data?.itemId),
    actions: actionsOf(job, standing, account, work),
  };
}

const titleOf = ({ draftId, listingKey, input }: Job, titles: Surroundings['titles']): string =>
  titles.get(draftId ?? '') || titles.get(listingKey ?? '') || namedInput.safeParse(input).data?.title || '';

const linkTo = ({ market, status }: Job, itemId: string | null | undefined): string | null =>
  status === 'done' && itemId && findMarket(market) ? `https://${market}/items/${itemId}` : null;

/** Closer than this is "next": nobody reads a clock for it. */
const soon = 15_000;

function standingOf(job: Job, { accounts, stopped, now }: Surroundings, limit: DayLimit | null): Standing {
  if (job.status === 'needs-user') return 'needs-you';
  if (job.status === 'running' || job.status === 'done' || job.status === 'failed' || job.status === 'stopped')
    return job.status;
  if (isHeld(job, paused(accounts))) return 'paused';
  if (stopped) return 'held';
  if (job.status === 'unsettled') return 'checking';
  if (limit) return 'limit';
  return job.notBefore - now > soon ? 'later' : 'next';
}

/** What the engine asks before it begins a publication and before its last click; nothing in between waits for it. */
function limitOf(job: Job, { accounts, counted, now }: Surroundings): DayLimit | null {
  if (job.status !== 'queued' && job.step !== 'submit') return null;
  const member = job.memberId ?? lastSeenOn(job.market, accounts);
  const times = counted.get(countedEvent('publish', accountKey(job.market, member))) ?? [];
  return dayLimit(
    ceilings.publish.perDay,
    times.toSorted((a, b) => a - b),
    now,
  );
}

/** Whom a job will most likely run as, while nobody is pinned to it yet. */
const lastSeenOn = (market: string, accounts: readonly Account[]): string =>
  accounts.filter((one) => one.market === market).toSorted((a, b) => b.lastSeenAt - a.lastSeenAt)[0]?.memberId ?? '';

const paused = (accounts: readonly Account[]): Account[] => accounts.filter(({ pause }) => pause !== null);

const pausedAccountOf = (job: Job, accounts: readonly Account[]): Account | null =>
  paused(accounts).find(({ key }) => key === accountKey(job.market, job.memberId ?? 'unknown')) ??
  paused(accounts).find((account) => isHeld(job, [account])) ??
  null;

function actionsOf(job: Job, standing: Standing, account: Account | null, work: ListingWork | null): EntryAction[] {
  const draft: EntryAction[] = job.draftId === null ? [] : ['open-draft'];
  // What may already be on Vinted cannot be stopped, only found out.
  const stop: EntryAction[] = job.status === 'unsettled' ? [] : ['stop'];
  switch (standing) {
    case 'needs-you':
      return [...answersTo(job.failure?.code), ...stop, ...draft];
    case 'paused':
      return [...(account ? (['resume-account'] as const) : []), ...stop];
    case 'running':
    case 'checking':
    case 'held':
    case 'limit':
    case 'next':
    case 'later':
      return stop;
    case 'failed':
    case 'stopped':
      return job.draftId === null ? [] : ['again', 'open-draft'];
    case 'done':
      return isUndoable(work) ? ['undo'] : draft;
  }
}

function answersTo(code: string | undefined): EntryAction[] {
  if (code === 'unsettled') return ['it-is-there', 'it-is-not-there'];
  if (code === 'rule-proposes') return ['fill-form'];
  return code === 'needs-real-click' ? ['pressed'] : ['retry'];
}
