/**
 * `npm run model`: every schedule of crashes, faults and buyers, for the designs others use and for ours; then ours with
 * each guard taken away, which must go wrong. Exit 1 when ours goes wrong anywhere, or a missing guard goes unnoticed.
 * `npm run model -- engine`: 10,000 random runs of the engine instead.
 */
import { checkGuard, guardNames } from './saga-model/guards.ts';
import { ours } from './saga-model/ours.ts';
import { peers } from './saga-model/peers.ts';
import { playEngine } from './saga-model/play-engine.ts';
import { bounds, explore, type Bounds, type Design, type Explored } from './saga-model/world.ts';

if (process.argv[2] === 'engine') process.exit(await playEngine(10_000));

const plain = { hands: 0, sly: false, hideMayBeRefused: false } as const;
/** Peers go wrong in most schedules: so many of them tell enough. */
const MOST_OF_A_PEER = 300_000;

const worlds: Record<string, Bounds> = {
  'as others': bounds(plain),
  '3 crashes, 1 fault': bounds({ ...plain, crashes: 3, faults: 1 }),
  'no crash, 3 faults': bounds({ ...plain, crashes: 0, faults: 3 }),
  'two buyers': bounds({ ...plain, crashes: 1, faults: 1, buyers: 2 }),
  'sly site, busy seller': bounds({ crashes: 1, faults: 2 }),
};

const column = (text: string | number, width: number): string => String(text).padStart(width);
const count = (found: Explored, flaw: string): number => found.wrong[flaw] ?? 0;

function print(name: string, found: Explored, milliseconds: number): void {
  const cells = [
    column(found.schedules.toLocaleString('en'), 11) + (found.complete ? ' ' : '+'),
    column(count(found, 'lost'), 9),
    column(count(found, 'doubled'), 9),
    column(count(found, 'sold and still listed'), 12),
    column(count(found, 'double sale'), 9),
    column(count(found, 'left hidden') + count(found, 'never ends'), 9),
    column(`${(milliseconds / 1000).toFixed(1)} s`, 9),
  ];
  console.log(`${name.padEnd(44)}${cells.join('')}`);
}

function run(name: string, design: Design, limits: Bounds, most?: number): Explored {
  const started = performance.now();
  const found = explore(design, limits, most === undefined ? {} : { most });
  print(name, found, performance.now() - started);
  return found;
}

const head = ['schedules ', 'lost', 'doubled', 'sold 2×', 'hidden', 'time'].map((text, at) =>
  column(text, at === 0 ? 12 : 9),
);
console.log(`${'design'.padEnd(44)}${head.join('')}`);
for (const [name, design] of Object.entries(peers)) run(name, design, worlds['as others'] ?? bounds(), MOST_OF_A_PEER);
const held = Object.entries(worlds).map(([name, limits]) => run(`ours: ${name}`, ours(limits.lag), limits));
const whole = held.every(({ wrong, complete }) => complete && Object.keys(wrong).length === 0);

console.log('\nours, one guard taken away (must go wrong):');
const noticed = guardNames.map((name) => {
  const { whole: without, without: broken } = checkGuard(name);
  const flaws = Object.entries(broken.wrong).map(([flaw, times]) => `${flaw} ${times}`);
  console.log(`  ${name.padEnd(20)}${column(broken.schedules, 8)} schedules: ${flaws.join(', ') || 'NOTHING'}`);
  return flaws.length > 0 && Object.keys(without.wrong).length === 0;
});
const passed = whole && noticed.every(Boolean);
console.log(passed ? '\nmodel: held' : '\nmodel: BROKEN');
process.exitCode = passed ? 0 : 1;
