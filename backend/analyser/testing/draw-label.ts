import sharp from 'sharp';

/** A drawn care label for tests: no photograph of a label is free to use. */
export type DrawnLabel = {
  lines: readonly string[];
  /** Degrees clockwise. */
  turned?: number;
  cloth?: string;
  ink?: string;
  size?: number;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export async function drawLabel({
  lines,
  turned = 0,
  cloth = '#f4f2ec',
  ink = '#222222',
  size = 34,
}: DrawnLabel): Promise<Uint8Array> {
  const width = Math.max(420, Math.round(Math.max(...lines.map((line) => line.length)) * size * 0.68) + 80);
  const height = lines.length * size * 1.6 + 90;
  const text = lines.map((line, row) => `<text x="40" y="${70 + row * size * 1.6}">${escaped(line)}</text>`).join('');
  const style = `font-family="DejaVu Sans, Liberation Sans, Arial, sans-serif" font-size="${size}" fill="${ink}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${cloth}"/><g ${style}>${text}</g></svg>`;
  const label = await sharp(Buffer.from(svg)).png().toBuffer();
  const upright = await sharp(label).rotate(turned, { background: '#8d7f72' }).toBuffer();
  return sharp(upright)
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#8d7f72' })
    .flatten({ background: '#8d7f72' })
    .blur(0.7)
    .jpeg({ quality: 80 })
    .toBuffer();
}
