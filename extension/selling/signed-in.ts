import type { StepContext } from '../engine/flow.ts';
import type { Wall } from '../../shared/wall.ts';
import type { SellSite } from './sell-site.ts';

export type SignedIn = { ok: true; memberId: string } | { ok: false; blocked: { is: 'blocked'; wall: Wall } };

/** Who is signed in, if it is the member this job is for and no wall stands there (promises 5 and 6). */
export async function signedIn(site: Pick<SellSite, 'probe'>, { tabId, job }: StepContext): Promise<SignedIn> {
  const { wall, member } = await site.probe(tabId);
  if (wall) return stop(wall);
  if (!member) return stop({ kind: 'signed-out', evidence: 'Nobody is signed in.', retryAfter: null });
  if (job.memberId !== null && job.memberId !== member.id) {
    const evidence = 'Another member is signed in than the job was made for.';
    return stop({ kind: 'wrong-member', evidence, retryAfter: null });
  }
  return { ok: true, memberId: member.id };
}

const stop = (wall: Wall): SignedIn => ({ ok: false, blocked: { is: 'blocked', wall } });
