/** Where the panel may be: distances of its lower right corner from that of the viewport, in CSS pixels. No DOM here. */
export type Place = { x: number; y: number; folded: boolean };
export type Size = { width: number; height: number };
type Box = { left: number; top: number; right: number; bottom: number };

const margin = 12;
/** From this width on Vinted's form and an open panel fit side by side. */
const besideForm = 1_400;
const keyStep = 24;

/** Where the seller left it, else docked right; where it would cover the form it always starts folded. */
export const startPlace = (remembered: Place | null, viewWidth: number): Place => ({
  x: remembered?.x ?? margin,
  y: remembered?.y ?? margin,
  folded: viewWidth < besideForm || (remembered?.folded ?? false),
});

const within = (value: number, high: number): number =>
  Number.isFinite(value) ? Math.max(margin, Math.min(value, high)) : margin;

/** The same place, moved just enough to be wholly on the screen. */
export const onScreen = (place: Place, own: Size, view: Size): Place => ({
  x: within(place.x, view.width - own.width - margin),
  y: within(place.y, view.height - own.height - margin),
  folded: place.folded,
});

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
  ArrowUp: [0, -keyStep],
  ArrowDown: [0, keyStep],
};

/** Moved by so much to the right and down. */
export const movedBy = (place: Place, right: number, down: number): Place => ({
  ...place,
  x: place.x - right,
  y: place.y - down,
});

/** Where an arrow key takes the panel; `undefined` for every other key. */
export function movedByKey(place: Place, key: string): Place | undefined {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return step && movedBy(place, ...step);
}

/** Whether two boxes share any pixel. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
