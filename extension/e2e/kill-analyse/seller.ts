import { basename } from 'node:path';
import type { Page } from 'playwright-core';

import type { Draft } from '../../../shared/draft.ts';
import type { Intake } from '../../db/database.ts';
import { draftsIn, intakesIn, photosIn } from '../extension-state.ts';
import type { Killable } from './killable.ts';

/** What the seller types while the analysis runs, key by key. */
export const title = 'Mine';

type Seen = { drafts: Draft[]; intake: Intake | undefined; photos: string[] };

/** What must never be lost from the moment it was there. */
type Kept = { named: Set<string>; stored: Set<string>; drafts: Set<string>; typed: string; losses: string[] };

export type Story = { losses: string[]; end: Seen };

/**
 * A seller who wants drafts of these photos: looks at what is there, does what is next, and again, whatever died
 * meanwhile. Files that were dropped and are neither in nor on their way are dropped again, as the page asks for.
 */
export async function sellOn(
  world: Killable,
  files: readonly string[],
  unsureKeys: number,
  within = 75_000,
): Promise<Story> {
  const kept: Kept = { named: new Set(), stored: new Set(), drafts: new Set(), typed: '', losses: [] };
  const end = performance.now() + within;
  let trouble: unknown;
  while (performance.now() < end) {
    try {
      await world.ready();
      const page = world.page();
      const seen = await look(page);
      check(kept, seen);
      if (await next(world, page, seen, files, kept, unsureKeys)) return { losses: kept.losses, end: seen };
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const seen = await look(world.page()).catch(() => null);
  throw new Error(`The seller never came to an end: ${JSON.stringify(seen?.intake)}`, { cause: trouble });
}

async function look(page: Page): Promise<Seen> {
  // The intake first: what it says is done must then be seen done.
  const [intakes, drafts, photos] = [await intakesIn(page), await draftsIn(page), await photosIn(page)];
  return { drafts, intake: intakes[0], photos: photos.map(({ name }) => name) };
}

function check(kept: Kept, { drafts, intake, photos }: Seen): void {
  const lost = (what: string): void => void kept.losses.push(what);
  const here = new Set([...photos, ...(intake?.preparing ?? []), ...(intake?.refused ?? []).map(({ name }) => name)]);
  // Once drafts are made the list of what did not come in has been read.
  if (drafts.length === 0) for (const name of kept.named) if (!here.has(name)) lost(`${name} is not even named`);
  for (const name of kept.stored) if (!photos.includes(name)) lost(`${name} was stored and is gone`);
  for (const id of kept.drafts) if (!drafts.some((draft) => draft.id === id)) lost(`draft ${id} is gone`);
  for (const name of here) kept.named.add(name);
  for (const name of photos) kept.stored.add(name);
  for (const { id } of drafts) kept.drafts.add(id);
}

/** One step of the seller; true when there is nothing left to do. */
async function next(
  world: Killable,
  page: Page,
  { drafts, intake, photos }: Seen,
  files: readonly string[],
  kept: Kept,
  unsureKeys: number,
): Promise<boolean> {
  if (drafts.length === 0 || !intake) {
    const coming = new Set([...photos, ...(intake?.preparing ?? [])]);
    await takeIn(
      page,
      intake,
      files.filter((file) => !coming.has(basename(file))),
    );
    return false;
  }
  const [first] = drafts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (first?.fields.title.value !== title) {
    await type(page, first?.id ?? '', kept, unsureKeys);
    return false;
  }
  world.openGate();
  if (!page.url().endsWith('#drafts')) await goTo(page, '#drafts');
  if (intake.failure)
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click({ timeout: 2_000 });
  return intake.state === 'done';
}

const goTo = (page: Page, hash: string): Promise<void> => page.evaluate((to) => void (location.hash = to), hash);

async function takeIn(page: Page, intake: Intake | undefined, missing: string[]): Promise<void> {
  if (missing.length > 0) {
    await page.getByTestId('photo-files').setInputFiles(missing, { timeout: 3_000 });
    await page.waitForTimeout(150);
    return;
  }
  if (intake?.state !== 'grouping') return;
  // All but one of the photos are of one item.
  if (intake.stacks.length > 2) {
    const second = page.locator(`[data-photo="${intake.stacks[1]?.photoIds[0] ?? ''}"]`);
    await second.focus({ timeout: 3_000 });
    await second.press('m', { timeout: 3_000 });
    await page.waitForTimeout(100);
    return;
  }
  await page.locator('[data-testid=make-drafts]:enabled').click({ timeout: 3_000 });
}

/**
 * Goes on typing where the box says that it was. `unsureKeys` = how many of the last keys may be gone: a killed browser
 * takes along a key that no disk has seen yet.
 */
async function type(page: Page, id: string, kept: Kept, unsureKeys: number): Promise<void> {
  await goTo(page, `#drafts/${id}`);
  const box = page.getByLabel('Title', { exact: true });
  const sure = kept.typed.slice(0, Math.max(0, kept.typed.length - unsureKeys));
  const isKept = async (): Promise<boolean> => {
    const text = await box.inputValue({ timeout: 5_000 });
    return text.startsWith(sure) && title.startsWith(text);
  };
  // What the database does not have yet the box fetches from where it was put aside.
  await until(isKept).catch(() => kept.losses.push(`"${kept.typed}" was typed and is not there`));
  const shown = await box.inputValue();
  kept.typed = shown;
  // A box that gets the focus from a script has its caret at the start.
  await box.press('End', { timeout: 5_000 });
  for (const key of title.slice(shown.length)) {
    await box.press(key, { timeout: 5_000 });
    kept.typed += key;
  }
  await until(async () => (await draftsIn(page)).find((draft) => draft.id === id)?.fields.title.value === title);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('It never came to be.');
}
