import type { Sight } from '../find.ts';
import { type Closer, type Closing, close, type Dropdown, open } from './choose.ts';
import { click } from './click.ts';
import { budgetOf, type Hand, within } from './hand.ts';
import { type Row, namesExactly } from './rows.ts';
import { stable, until } from './settle.ts';

/** What a pick needs: the hand, what it sees, and how panels of this page close. */
export type Picker = { hand: Hand; sight: Sight; closer: Closer };

export type Picked =
  | { is: 'picked'; shows: string }
  | { is: 'absent' }
  | { is: 'locked' }
  | { is: 'not-offered' }
  | { is: 'not-kept'; shows: string };

/** Brings a field with an open panel to its choice; `false` = the choice is not on offer. */
export type Choosing = (attempt: number) => Promise<readonly Pick<Row, 'titles'>[] | false>;

/**
 * Open, choose, close, read back. When the field does not hold the choice afterwards, all of it again with the ways of
 * closing that lost it left out (site.md §3.1: which of them keep a choice differs by market).
 */
export async function pick(picker: Picker, field: Dropdown, choosing: Choosing): Promise<Picked> {
  const { hand, sight, closer } = picker;
  const lost = new Set<Closing>();
  for (let attempt = 0; attempt < hand.budgets.length; attempt += 1) {
    if (field.state() === 'absent') return { is: 'absent' };
    if (!(await open(hand, field))) return { is: 'locked' };
    const chosen = await choosing(attempt);
    // A panel that shut by itself meanwhile says nothing about what it offers.
    if (chosen === false && field.state() === 'closed' && attempt === 0) continue;
    if (chosen === false) {
      await close(hand, sight, field, closer);
      return { is: 'not-offered' };
    }
    const closing = await close(hand, sight, field, closer, lost);
    const kept = () => namesExactly(field.value(), chosen);
    const budget = attempt === 0 ? 600 : budgetOf(hand, attempt - 1);
    if (await until(kept, within(hand, budget))) return { is: 'picked', shows: field.value() };
    if (closing) lost.add(closing);
    if (closing && closer.last === closing) closer.last = undefined;
  }
  return { is: 'not-kept', shows: field.value() };
}

/** How long a click may take to show on its row before the panel is closed anyway; the read-back is the judge. */
const clickShows = 400;

/** Clicks one row of a single choice, unless it is the chosen one already, and waits for the page to take note. */
export async function chooseRow(
  { hand }: Picker,
  field: Dropdown,
  find: () => Row | undefined,
  attempt = 0,
): Promise<Row | false> {
  const wait = within(hand, budgetOf(hand, attempt));
  const element = await stable(() => find()?.element, wait);
  const row = element && find();
  if (!row) return false;
  if (row.checked !== true) await clickRow(hand, field, row, find);
  return row;
}

async function clickRow(hand: Hand, field: Dropdown, row: Row, find: () => Row | undefined): Promise<void> {
  const before = field.value();
  await click(hand, row.element);
  const noticed = () => field.state() === 'closed' || field.value() !== before || find()?.checked === true;
  await until(noticed, within(hand, clickShows));
}

/** Chooses exactly these rows of a multiple choice: the unwanted first, as the limit drops the oldest (site.md §3.2). */
export async function chooseExactly(
  { hand }: Picker,
  field: Dropdown,
  rows: { all: () => Row[]; wanted: readonly (() => Row | undefined)[] },
  attempt = 0,
): Promise<readonly Row[] | false> {
  const wait = within(hand, budgetOf(hand, attempt));
  for (const find of rows.wanted) if (!(await stable(() => find()?.element, wait))) return false;
  const isWanted = (row: Row): boolean =>
    rows.wanted.some((find) => find()?.element === row.element || sharesTitle(find(), row));
  for (const row of rows.all().filter((candidate) => candidate.checked === true && !isWanted(candidate))) {
    await toggle(hand, field, () => rows.all().find((other) => other.titles[0] === row.titles[0] && other.checked));
  }
  const chosen: Row[] = [];
  for (const find of rows.wanted) {
    const row = find();
    if (!row) return false;
    if (!isHeld(field, row)) await toggle(hand, field, find);
    chosen.push(find() ?? row);
  }
  return chosen;
}

const sharesTitle = (wanted: Row | undefined, row: Row): boolean => wanted?.titles[0] === row.titles[0];

/** By its own mark where it has one, else by the field's value. */
const isHeld = (field: Dropdown, row: Row): boolean =>
  row.checked ?? row.titles.some((title) => field.value().split(', ').includes(title));

async function toggle(hand: Hand, field: Dropdown, find: () => Row | undefined): Promise<void> {
  const row = find();
  if (!row) return;
  const before = { checked: row.checked, value: field.value() };
  await click(hand, row.element);
  await until(() => find()?.checked !== before.checked || field.value() !== before.value, within(hand, clickShows));
}
