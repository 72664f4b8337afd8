/**
 * From the detector's text map to boxes: connected regions, each wrapped in its smallest rectangle at any angle and
 * widened, since the map shows only the core of a line.
 */
export type TextBox = {
  /** Middle, in pixels of the map. */
  x: number;
  y: number;
  /** Along the reading direction and across it. */
  width: number;
  height: number;
  /** Radians; the reading direction up to half a turn: −60° ≤ angle < 120°. */
  angle: number;
};

type Point = readonly [x: number, y: number];

const textFrom = 0.3;
const sureFrom = 0.55;
const smallestSide = 3;
const widening = 1.6;

export function textBoxes(map: Float32Array, width: number, height: number): TextBox[] {
  const seen = new Uint8Array(map.length);
  const boxes: TextBox[] = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] || (map[start] ?? 0) <= textFrom) continue;
    const region = regionFrom(start, map, seen, width, height);
    const box = region.mean >= sureFrom ? smallestBox(hull(region.edge)) : null;
    if (box && Math.min(box.width, box.height) >= smallestSide) boxes.push(widened(box));
  }
  return boxes;
}

/** Leftmost and rightmost point of each row of the region suffice for its hull. */
function regionFrom(
  start: number,
  map: Float32Array,
  seen: Uint8Array,
  width: number,
  height: number,
): { edge: Point[]; mean: number } {
  const rows = new Map<number, [left: number, right: number]>();
  const waiting = [start];
  let sum = 0;
  let count = 0;
  seen[start] = 1;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    sum += map[at] ?? 0;
    count += 1;
    const row = rows.get(y);
    rows.set(y, row ? [Math.min(row[0], x), Math.max(row[1], x)] : [x, x]);
    for (const next of neighbours(at, x, y, width, height)) {
      if (seen[next] || (map[next] ?? 0) <= textFrom) continue;
      seen[next] = 1;
      waiting.push(next);
    }
  }
  const edge = [...rows].flatMap(([y, [left, right]]): Point[] => [
    [left, y],
    [right + 1, y],
    [left, y + 1],
    [right + 1, y + 1],
  ]);
  return { edge, mean: sum / count };
}

function neighbours(at: number, x: number, y: number, width: number, height: number): number[] {
  const around: number[] = [];
  if (x > 0) around.push(at - 1);
  if (x < width - 1) around.push(at + 1);
  if (y > 0) around.push(at - width);
  if (y < height - 1) around.push(at + width);
  return around;
}

function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(points: readonly Point[]): Point[] {
  const half: Point[] = [];
  for (const point of points) {
    while (half.length > 1 && turn(half.at(-2) ?? point, half.at(-1) ?? point, point) <= 0) half.pop();
    half.push(point);
  }
  return half.slice(0, -1);
}

const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** The smallest rectangle lies along one of the hull's edges. */
function smallestBox(points: readonly Point[]): TextBox | null {
  let best: TextBox | null = null;
  for (const [index, from] of points.entries()) {
    const to = points[(index + 1) % points.length] ?? from;
    const box = boxAlong(points, Math.atan2(to[1] - from[1], to[0] - from[0]));
    if (!best || box.width * box.height < best.width * best.height) best = box;
  }
  return best;
}

function boxAlong(points: readonly Point[], angle: number): TextBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = points.map(([x, y]) => x * cos + y * sin);
  const across = points.map(([x, y]) => y * cos - x * sin);
  const [left, right, top, bottom] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const box = { x: u * cos - v * sin, y: u * sin + v * cos, width: right - left, height: bottom - top, angle };
  return asRead(box);
}

/** Angles are kept within half a turn from here, so that all lines of one label point the same way. */
const leftmost = -Math.PI / 3;

/** Text runs along the longer side; upright single characters count as level. */
function asRead(box: TextBox): TextBox {
  const level = Math.abs(Math.sin(box.angle)) < Math.SQRT1_2;
  const turned = level ? box.height > box.width * 1.5 : box.width < box.height * 1.5;
  const sides = turned ? { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 } : box;
  return { ...sides, angle: ((((sides.angle - leftmost) % Math.PI) + Math.PI) % Math.PI) + leftmost };
}

function widened(box: TextBox): TextBox {
  const by = (box.width * box.height * widening) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * by, height: box.height + 2 * by };
}
