/** Where the dashboard's parts meet the real clock, randomness, workers and messages. */
import { browser } from 'wxt/browser';

import { writeSettings } from '../../db/settings.ts';
import { ledger, wardrobe, workshop } from '../../db/stores.ts';
import { photoDesk } from '../../features/photos/photo-desk.ts';
import { photoWorkers } from '../../features/photos/photo-workers.ts';
import { MISSED, readMissed } from '../../features/rules/look-book.ts';
import type { RulesDesk } from '../../features/rules/rules-desk.tsx';
import { resumeIntakes } from '../../features/suggest/resume-intakes.ts';
import { runIntake } from '../../features/suggest/run-intake.ts';
import type { SuggestDesk } from '../../features/suggest/suggest-status.tsx';
import { cancelIntake, suggestAgain, suggestFor } from '../../features/suggest/suggest.ts';
import { ask } from '../../messaging/messenger.ts';
import { suggestDeps } from './compose-suggest.ts';

const newId = (): string => crypto.randomUUID();
const now = (): number => Date.now();

/** For the drafts pages. */
export const desk = { db: workshop, now, newId };

/** For the wardrobe's pages. */
export const wardrobeDesk = { db: wardrobe, ledger, now };

/** For the automation page. */
export const rulesDesk: RulesDesk = {
  wardrobe,
  ledger,
  workshop,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  now,
  newId,
  missed: async () => readMissed(await browser.storage.local.get(MISSED)),
  // Five minutes later it is looked at anyhow.
  wake: () => void ask('engine.wake', undefined).catch(() => undefined),
};

const workers = photoWorkers(
  () => new Worker(new URL('../../features/photos/photo-worker.ts', import.meta.url), { type: 'module' }),
  // Each holds one decoded photo; a third worker costs memory and, on most machines, gains nothing.
  Math.min(2, navigator.hardwareConcurrency || 2),
  () => AbortSignal.timeout(60_000),
);

export const photos = photoDesk({ workshop, prepare: workers.prepare, now, newId, parallel: 3 }, navigator.locks);

/** Ends with the page; the background goes on from what is stored. */
const untilClosed = new AbortController().signal;
const deps = suggestDeps(async (market) => void (await ask('catalog.refresh', { market })), true);

export const makeDrafts = (intakeId: string): Promise<string[]> => suggestFor(deps, intakeId, untilClosed);
export const retryDrafts = (draftIds: string[]): Promise<void> => suggestAgain(deps, draftIds, untilClosed);
export const resume = (): Promise<void> => resumeIntakes(deps, untilClosed, true);

export const suggestions: SuggestDesk = {
  retry: (intakeId) => runIntake(deps, intakeId, untilClosed, true),
  cancel: (intakeId) => cancelIntake(deps, intakeId, untilClosed),
  async agree(provider) {
    await writeSettings({ consent: provider });
    await resume();
  },
};
