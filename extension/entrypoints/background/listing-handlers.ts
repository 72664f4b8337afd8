import type { Ledger } from '../../db/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { queuePrice, type QueuePriceDeps } from '../../features/price-drop/queue-price.ts';
import { queueAct, queueRelist, queueRestore, type QueueRelistDeps } from '../../features/relist/queue-relist.ts';
import { MessageError } from '../../messaging/failures.ts';
import type { BackgroundHandlers, BackgroundOut } from '../../messaging/messenger.ts';

export interface ListingHandlerDeps {
  ledger: Ledger;
  engine: Pick<Engine, 'tick'>;
  relists: QueueRelistDeps;
  acts: QueueRelistDeps;
  prices: QueuePriceDeps;
  now(): number;
}

type ListingMessages = 'listing.relist' | 'listing.price' | 'listing.act' | 'backup.restore' | 'backup.forget';
type Answers = BackgroundOut<'listing.relist'>;

/** Days the same thing rests between two relists (market.md). */
const REST_DAYS = 7;

/** What the seller wishes of listings that are online, or were. Each is a job of its own; none waits for the engine. */
export function listingHandlers(deps: ListingHandlerDeps): Pick<BackgroundHandlers, ListingMessages> {
  /** One after the other in the order asked; what cannot go keeps none of the others. */
  const each = async (keys: readonly string[], queue: (key: string, at: number) => Promise<string>) => {
    const answers: Answers = [];
    for (const [index, key] of keys.entries()) answers.push(await answerOf(key, queue(key, deps.now() + index)));
    void deps.engine.tick();
    return answers;
  };
  return {
    'listing.relist': ({ listingKeys, mode }) =>
      each(listingKeys, (key, notBefore) =>
        queueRelist(deps.relists, key, { mode, pricePercent: 0, restDays: REST_DAYS, notBefore }),
      ),
    'listing.price': ({ prices }) => {
      const amounts = new Map(prices.map(({ listingKey, amount }) => [listingKey, amount]));
      return each([...amounts.keys()], (key, at) => queuePrice(deps.prices, key, amounts.get(key) ?? 0, at));
    },
    'listing.act': ({ listingKeys, act }) => each(listingKeys, (key, at) => queueAct(deps.acts, key, act, at)),
    'backup.restore': ({ backupIds, mode }) =>
      each(backupIds, async (id, at) => {
        const backup = await deps.ledger.backups.get(id);
        if (!backup) throw new MessageError({ code: 'backup-gone', message: 'There is no copy of this listing here.' });
        return queueRestore(deps.relists, backup, mode, at);
      }),
    'backup.forget': async ({ backupId }) => {
      await deps.ledger.backups.where('id').equals(backupId).modify({ state: 'forgotten' });
    },
  };
}

async function answerOf(key: string, queued: Promise<string>): Promise<Answers[number]> {
  try {
    return { key, jobId: await queued, refused: null };
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    const { code, message } = error.failure;
    return { key, jobId: null, refused: { code, message } };
  }
}
