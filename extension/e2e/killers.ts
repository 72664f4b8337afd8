import type { Page } from 'playwright-core';

import { seeded } from '../engine/seeded.ts';
import type { Endpoint } from '../sandbox/switches.ts';
import { accountsIn, say, until } from './extension-state.ts';
import type { World } from './world.ts';

/** `start` = as its step begins, `in` = in the middle of it, `after` = between it and the next. */
export type Moment = 'start' | 'in' | 'after';
export type Killer = keyof typeof killers;
export type Cell = { killer: Killer; step: string; moment: Moment; /** How far into the step. */ share: number };

/** Tabs that crashed: they stay open till the next cell, as a seller's would. */
const dead = new Set<Page>();

/** What one try left behind is not the next one's: a crashed tab, an account that waits for its seller. */
export async function leaveNothing({ page }: World): Promise<void> {
  for (const one of dead) await one.close().catch(nothing);
  dead.clear();
  for (const { key, pause } of await accountsIn(page)) if (pause) await say(page, 'account.resume', { key });
}

const nothing = async (): Promise<void> => {};

/** Each kills one thing at once and answers with what brings it back, where it does not come back by itself. */
export const killers = {
  async worker({ harness }: World) {
    await harness.stopWorker();
    return nothing;
  },
  async tab(world: World) {
    await (await workTabOf(world)).close();
    return nothing;
  },
  async crash(world: World) {
    const page = await workTabOf(world);
    const crashed = page.waitForEvent('crash', { timeout: 10_000 });
    const session = await world.harness.context.newCDPSession(page);
    // Nobody is left to answer.
    void session.send('Page.crash').catch(() => {});
    await crashed;
    dead.add(page);
    return nothing;
  },
  async browser(world: World) {
    await world.harness.kill();
    await world.restart();
    return nothing;
  },
  /** Off until somebody was turned away, so that it was missed; a step that asks nobody leaves that to the next one. */
  async network({ line }: World) {
    if (!line) throw new Error('This world has no line to cut.');
    const before = line.refused();
    line.set('off');
    return async () => {
      await until(
        async () => line.refused(),
        (now) => now > before,
        20_000,
        'somebody who is turned away',
      ).catch(nothing);
      line.set('through');
    };
  },
  /** The site did it, and its answer goes nowhere: of the write of that step where it has one. */
  async answer({ sandbox }: World, step: string) {
    const from = sandbox.log.length;
    sandbox.set({ faults: [{ at: writes[step] ?? 'any', is: 'cut-after' }] });
    return async () => {
      const wasCut = async (): Promise<boolean> => sandbox.log.slice(from).some(({ fault }) => fault === 'cut-after');
      await until(wasCut, Boolean, 60_000, 'the answer that is cut');
    };
  },
} as const satisfies Record<string, (world: World, step: string) => Promise<() => Promise<void>>>;

const writes: Readonly<Record<string, Endpoint>> = {
  'fill-photos': 'photo',
  hide: 'hide',
  submit: 'publish',
  'delete-old': 'delete',
  delete: 'delete',
  save: 'edit',
};

const isVinted = (url: string): boolean => url.startsWith('https://www.vinted.') || url.startsWith('chrome-error:');
const workTabOf = async ({ harness, vinted }: World): Promise<Page> => {
  const find = async (): Promise<Page | undefined> =>
    harness.context.pages().find((page) => page !== vinted && isVinted(page.url()));
  const page = await until(find, (found) => found !== undefined, 10_000, 'the work tab');
  if (!page) throw new Error('There is no work tab.');
  return page;
};

/** An answer is dropped only once, and none is awaited after the last step; the network comes back by itself, so that one moment says it all. */
const momentsOf = (killer: Killer): Moment[] =>
  killer === 'answer' ? ['start'] : killer === 'network' ? ['in'] : ['in', 'after'];

const isFull = process.env['KILL_MATRIX'] === 'full';
const random = (what: string): number => seeded(`${process.env['KILL_SEED'] ?? 1} ${what}`);
/** Where something may be lost or doubled: every run cuts these. */
const points = ['submit', 'delete-old', 'hide', 'save', 'delete'];

/** All cells of a work, or the few that every run cuts: a point of no return for each killer, drawn by the seed. */
export function cellsOf(work: string, steps: readonly string[]): Cell[] {
  const asked = process.env['KILL_KILLERS']?.split(',');
  const names = (Object.keys(killers) as Killer[]).filter((name) => asked?.includes(name) ?? true);
  const cell = (killer: Killer, step: string, moment: Moment): Cell => ({
    killer,
    step,
    moment,
    share: 0.2 + 0.6 * random(`${work} ${killer} ${step} ${moment}`),
  });
  const all = names.flatMap((killer) =>
    steps
      .filter((step) => killer !== 'answer' || step !== steps.at(-1))
      .flatMap((step) => momentsOf(killer).map((moment) => cell(killer, step, moment))),
  );
  if (isFull) return all;
  const own = steps.filter((step) => points.includes(step));
  const draw = <T>(what: string, from: readonly T[]): T[] =>
    from.slice(Math.floor(random(what) * from.length)).slice(0, 1);
  const few = work === 'relist' ? names : draw(work, names);
  return few.flatMap((killer) =>
    draw(
      `${work} ${killer}`,
      all.filter((one) => one.killer === killer && own.includes(one.step)),
    ),
  );
}
