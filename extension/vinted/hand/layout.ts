/** What the eye sees of a page. A parameter, because only a real browser lays out. */
export interface Layout {
  /** Has a size and is not hidden: desktop and mobile copies share one document, the wrong one is 0×0 (site.md §1). */
  shown(element: Element): boolean;
  /** Shown to nobody although it has its size: transparent, inert or hidden from screen readers. A twin without that is meant. */
  isDecoy(element: Element): boolean;
  /** Brings it into view; then: what a pointer at its centre would hit, `null` when nothing covers it. */
  coveredBy(element: Element): Element | null;
  centre(element: Element): { x: number; y: number };
}

/** Our own panel floats above the page; synthetic events reach what lies below it. */
export const ownUi = 'vintedbot-panel';
const isOwnUi = (element: Element): boolean => element.closest(`${ownUi}, [data-vintedbot]`) !== null;

export function browserLayout(document: Document): Layout {
  return {
    shown: (element) => {
      const box = element.getBoundingClientRect();
      return isSeen(box) && isReachable(element, box) && element.checkVisibility({ visibilityProperty: true });
    },
    isDecoy: (element) =>
      element.closest('[aria-hidden="true"], [inert]') !== null || !element.checkVisibility({ opacityProperty: true }),
    coveredBy: (element) => {
      if (!isInView(element)) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { x, y } = centreOf(element);
      const hit = document.elementsFromPoint(x, y).find((candidate) => !isOwnUi(candidate));
      return !hit || belongsTo(hit, element) ? null : hit;
    },
    centre: centreOf,
  };
}

/** One pixel is what pages give to what only a screen reader is to find. */
const isSeen = ({ width, height }: DOMRect): boolean => width > 1 && height > 1;

/** Left of or above everything that can be scrolled: copies are parked there. */
function isReachable(element: Element, { right, bottom }: DOMRect): boolean {
  let [x, y] = [right, bottom];
  for (let around = element.parentElement; around && (x <= 0 || y <= 0); around = around.parentElement) {
    x += around.scrollLeft;
    y += around.scrollTop;
  }
  return x > 0 && y > 0;
}

function isInView(element: Element): boolean {
  const { x, y } = centreOf(element);
  const hit = element.ownerDocument.elementFromPoint(x, y);
  return hit !== null && belongsTo(hit, element);
}

/** A click on a part of it, or on the label or row around it, is a click on it. */
function belongsTo(hit: Element, element: Element): boolean {
  if (element.contains(hit)) return true;
  const around = hit.contains(element) || hit.parentElement?.contains(element) === true;
  return around && hit.getBoundingClientRect().height <= element.getBoundingClientRect().height * 3 + 48;
}

function centreOf(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
