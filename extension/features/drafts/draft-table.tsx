import { Copy } from 'lucide-preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { classNames } from '../../ui/class-names.ts';
import { HeadCell } from '../../ui/head-cell.tsx';
import { isEditable } from './bulk-edit.ts';
import type { Checks } from './checks.ts';
import type { ListProps } from './draft-cards.tsx';
import { StateBadge } from './draft-status.tsx';
import { PhotoThumb } from './photo.tsx';
import { TableCell } from './table-cell.tsx';
import { columns, nextCell, type Cell, type Column } from './table-cells.ts';
import { useWindow } from '../../ui/use-window.tsx';
import { fieldWords } from './words.ts';

const ROW = 57;

/** Drafts as a sheet: arrows walk, typing or Enter edits, Tab and Enter go on, Escape takes back. */
export function DraftTable({ drafts, checks, chosen, hasTwin, onOpen, onChoose, onChooseAll }: ListProps) {
  const window = useWindow<HTMLDivElement>(drafts.length, { rowHeight: ROW, columnsAt: () => 1 });
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef(false);
  // Before the next key arrives: a fast typist must not type into the cell just left.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${at.row}-${at.column}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at]);
  const shown = useMemo(() => shownColumns(drafts, checks), [drafts, checks]);
  const go = (key: string, shift: boolean): boolean => {
    const next = nextCell(at, key, shift, drafts.length, shown.length);
    if (!next) return false;
    wanted.current = true;
    setAt(next);
    return true;
  };
  const allChosen = drafts.length > 0 && drafts.every((draft) => chosen.has(draft.id));
  return (
    <div class="grid gap-2">
      <p class="text-sm text-ink-soft">{i18n.t('drafts.table.howTo')}</p>
      <div ref={window.home} class="overflow-x-auto rounded-lg border border-line bg-surface">
        <table
          ref={table}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are edited in place is a grid
          role="grid"
          aria-label={i18n.t('drafts.title')}
          aria-rowcount={drafts.length + 1}
          class="w-full min-w-240 border-collapse text-sm"
        >
          <thead class="bg-sunken text-left text-ink-soft">
            <tr aria-rowindex={1}>
              <HeadCell class="w-10">
                <input
                  type="checkbox"
                  class="size-4"
                  aria-label={i18n.t('drafts.chooseAll')}
                  checked={allChosen}
                  onChange={() => onChooseAll(!allChosen)}
                />
              </HeadCell>
              <HeadCell class="w-14">
                <span class="sr-only">{i18n.t('drafts.open')}</span>
              </HeadCell>
              {shown.map((column) => (
                <HeadCell key={column} class={column === 'title' ? 'w-[26%]' : ''}>
                  {fieldWords(column)}
                </HeadCell>
              ))}
              <HeadCell>{i18n.t('drafts.table.state')}</HeadCell>
            </tr>
          </thead>
          <Gap height={window.before} />
          <tbody>
            {drafts.slice(window.from, window.to).map((draft, place) => (
              <DraftRow
                key={draft.id}
                {...{ draft, shown, checks, at, onOpen, onChoose, go }}
                row={window.from + place}
                isChosen={chosen.has(draft.id)}
                isTwin={hasTwin(draft)}
                onAt={setAt}
              />
            ))}
          </tbody>
          <Gap height={window.after} />
        </table>
      </div>
    </div>
  );
}

/** Room of the rows that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  ) : null;

/** A column for the lists of categories only where some draft's category has one. */
const shownColumns = (drafts: Draft[], checks: Checks): Column[] =>
  drafts.some((draft) => checks.rules(draft)?.attributes.length)
    ? [...columns]
    : columns.filter((column) => column !== 'attributes');

type RowProps = {
  draft: Draft;
  shown: Column[];
  row: number;
  isChosen: boolean;
  isTwin: boolean;
  at: Cell;
  onAt: (cell: Cell) => void;
  go: (key: string, shift: boolean) => boolean;
} & Pick<ListProps, 'checks' | 'onOpen' | 'onChoose'>;

function DraftRow({ draft, shown, row, isChosen, isTwin, at, checks, onAt, go, onOpen, onChoose }: RowProps) {
  const title = draft.fields.title.value ?? i18n.t('drafts.untitled');
  const [cover] = draft.photoIds;
  const missing = checks.missing(draft);
  return (
    <tr
      aria-rowindex={row + 2}
      aria-selected={isChosen}
      style={{ height: ROW }}
      class={classNames('border-t border-line', isChosen && 'bg-primary-soft')}
    >
      <td class="px-3">
        <input
          type="checkbox"
          class="size-4"
          aria-label={i18n.t('drafts.chooseNamed', [title])}
          checked={isChosen}
          onClick={(event) => onChoose(draft.id, event.shiftKey)}
        />
      </td>
      <td class="p-1">
        <button
          type="button"
          class="block size-12 overflow-hidden rounded-sm"
          aria-label={i18n.t('drafts.openNamed', [title])}
          title={i18n.t('drafts.open')}
          onClick={() => onOpen(draft.id)}
        >
          {cover ? <PhotoThumb key={cover} id={cover} alt="" /> : <span class="block size-full bg-sunken" />}
        </button>
      </td>
      {shown.map((column, place) => (
        <TableCell
          key={column}
          draft={draft}
          column={column}
          rules={checks.rules(draft)}
          index={checks.index(draft.market)}
          fault={missing.find((one) => one.field === column)}
          name={`${row}-${place}`}
          isCurrent={at.row === row && at.column === place}
          locked={!isEditable(draft)}
          onCurrent={() => onAt({ row, column: place })}
          go={go}
        />
      ))}
      <td class="px-3">
        <span class="flex items-center gap-1.5">
          <StateBadge draft={draft} missing={missing} />
          {isTwin && (
            <span title={i18n.t('drafts.twin.title')} class="relative text-warning">
              <Copy aria-hidden="true" size={15} />
              <span class="sr-only">{i18n.t('drafts.twin.badge')}</span>
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}
