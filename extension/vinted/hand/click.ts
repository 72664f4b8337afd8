import { textOf, clip } from '../text.ts';
import { type Hand, Refused } from './hand.ts';
import { pause } from './settle.ts';

/** A whole click as a pointer makes it: `element.click()` alone leaves some of Vinted's triggers cold (site.md §3.1). */
export async function click(hand: Hand, element: Element): Promise<void> {
  await pause(hand.pace.gesture(), hand.signal);
  await clearTheWay(hand, element);
  hand.signal.throwIfAborted();
  press(element, hand.layout.centre(element));
}

async function clearTheWay(hand: Hand, element: Element): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const cover = hand.layout.coveredBy(element);
    if (!cover) return;
    if (!(await hand.unblock(cover))) {
      throw new Refused(`Something lies over “${clip(textOf(element), 40)}”: “${clip(textOf(cover), 120)}”`);
    }
  }
}

/** The events of one click, at once and in the order a browser sends them. */
export function press(element: Element, at: { x: number; y: number }): void {
  const view = element.ownerDocument.defaultView;
  const where = { bubbles: true, cancelable: true, composed: true, view, clientX: at.x, clientY: at.y };
  const pointer = { ...where, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  const down = { button: 0, buttons: 1, detail: 1 };
  const up = { button: 0, buttons: 0, detail: 1 };
  element.dispatchEvent(new PointerEvent('pointerover', pointer));
  element.dispatchEvent(new PointerEvent('pointermove', pointer));
  element.dispatchEvent(new MouseEvent('mousemove', where));
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, ...down }));
  if (element.dispatchEvent(new MouseEvent('mousedown', { ...where, ...down }))) focusNear(element);
  element.dispatchEvent(new PointerEvent('pointerup', { ...pointer, ...up }));
  element.dispatchEvent(new MouseEvent('mouseup', { ...where, ...up }));
  element.dispatchEvent(new MouseEvent('click', { ...where, ...up }));
}

/** A real mousedown moves the focus; a synthetic one does not. */
function focusNear(element: Element): void {
  const focusable = element.closest('input, textarea, button, a[href], [tabindex]');
  if (focusable instanceof HTMLElement) focusable.focus({ preventScroll: true });
}

export function pressKey(element: Element, key: string): void {
  const init = { key, code: key, bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new KeyboardEvent('keydown', init));
  element.dispatchEvent(new KeyboardEvent('keyup', init));
}
