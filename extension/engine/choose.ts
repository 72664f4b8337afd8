import type { Job } from '../../shared/job.ts';
import { isCeilingName, type CeilingName } from './ceilings.ts';
import type { EngineDeps } from './engine.ts';
import type { OpenedJob } from './flow.ts';
import { whenAllowed, type Asked } from './limits.ts';
import { accountKey, isHeld } from './pause.ts';
import { pick, type Picked, type Waiting } from './pick.ts';
import { writtenBy } from './written.ts';

type ChooserDeps = Pick<EngineDeps, 'store' | 'accounts' | 'paces' | 'flows' | 'now' | 'isStopped' | 'ceilingsHold'>;

/** Finds the job to run now, or the moment to look again. */
export function chooser(deps: ChooserDeps) {
  const { store } = deps;

  async function giveToUser(job: Job, why: string): Promise<void> {
    const change = { status: 'needs-user', failure: { code: 'review', message: why } } as const;
    await store.move(job.id, job.leaseToken, change, [{ event: 'needs-user', detail: why }]);
  }

  return async function choose(): Promise<Picked> {
    if (await deps.isStopped()) return { nothingUntil: null };
    const [jobs, paused, ceilingsHold] = await Promise.all([
      store.candidates(),
      deps.accounts.paused(),
      deps.ceilingsHold(),
    ]);
    const limits = limitsOf(deps);
    const waiting: Waiting[] = [];
    let unreadable = false;
    for (const job of jobs) {
      const opened = deps.flows.find((flow) => flow.kind === job.kind)?.open(job);
      if (!opened?.ok) {
        unreadable = true;
        await giveToUser(job, opened?.why ?? `Nothing here knows "${job.kind}".`);
        continue;
      }
      const asked = askedOf(job, opened.opened);
      const held = isHeld(job, paused);
      waiting.push({
        job,
        priority: opened.opened.priority,
        allowedAt: ceilingsHold && asked && !held ? await limits(job, asked) : 0,
        paused: held,
        lane: opened.opened.lane,
        begun: job.status !== 'queued' && !opened.opened.yields,
      });
    }
    const picked = pick(waiting, deps.now());
    // What was set aside may have hidden the next of its queue.
    return unreadable && !('run' in picked) ? { nothingUntil: deps.now() } : picked;
  };
}

/** Read once for each account and ceiling, however many queues wait for it. */
function limitsOf({ store, paces, now }: ChooserDeps) {
  const known = new Map<string, ReturnType<typeof read>>();
  const read = async (account: string, ceiling: CeilingName | null) => {
    const names = ceiling === null ? (['write'] as const) : (['write', ceiling] as const);
    return { written: await writtenBy(store, account, now(), names), pace: await paces.of(account) };
  };
  return async ({ market, memberId }: Job, asked: Asked): Promise<number> => {
    const account = accountKey(market, memberId ?? '');
    const key = `${account}|${asked.ceiling ?? ''}`;
    const reading = known.get(key) ?? read(account, asked.ceiling);
    known.set(key, reading);
    const { written, pace } = await reading;
    return whenAllowed(asked, written, pace, now()).at ?? Number.POSITIVE_INFINITY;
  };
}

/** What a job asks of the limits; null = nothing (it finds out what happened, or a person fills a form). */
function askedOf(job: Job, opened: OpenedJob): Asked | null {
  if (job.status === 'unsettled') return null;
  // Tried again by hand it lapses no more, and is a person's wish.
  const byRule = job.ruleId !== null && job.notAfter !== null;
  const moment = momentOf(opened);
  if (moment === 'go-on' && !byRule) return null;
  // What is hidden for a relist must not wait for tomorrow's ceiling: only a later commit goes without asking for it.
  const free = moment === 'write' && opened.counts === 'write';
  const ceiling = isCeilingName(opened.ceiling) && !free ? opened.ceiling : null;
  return { ceiling, byRule, moment, committedAt: job.committedAt };
}

function momentOf({ counts, effect, isFirst }: OpenedJob): Asked['moment'] {
  if (counts !== null) return effect === 'commit' ? 'write' : 'lead-up';
  return isFirst ? 'begin' : 'go-on';
}
