/** What the photos page does to intakes; the page itself only shows. */
import type { Intake, Workshop } from '../../db/database.ts';
import { orderOf } from './read-photos.ts';
import type { Stack } from './stacks.ts';
import { closeInterrupted, openIntake, takeIn, type NamedFile, type TakeInDeps } from './take-in.ts';

export type PhotoDesk = ReturnType<typeof photoDesk>;

export function photoDesk(deps: TakeInDeps, locks: Pick<LockManager, 'request'>) {
  const { workshop, now } = deps;
  const lockOf = (id: string): string => `intake-${id}`;
  return {
    newId: deps.newId,

    async add(market: string, files: readonly NamedFile[], signal: AbortSignal): Promise<void> {
      const intake = await openIntake(deps, market);
      await locks.request(lockOf(intake.id), { mode: 'shared' }, () => takeIn(deps, intake.id, files, signal));
    },

    /** Intakes no page works on any more: the browser was closed half way. */
    async recover(): Promise<void> {
      const open = await workshop.intakes.where({ state: 'preparing' }).toArray();
      for (const { id } of open) {
        await locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
          if (lock) await closeInterrupted(deps, id);
        });
      }
    },

    async arrange(id: string, stacks: Stack[]): Promise<void> {
      await workshop.intakes.update(id, { stacks, updatedAt: now() });
    },

    async forgetRefused(id: string): Promise<void> {
      await workshop.intakes.update(id, { refused: [], updatedAt: now() });
    },

    /** Only before drafts were made of it; afterwards the photos are the drafts'. */
    async discard(id: string): Promise<void> {
      await workshop.transaction('rw', workshop.intakes, workshop.photos, async () => {
        const intake = await workshop.intakes.get(id);
        if (intake?.state !== 'grouping') return;
        await workshop.photos.where({ intakeId: id }).delete();
        await workshop.intakes.delete(id);
      });
    },
  };
}

export type OpenIntake = { intake: Intake; incoming: string[] };

/** The intake being put together, with the photos that are in no stack yet, in the order they were dropped. */
export async function findOpenIntake(workshop: Workshop): Promise<OpenIntake | null> {
  const intake = await workshop.intakes.where('state').anyOf('preparing', 'grouping').first();
  if (!intake) return null;
  if (intake.state === 'grouping') return { intake, incoming: [] };
  const ids = await workshop.photos.where({ intakeId: intake.id }).primaryKeys();
  return { intake, incoming: ids.filter((id) => orderOf(id) >= intake.grouped) };
}
