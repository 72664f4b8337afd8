import type { Wall } from '../../../shared/wall.ts';
import type { ProbeResult } from '../../../shared/page-results.ts';
import { find, languageOf, type Sight } from '../find.ts';
import { until } from '../hand/settle.ts';
import { findMarket } from '../markets.ts';
import { NoAnswer, type Read } from '../read/fetch-json.ts';
import { controls, type ControlName } from '../selectors.ts';
import { pageKind } from '../urls.ts';
import { memberFrom } from './member.ts';
import { brokenPage, pageWall, wallAt } from './walls.ts';
import { queryOne } from '../query.ts';

/** What a page is before anything is done on it: its kind, its member, and any wall. Reads only; throws `NoAnswer`. */
export type Probe = { sight: Sight; read: Read; signal: AbortSignal; formBudget: number };

export async function probe(context: Probe): Promise<ProbeResult> {
  const { sight } = context;
  const { href, host } = sight.document.location;
  const page = pageKind(href);
  const seen = await pageState(context, page === 'sell' || page === 'edit');
  const known = { page, url: href, language: languageOf(sight.document) || (findMarket(host)?.language ?? 'en') };
  if (seen && seen.kind !== 'unknown-layout' && seen.kind !== 'site-error')
    return { ...known, member: null, wall: seen };
  const answer = await context.read('/api/v2/users/current', context.signal);
  if (answer.status === 0) throw new NoAnswer('Vinted could not be reached.');
  const { member, wall } = memberFrom(answer, sight.document);
  // Who is asked for by name comes before what the page looks like: a signed-out visit may show any layout.
  return { ...known, member, wall: wall ?? seen };
}

/** The wall the page shows, a form being given time to mount first. */
async function pageState({ sight, signal, formBudget }: Probe, needsForm: boolean): Promise<Wall | null> {
  const wall = (): Wall | null => pageWall(sight, isVinted(sight));
  const isComplete = (): boolean => sight.document.readyState !== 'loading';
  await until(() => isComplete() && (wall() !== null || !needsForm || missing(sight).length === 0), {
    root: sight.document,
    signal,
    budget: formBudget,
  });
  const seen = wall();
  if (seen || !needsForm) return seen;
  const absent = missing(sight);
  if (absent.length === 0) return null;
  return brokenPage(sight) ?? wallAt('unknown-layout', `not found: ${absent.join(', ')}`);
}

const needed: readonly ControlName[] = ['photos', 'title', 'description', 'category', 'publish'];

const missing = (sight: Sight): ControlName[] => needed.filter((name) => !find(sight, controls[name]));

/** Vinted's own header, form or front end; a page standing in for it has none of them. */
const isVinted = (sight: Sight): boolean =>
  queryOne(
    sight.document,
    '[class*="web_ui__"], [data-testid="user-menu-button"], [data-testid="header-conversations-button"]',
  ) !== null || find(sight, controls.title) !== undefined;
