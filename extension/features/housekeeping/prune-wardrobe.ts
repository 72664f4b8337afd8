import type { Ledger, Wardrobe } from '../../db/database.ts';

const DAY = 86_400_000;
export const keepFiguresFor = 400 * DAY;
const atOnce = 1_000;

/** Pages a dead sync left behind, and figures older than a year; what happened to a listing (price, status) stays. */
export async function pruneWardrobe(wardrobe: Wardrobe, ledger: Ledger, now: number): Promise<void> {
  const syncs = (await wardrobe.reads.orderBy('jobId').uniqueKeys()) as string[];
  const jobs = await ledger.jobs.bulkGet(syncs);
  const over = syncs.filter((_, index) => jobs[index] === undefined || jobs[index].doneAt !== null);
  await wardrobe.reads.where('jobId').anyOf(over).delete();
  const oldest = now - keepFiguresFor;
  const day = new Date(oldest).toISOString().slice(0, 10);
  await inPieces(wardrobe.days, () => wardrobe.days.where('day').below(day).limit(atOnce).primaryKeys());
  const figures = wardrobe.events
    .where('at')
    .below(oldest)
    .filter(({ kind }) => kind === 'views' || kind === 'favourites');
  await inPieces(wardrobe.events, () => figures.limit(atOnce).primaryKeys());
}

/** A year of a large wardrobe is hundreds of thousands of rows: not all in one transaction. */
async function inPieces<K>(
  table: { bulkDelete(keys: K[]): PromiseLike<unknown> },
  next: () => PromiseLike<K[]>,
): Promise<void> {
  for (let keys = await next(); keys.length > 0; keys = await next()) await table.bulkDelete(keys);
}
