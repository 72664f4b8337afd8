import { buttonsCalled, languageOf, nameOf, type Sight } from '../find.ts';
import { press } from '../hand/click.ts';
import { hasOptions } from '../hand/options.ts';
import { wordsFor } from '../labels.data.ts';
import { textOf } from '../text.ts';
import { queryAll, queryOne } from '../query.ts';

/** Dialogs and banners that come between the hand and the form (site.md §1, §3.5). */

const dialogs = '[role="dialog"], [role="alertdialog"], [aria-modal="true"], .web_ui__Dialog__content';
const cookies = '#onetrust-consent-sdk, .onetrust-pc-dark-filter, #onetrust-banner-sdk';

/** The uppermost dialog that only says something; panels of choices are no message. */
export function messageDialog(sight: Sight): Element | undefined {
  const shown = queryAll(sight.document, dialogs).filter(
    (dialog) => sight.layout.shown(dialog) && !dialog.closest(cookies) && !isPanel(sight, dialog),
  );
  return shown.at(-1)?.closest('[role="dialog"], [role="alertdialog"], [aria-modal="true"]') ?? shown.at(-1);
}

const isPanel = (sight: Sight, dialog: Element): boolean =>
  hasOptions(sight, dialog) || queryOne(dialog, 'input, [data-testid$="-content"]') !== null;

/** Puts a message away by the button that only closes it. Never one that would start something. `false` = none found. */
export function dismiss(sight: Sight, dialog: Element): boolean {
  const shown = (button: Element): boolean => sight.layout.shown(button);
  const words = wordsFor('dismiss', languageOf(sight.document));
  const byId = queryAll(dialog, '[data-testid*="close" i]').filter((button) =>
    button.matches('button, [role="button"]'),
  );
  const button = byId.find(shown) ?? buttonsCalled(dialog, words).find(shown) ?? onlyButton(sight, dialog);
  if (!button) return false;
  press(button, sight.layout.centre(button));
  return true;
}

/** A message with one button has only one answer. */
function onlyButton(sight: Sight, dialog: Element): Element | undefined {
  const buttons = queryAll(dialog, 'button, [role="button"], a[href]').filter((button) => sight.layout.shown(button));
  return buttons.length === 1 && buttons[0] && !buttons[0].matches('a[href]') ? buttons[0] : undefined;
}

/**
 * The cookie banner swallows every click below it. Only “required cookies only” is ever chosen for the seller: the
 * least that lets the form be used. Without such a button the seller must answer it.
 */
export function refuseCookies(sight: Sight): boolean {
  const banner = queryOne(sight.document, '#onetrust-consent-sdk');
  if (!banner) return false;
  const known = queryOne(banner, '#onetrust-reject-all-handler, .ot-pc-refuse-all-handler');
  const words = wordsFor('onlyNecessary', languageOf(sight.document));
  const button =
    known && sight.layout.shown(known) ? known : buttonsCalled(banner, words).find((own) => sight.layout.shown(own));
  if (!button) return false;
  press(button, sight.layout.centre(button));
  return true;
}

export const isCookieBanner = (element: Element): boolean => element.closest(cookies) !== null;

/** What a dialog says, for the seller and the diagnostics. */
export const saysOf = (dialog: Element): string => nameOf(dialog) || textOf(dialog);
