import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** Outlines on a 600 × 800 canvas: simple enough to draw, garment enough to try the product with. */
const shapes: Record<string, string> = {
  't-shirt':
    'M200 190 L260 160 Q300 195 340 160 L400 190 L470 290 L410 330 L390 300 L390 620 L210 620 L210 300 L190 330 L130 290 Z',
  pants: 'M210 150 L390 150 L410 680 L330 680 L300 330 L270 680 L190 680 Z',
  dress: 'M245 140 L265 140 Q300 190 335 140 L355 140 L350 320 L440 660 L160 660 L250 320 Z',
  skirt: 'M225 250 L375 250 L450 600 L150 600 Z',
  hat: 'M190 430 Q200 270 300 270 Q400 270 410 430 L520 455 Q300 540 80 455 Z',
  shorts: 'M200 220 L400 220 L430 500 L320 510 L300 380 L280 510 L170 500 Z',
};
const looks = [
  ['t-shirt', '#35358d', '#e9e2d6'],
  ['pants', '#20242c', '#d8d2c4'],
  ['dress', '#b3223a', '#efe9df'],
  ['skirt', '#86814a', '#e4e7ea'],
  ['hat', '#e5b539', '#d9dde2'],
  ['shorts', '#89cff0', '#ece4d4'],
] as const;

const garment = (shape: string, colour: string, cloth: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600" viewBox="0 0 600 800">
    <filter id="weave"><feTurbulence baseFrequency="0.8" numOctaves="2"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 0.16 0"/><feComposite in2="SourceGraphic" operator="in"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode/></feMerge></filter>
    <rect width="600" height="800" fill="${cloth}"/>
    <path d="${shape}" fill="#000" opacity=".18" transform="translate(10 14)"/>
    <path d="${shape}" fill="${colour}" filter="url(#weave)" stroke="#0003" stroke-width="3"/>
  </svg>`;

const label = (lines: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1200"><rect width="1000" height="1200" fill="#f7f5f0"/>${lines
    .map(
      (line, index) =>
        `<text x="90" y="${170 + index * 120}" font-family="DejaVu Sans, Arial, sans-serif" font-size="64" fill="#222">${line}</text>`,
    )
    .join('')}</svg>`;

/** Draws the samples once into `folder`; they are pictures of nobody's clothes. */
export async function samplePhotos(folder: string): Promise<string> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return folder;
  mkdirSync(folder, { recursive: true });
  const write = async (name: string, svg: string): Promise<void> =>
    writeFileSync(join(folder, name), await sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer());
  for (const [index, [kind, colour, cloth]] of looks.entries()) {
    await write(`${index + 1}-${kind}.jpg`, garment(shapes[kind] ?? '', colour, cloth));
  }
  await write(
    '1-t-shirt-label.jpg',
    label(['ESPRIT', 'M', '60% COTTON', '40% POLYESTER', 'MADE IN PORTUGAL', 'WASH AT 30']),
  );
  return folder;
}
