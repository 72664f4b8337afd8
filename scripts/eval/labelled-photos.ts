import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type LabelledPhoto = { file: string; label: string | null; colours: string[] };
export type LabelledFolder = { photos: LabelledPhoto[]; complaints: string[] };

/** Photos named by `labels.csv` and `colours.csv` (either may lack); rows that lead nowhere are named, never fatal. */
export function readFolder(folder: string): LabelledFolder {
  const complaints: string[] = [];
  const labels = readTable(join(folder, 'labels.csv'), complaints);
  const colours = readTable(join(folder, 'colours.csv'), complaints);
  const known = new Set(readdirSync(folder));
  const files = [...new Set([...labels.keys(), ...colours.keys()])];
  const found = files.filter((file) => known.has(file) || existsSync(join(folder, file)));
  for (const file of files) if (!found.includes(file)) complaints.push(`${file}: named in a table, not in the folder`);
  return {
    photos: found.map((file) => ({
      file,
      label: plainLabel(labels.get(file)),
      colours: (colours.get(file) ?? '')
        .split('|')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ''),
    })),
    complaints,
  };
}

/** First two columns of a CSV with a heading line; quotes, semicolons, tabs, CRLF and a byte order mark are tolerated. */
function readTable(path: string, complaints: string[]): Map<string, string> {
  if (!existsSync(path)) return new Map();
  const rows = new Map<string, string>();
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  for (const [number, line] of lines.entries()) {
    const [file = '', value = ''] = line.split(/[,;\t]/).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
    if (line.trim() === '' || (number === 0 && !/\.\w{2,5}$/.test(file))) continue;
    if (file === '' || value === '')
      complaints.push(`${path.split('/').at(-1)} line ${number + 1}: "${line.slice(0, 60)}"`);
    else rows.set(file, value);
  }
  return rows;
}

const synonyms: Record<string, string> = {
  outerwear: 'outwear',
  tshirt: 't-shirt',
  't shirt': 't-shirt',
  trousers: 'pants',
  'long sleeve': 'longsleeve',
  'long-sleeve': 'longsleeve',
  tag: 'label',
  'care label': 'label',
};

function plainLabel(label: string | undefined): string | null {
  const plain = label?.trim().toLowerCase();
  return plain === undefined || plain === '' ? null : (synonyms[plain] ?? plain);
}
