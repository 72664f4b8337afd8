import type { ListingForm } from '../../../../shared/listing-form.ts';
import { find } from '../../find.ts';
import { click } from '../../hand/click.ts';
import { type Hand, within } from '../../hand/hand.ts';
import { nextTask, pause, until } from '../../hand/settle.ts';
import { focus, insertOver, leave, put, type TextField } from '../../hand/type.ts';
import { readAmount, spellingsOf } from '../../price-text.ts';
import { controls } from '../../selectors.ts';
import { present } from './present.ts';
import { absent, type Filled, refused, type SellField, type SellPage } from './sell-page.ts';
import { isTextField, valueOf } from './text-field.ts';

const fieldOf = (page: SellPage): HTMLElement | undefined => find(page.sight, controls.price);
const shownBy = (page: SellPage): string => valueOf(fieldOf(page));

/** A live mask (site.md §3.2): one insertion, read back, the other decimal sign when it was misread. */
export const price: SellField = {
  wants: (form) => form.price,
  shows: shownBy,
  holds: (page, form) => form.price !== null && isCommitted(page, form.price.amount),
  fill: async (page, form) => {
    if (!form.price) return { is: 'skipped', shows: '' };
    const field = await present(page, controls.price);
    if (!isTextField(field)) return absent();
    const { amount } = form.price;
    if (isCommitted(page, amount)) return { is: 'already', shows: shownBy(page) };
    if (field.readOnly || field.disabled) return refused(field.value, 'The site locked the price.');
    return write(page, amount);
  },
};

/**
 * Cleared and written again: a re-render may have lost the amount from what will be sent while the field still shows it
 * (site.md §3.2), and the same amount over itself is no change to the page.
 */
export async function writeAnew(page: SellPage, form: ListingForm): Promise<Filled> {
  const field = fieldOf(page);
  if (!form.price || !isTextField(field) || field.readOnly || field.disabled) return { is: 'skipped', shows: '' };
  focus(field);
  put(field, '');
  await nextTask();
  return write(page, form.price.amount);
}

type Write = (field: TextField, text: string) => void;
/** A trusted insertion first; the plain setter may show an amount without committing it. */
const writes: readonly Write[] = [insertOver, put];
/** How long the mask may take to settle after the field was left. */
const maskSettles = 250;

async function write(page: SellPage, amount: number): Promise<Filled> {
  for (const into of writes) {
    for (const text of spellingsOf(amount)) {
      const field = fieldOf(page);
      if (!isTextField(field)) return absent();
      if (page.hand.pace.kind === 'human') await click(page.hand, field);
      await writeOnce(page.hand, field, text, into);
      if (await until(() => isCommitted(page, amount), within(page.hand, maskSettles))) {
        return { is: 'filled', shows: shownBy(page) };
      }
    }
  }
  const shows = shownBy(page);
  // No mirror of the value to prove it, but the field itself says the right amount.
  return readAmount(shows) === amount
    ? { is: 'filled', shows }
    : refused(shows, 'The price field does not take this amount.');
}

async function writeOnce(hand: Hand, field: TextField, text: string, into: Write): Promise<void> {
  into(field, text);
  await pause(hand.pace.key() * text.length, hand.signal);
  leave(field);
}

/** Shown and, where React mirrors what it holds in the attribute, held too: shown alone was saved as 0.00 (site.md §3.1). */
function isCommitted(page: SellPage, amount: number): boolean {
  const field = fieldOf(page);
  if (!isTextField(field) || readAmount(field.value) !== amount) return false;
  const mirrored = field.getAttribute('value');
  return mirrored === null || readAmount(mirrored) === amount;
}
