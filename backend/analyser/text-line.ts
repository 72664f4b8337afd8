import type { Pixels } from './photo-pixels.ts';
import type { TextBox } from './text-boxes.ts';

/** Height of a line as the recogniser wants it. */
export const lineHeight = 48;
const widestLine = 1_280;
const narrowestLine = 24;

/** One line of text cut out level, as the recogniser's input: three planes of −1 … 1. */
export function cutLine(pixels: Pixels, box: TextBox, upsideDown: boolean): { input: Float32Array; width: number } {
  const width = Math.round(Math.min(widestLine, Math.max(narrowestLine, (box.width / box.height) * lineHeight)));
  const area = lineHeight * width;
  const input = new Float32Array(3 * area);
  const looks = Math.min(3, Math.max(1, Math.round(box.height / lineHeight)));
  for (let index = 0; index < area; index += 1) {
    const place = upsideDown ? area - 1 - index : index;
    const colour = meanColour(pixels, box, { column: index % width, row: Math.floor(index / width), width, looks });
    for (let channel = 0; channel < 3; channel += 1) input[channel * area + place] = (colour[channel] ?? 0) / 127.5 - 1;
  }
  return { input, width };
}

type Cell = { column: number; row: number; width: number; looks: number };

/** Mean of a few looks per cell, so that large print does not flicker when it is made small. */
function meanColour(pixels: Pixels, box: TextBox, { column, row, width, looks }: Cell): [number, number, number] {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const sum: [number, number, number] = [0, 0, 0];
  for (let look = 0; look < looks * looks; look += 1) {
    const u = ((column + ((look % looks) + 0.5) / looks) / width - 0.5) * box.width;
    const v = ((row + (Math.floor(look / looks) + 0.5) / looks) / lineHeight - 0.5) * box.height;
    addPixel(pixels, box.x + u * cos - v * sin - 0.5, box.y + u * sin + v * cos - 0.5, sum);
  }
  const count = looks * looks;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** Bilinear; beyond the edge the edge goes on. */
function addPixel({ data, width, height }: Pixels, x: number, y: number, sum: [number, number, number]): void {
  const [cx, cy] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  const [left, top] = [Math.floor(cx), Math.floor(cy)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [fx, fy] = [cx - left, cy - top];
  const corners = [
    [(top * width + left) * 3, (1 - fx) * (1 - fy)],
    [(top * width + right) * 3, fx * (1 - fy)],
    [(bottom * width + left) * 3, (1 - fx) * fy],
    [(bottom * width + right) * 3, fx * fy],
  ] as const;
  for (const [offset, weight] of corners) {
    sum[0] += (data[offset] ?? 0) * weight;
    sum[1] += (data[offset + 1] ?? 0) * weight;
    sum[2] += (data[offset + 2] ?? 0) * weight;
  }
}
