/**
 * A hostile site and a mortal worker, enumerated whole: every call may be applied and answered, applied and lost, not
 * applied, or refused; a new listing may show late; buyers buy at any tick; the worker may die before and after every call
 * and every write (reliability.md §2.3). Counts are schedules, not probabilities.
 */
export class Crash extends Error {}
/** No answer was seen, or a list that does not add up. */
export class Unclear extends Error {}
export class Refused extends Error {}

export type Bounds = {
  crashes: number;
  faults: number;
  buyers: number;
  lag: number;
  /** The seller lists another thing that looks the same, while the form is filled. */
  hands: number;
  /** Among the faults: the site does not let this listing be hidden. */
  hideMayBeRefused: boolean;
  /** Among the faults: lists that leave out the newest without saying so, and copies taken down at once. */
  sly: boolean;
};
export const bounds = (change: Partial<Bounds> = {}): Bounds => ({
  crashes: 2,
  faults: 2,
  buyers: 1,
  lag: 2,
  hands: 1,
  hideMayBeRefused: true,
  sly: true,
  ...change,
});

export type Row = { id: number; sold: boolean; hidden: boolean };
export type Listed = { rows: Row[]; total: number };
/** What survives a crash. */
export type Disk = {
  phase?: string;
  base?: Listed;
  newId?: number;
  end?: string;
  ending?: string;
  hid?: boolean;
  gone?: boolean;
};
export interface World {
  create(withPhotos: boolean): number;
  remove(id: number): void;
  list(): Listed;
  hide(hidden: boolean): void;
  /** The minutes in which a form is filled. */
  fill(): void;
  wait(ticks: number): void;
  save(change: Disk): void;
  disk: Disk;
}
export type Design = (world: World) => string;

type Thing = { id: number; live: boolean; sold: boolean; hidden: boolean; visibleAt: number; other?: boolean };
export type Pick = (choices: number) => number;

/** One schedule: which choice `pick` makes at each fork is all there is of chance. Returns what went wrong. */
export function play(design: Design, limits: Bounds, pick: Pick): { end: string; wrong: Set<string> } {
  const wrong = new Set<string>();
  const left = { ...limits };
  const old: Thing = { id: 1, live: true, sold: false, hidden: false, visibleAt: 0 };
  const copies: Thing[] = [];
  const others: Thing[] = [];
  let photos = true;
  let tick = 0;
  let lastId = 100;
  const ours = (): Thing[] => [old, ...copies];
  const mayCrash = (): void => {
    if (left.crashes > 0 && pick(2) === 1) {
      left.crashes -= 1;
      throw new Crash();
    }
  };
  const fault = (kinds: number): number => {
    const kind = left.faults > 0 ? pick(kinds + 1) : 0;
    if (kind > 0) left.faults -= 1;
    return kind;
  };
  const buy = (): void => {
    tick += 1;
    if (left.buyers === 0) return;
    const open = ours().filter((one) => one.live && !one.hidden && one.visibleAt <= tick);
    const bought = open[pick(open.length + 1) - 1];
    if (!bought) return;
    left.buyers -= 1;
    Object.assign(bought, { sold: true, live: false });
    if (ours().filter(({ sold }) => sold).length > 1) wrong.add('double sale');
  };
  const find = (id: number): Thing | undefined => [...ours(), ...others].find((one) => one.id === id);

  const world: World = {
    disk: {},
    create(withPhotos) {
      mayCrash();
      buy();
      if (!withPhotos && !photos) throw new Refused('no photos');
      const kind = fault(limits.sly ? 4 : 3);
      if (kind === 3) throw new Refused('rejected');
      if (kind === 2) {
        mayCrash();
        throw new Unclear();
      }
      const id = (lastId += 1);
      copies.push({ id, live: kind !== 4, sold: false, hidden: false, visibleAt: tick + pick(limits.lag + 1) });
      mayCrash();
      if (kind === 1) throw new Unclear();
      return id;
    },
    remove(id) {
      mayCrash();
      buy();
      const kind = fault(2);
      const thing = find(id);
      if (kind !== 2) {
        if (thing?.sold) throw new Refused('sold');
        if (thing) thing.live = false;
        if (id === 1) photos = false;
      }
      mayCrash();
      if (kind > 0) throw new Unclear();
    },
    list() {
      mayCrash();
      buy();
      const kind = fault(limits.sly ? 2 : 1);
      if (kind === 1) throw new Unclear();
      const there = [...ours(), ...others].filter((one) => (one.live || one.sold) && one.visibleAt <= tick);
      const rows = there.map(({ id, sold, hidden }) => ({ id, sold, hidden }));
      return { rows: kind === 2 ? rows.slice(0, -1) : rows, total: rows.length };
    },
    hide(hidden) {
      mayCrash();
      buy();
      const kind = fault(limits.hideMayBeRefused && hidden ? 3 : 2);
      if (kind === 3) throw new Refused('not this one');
      if (kind !== 2) {
        if (old.sold || !old.live) throw new Refused('gone');
        old.hidden = hidden;
      }
      mayCrash();
      if (kind > 0) throw new Unclear();
    },
    fill() {
      mayCrash();
      if (left.hands === 0 || pick(2) === 0) return;
      left.hands -= 1;
      others.push({ id: (lastId += 1), live: true, sold: false, hidden: false, visibleAt: tick, other: true });
    },
    wait(ticks) {
      tick += ticks;
    },
    save(change) {
      mayCrash();
      Object.assign(world.disk, change);
      mayCrash();
    },
  };

  const end = live(design, world);
  const sold = ours().some((one) => one.sold);
  const online = ours().filter((one) => one.live);
  const asked = end === 'review';
  if (!sold && online.length === 0) wrong.add('lost');
  if (others.some((one) => !one.live)) wrong.add('lost');
  if (!asked && online.length > 1) wrong.add('doubled');
  if (sold && online.length > 0 && !asked) wrong.add('sold and still listed');
  if (old.live && old.hidden && !asked) wrong.add('left hidden');
  if (end === 'never') wrong.add('never ends');
  return { end, wrong };
}

const MOST_LIVES = 40;

/** A worker lives until it crashes or is done; the next life knows only what is on disk. */
function live(design: Design, world: World): string {
  for (let life = 0; life < MOST_LIVES; life += 1) {
    try {
      const end = design(world);
      if (end !== 'again') return end;
    } catch (error) {
      if (error instanceof Refused) return 'rejected';
      if (!(error instanceof Crash) && !(error instanceof Unclear)) throw error;
    }
  }
  return 'never';
}

export type Explored = {
  schedules: number;
  complete: boolean;
  wrong: Record<string, number>;
  ends: Record<string, number>;
};

/** Every schedule there is, by counting through all choices; or up to the first that goes wrong. */
export function explore(
  design: Design,
  limits: Bounds,
  { firstOnly = false, most = 20_000_000 }: { firstOnly?: boolean; most?: number } = {},
): Explored {
  const tape: [choice: number, of: number][] = [];
  const found: Explored = { schedules: 0, complete: false, wrong: {}, ends: {} };
  while (found.schedules < most) {
    let at = 0;
    const { end, wrong } = play(design, limits, (choices) => {
      if (choices <= 1) return 0;
      if (at === tape.length) tape.push([0, choices]);
      at += 1;
      return tape[at - 1]?.[0] ?? 0;
    });
    found.schedules += 1;
    found.ends[end] = (found.ends[end] ?? 0) + 1;
    for (const flaw of wrong) found.wrong[flaw] = (found.wrong[flaw] ?? 0) + 1;
    if (firstOnly && wrong.size > 0) return found;
    while (tape.length > 0 && isLast(tape.at(-1))) tape.pop();
    const last = tape.at(-1);
    if (!last) return { ...found, complete: true };
    last[0] += 1;
  }
  return found;
}

const isLast = (fork: [number, number] | undefined): boolean => fork !== undefined && fork[0] === fork[1] - 1;
