import { describe, expect, it } from 'vitest';

import type { Engine } from '../../engine/engine.ts';
import { findBreak } from '../../engine/journal.ts';
import { Killed, type FakeSite } from '../../selling/fake-site.ts';
import { machine, wanted } from './fake-machine.ts';

describe('publish flow, killed at every call', () => {
  const total = async (how: 'publish' | 'draft'): Promise<number> => {
    const seller = machine(how);
    await seller.queue();
    await seller.runOut(seller.boot());
    return seller.fake.calls();
  };

  /** The worker dies in call `at`; its promise never comes back, as for a real worker. */
  async function killAt(seller: ReturnType<typeof machine>, at: number, when: 'before' | 'after'): Promise<void> {
    const { faults } = seller.fake;
    faults.killAt = at;
    faults.killWhen = when;
    await seller.queue();
    await untilKilled(seller.fake, seller.boot(), seller);
    faults.killAt = -1;
  }

  async function untilKilled(fake: FakeSite, engine: Engine, seller: ReturnType<typeof machine>): Promise<void> {
    const before = fake.calls();
    const dead = freezeOnKill(fake);
    await Promise.race([seller.runOut(engine), dead]);
    expect(fake.calls()).toBeGreaterThan(before);
  }

  /** Turns the thrown `Killed` into a promise that never settles for the engine, and resolves for the test. */
  function freezeOnKill(fake: FakeSite): Promise<void> {
    return new Promise((resolve) => {
      for (const [name, method] of Object.entries(fake.site)) {
        const original = method as (...rest: unknown[]) => Promise<unknown>;
        Object.assign(fake.site, {
          [name]: (...rest: unknown[]) =>
            original(...rest).catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error;
              resolve();
              return new Promise(() => {});
            }),
        });
      }
    });
  }

  for (const how of ['publish', 'draft'] as const) {
    for (const when of ['before', 'after'] as const) {
      for (const tab of ['stays', 'is closed'] as const) {
        it(`ends with exactly one ${how} wherever the worker dies (${when} the call, the tab ${tab})`, async () => {
          const calls = await total(how);
          expect(calls).toBeGreaterThan(15);
          for (let at = 1; at <= calls; at += 1) {
            const seller = machine(how);
            await killAt(seller, at, when);
            if (tab === 'is closed') seller.fake.closeTab();
            seller.fake.clock.now += 1_000;
            await seller.runOut(seller.boot());
            expect(await seller.job(), `call ${at}`).toMatchObject({ status: 'done' });
            expect(seller.fake.listings, `call ${at}`).toHaveLength(1);
            expect(seller.fake.listings[0]?.form, `call ${at}`).toEqual(wanted);
            expect(findBreak(await seller.ledger.journal.orderBy('seq').toArray())).toBeNull();
          }
        }, 60_000);
      }
    }
  }

  it.each([1, 4])(
    'asks rather than list twice where the last writes are gone too (%i calls)',
    async (gone) => {
      const calls = await total('publish');
      for (let at = gone + 1; at <= calls; at += 1) {
        const earlier = machine('publish');
        await killAt(earlier, at - gone, 'after');
        const seller = machine('publish');
        await killAt(seller, at, 'after');
        for (const table of seller.ledger.tables) {
          await table.clear();
          await table.bulkPut(await earlier.ledger.table(table.name).toArray());
        }
        seller.fake.clock.now += 1_000;
        await seller.runOut(seller.boot());
        const job = await seller.job();
        expect([job?.status, job?.failure?.code], `call ${at}`).toEqual(
          job?.status === 'done' ? ['done', undefined] : ['needs-user', 'unsettled'],
        );
        expect(seller.fake.listings, `call ${at}`).toHaveLength(1);
      }
    },
    60_000,
  );
});
