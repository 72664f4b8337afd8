import { ceilingNames, countedEvent, DAY, refutedEvent, type CeilingName } from './ceilings.ts';
import type { WrittenBy } from './limits.ts';
import type { JobStore, Moment } from './store.ts';

type Reads = Pick<JobStore, 'momentsOf' | 'clockWentBack'>;

/** What an account wrote in the last 24 h, from the journal alone: there is no counter that could be lost or reset. */
export async function writtenBy(
  store: Reads,
  account: string,
  now: number,
  names: readonly (CeilingName | 'write')[] = [...ceilingNames, 'write'],
): Promise<WrittenBy> {
  const back = await store.clockWentBack();
  const times = (moments: readonly Moment[]): number[] => moments.map((moment) => inThisClock(moment, back));
  const written: WrittenBy = {};
  for (const name of names) {
    const counts = await store.momentsOf(countedEvent(name, account), now - DAY);
    const refutes = await store.momentsOf(refutedEvent(name, account), now - DAY);
    written[name] = { attempts: times(counts), counted: times(withoutRefuted(counts, refutes)) };
  }
  return written;
}

/** A line from before the clock was put back cannot be later than the line that noticed it. */
const inThisClock = ({ seq, at }: Moment, back: readonly Moment[]): number =>
  Math.min(at, ...back.filter((noticed) => noticed.seq > seq).map((noticed) => noticed.at));

function withoutRefuted(counts: readonly Moment[], refutes: readonly Moment[]): Moment[] {
  const left = [...counts];
  for (const refute of refutes) {
    const index = left.findLastIndex((count) => count.seq < refute.seq);
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}
