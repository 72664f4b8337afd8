export type Extent = { top: number; height: number; rowHeight: number; columns: number; overscan: number };

/** Which items of a long list to draw, and how much room the others take: first and last row by scroll position. */
export function windowOf(count: number, { top, height, rowHeight, columns, overscan }: Extent) {
  const rows = Math.ceil(count / columns);
  const first = Math.max(0, Math.min(rows, Math.floor(top / rowHeight)) - overscan);
  const last = Math.min(rows, Math.ceil((top + height) / rowHeight) + overscan);
  return {
    from: first * columns,
    to: Math.max(first, last) * columns,
    before: first * rowHeight,
    after: Math.max(0, rows - last) * rowHeight,
  };
}
