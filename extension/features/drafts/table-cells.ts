import type { Draft } from '../../../shared/draft.ts';
import type { DraftChange } from './change-draft.ts';
import type { CategoryRules } from './category-rules.ts';
import { currencyOf } from './currency-of.ts';
import { findSize } from './missing.ts';
import { amountText, parsePriceInput, type PriceProblem } from '../../../shared/price.ts';

export const columns = ['title', 'category', 'brand', 'size', 'condition', 'attributes', 'price', 'package'] as const;
export type Column = (typeof columns)[number];
/** Picked in a dialog of their own, never typed. */
export type PickedColumn = 'category' | 'attributes';
export type Cell = { row: number; column: number };

/** What a cell shows for typing: never a formatted price, which would not read back. */
export function cellText(draft: Draft, column: Column, language: string): string {
  const { fields } = draft;
  if (column === 'title') return fields.title.value ?? '';
  if (column === 'category') return fields.category.value?.path.at(-1) ?? '';
  if (column === 'size') return fields.size.value?.label ?? '';
  if (column === 'brand') return fields.brand.value === 'none' ? '-' : (fields.brand.value?.label ?? '');
  if (column === 'price') return fields.price.value ? amountText(fields.price.value.amount, language) : '';
  if (column === 'attributes')
    return Object.values(draft.attributes)
      .map(({ label }) => label)
      .join(', ');
  return String(fields[column].value ?? '');
}

export type Typed = { ok: true; change: DraftChange } | { ok: false; problem: PriceProblem };

/** What text typed into a cell changes; "-" as brand is Vinted's "no brand". A category and its lists are picked, not typed. */
export function readCell(
  draft: Draft,
  column: Exclude<Column, PickedColumn>,
  text: string,
  rules: CategoryRules | null,
): Typed {
  const plain = text.trim();
  if (column === 'title') return changing({ title: text });
  if (column === 'brand')
    return changing({ brand: plain === '' ? null : plain === '-' ? 'none' : { id: null, label: plain.slice(0, 80) } });
  if (column === 'size') return changing({ size: plain === '' ? null : sizeOf(plain, rules) });
  if (column === 'condition' || column === 'package')
    return changing({ [column]: plain === '' ? null : Number(plain) });
  const currency = currencyOf(draft.market);
  const parsed = parsePriceInput(text, currency);
  if (parsed.ok) return changing({ price: parsed.value });
  return parsed.problem === 'empty' ? changing({ price: null }) : parsed;
}

const changing = (fields: NonNullable<DraftChange['fields']>): Typed => ({ ok: true, change: { fields } });

function sizeOf(label: string, rules: CategoryRules | null) {
  const offered = rules && findSize({ id: null, label }, rules);
  return { id: offered?.id ?? null, label: offered?.label ?? label.slice(0, 200) };
}

/** Where a key leads from a cell; undefined = it is not a key that moves. Tab runs on into the next row. */
export function nextCell(
  cell: Cell,
  key: string,
  shift: boolean,
  rows: number,
  width: number = columns.length,
): Cell | undefined {
  const last = width - 1;
  const clamp = (row: number, column: number): Cell => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(last, column)),
  });
  if (key === 'ArrowUp') return clamp(cell.row - 1, cell.column);
  if (key === 'ArrowDown') return clamp(cell.row + 1, cell.column);
  if (key === 'Enter') return clamp(cell.row + (shift ? -1 : 1), cell.column);
  if (key === 'ArrowLeft') return clamp(cell.row, cell.column - 1);
  if (key === 'ArrowRight') return clamp(cell.row, cell.column + 1);
  if (key === 'Home') return clamp(cell.row, 0);
  if (key === 'End') return clamp(cell.row, last);
  if (key !== 'Tab') return undefined;
  const place = cell.row * width + cell.column + (shift ? -1 : 1);
  if (place < 0 || place >= rows * width) return undefined;
  return { row: Math.floor(place / width), column: place % width };
}
