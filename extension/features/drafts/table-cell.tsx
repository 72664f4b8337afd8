import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { conditions, packageIds } from '../../../shared/vocabulary.ts';
import { classNames } from '../../ui/class-names.ts';
import { showToast } from '../../ui/toasts.tsx';
import { AttributesCell } from './attributes-cell.tsx';
import { brandText } from './brand-field.tsx';
import { CategoryCell } from './category-cell.tsx';
import type { CatalogIndex, CategoryRules } from './category-rules.ts';
import { changeDraft, restoreField } from './change-draft.ts';
import { useDesk } from './desk-context.tsx';
import type { Missing } from './missing.ts';
import { formatMoney, type PriceProblem } from '../../../shared/price.ts';
import { cellText, readCell, type Column, type PickedColumn } from './table-cells.ts';
import { conditionWords, parcelWords } from '../../ui/vocabulary-words.ts';
import { fieldWords, missingWords, priceWords } from './words.ts';

type CellProps = {
  draft: Draft;
  column: Column;
  rules: CategoryRules | null;
  index: CatalogIndex | null;
  fault: Missing | undefined;
  name: string;
  isCurrent: boolean;
  locked: boolean;
  onCurrent: () => void;
  go: (key: string, shift: boolean) => boolean;
};

type Edit = { text: string; problem: PriceProblem | undefined };

/** One value of the sheet: shown, or while edited a box. What is typed is saved on each key; Escape brings back. */
export function TableCell(props: CellProps) {
  const { draft, column, fault, name, isCurrent, locked, onCurrent } = props;
  const [edit, setEdit] = useState<Edit | null>(null);
  const cell = useRef<HTMLTableCellElement>(null);
  const begin = (text: string): void => {
    const nothingToPick = column === 'attributes' && !props.rules?.attributes.length;
    if (!locked && !nothingToPick) setEdit({ text, problem: undefined });
  };
  const end = (): void => {
    setEdit(null);
    cell.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (edit || event.target !== cell.current) return;
    if (event.key === 'Enter' || event.key === 'F2') begin(cellText(draft, column, navigator.language));
    else if (event.key === 'Delete' || event.key === 'Backspace') begin('');
    else if (
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !isChoice(column)
    )
      begin(event.key);
    else if (event.key === 'Tab' || !props.go(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <td
      ref={cell}
      data-cell={name}
      tabIndex={isCurrent ? 0 : -1}
      aria-readonly={locked}
      title={fault ? missingWords(fault) : undefined}
      onFocus={(event) => event.target === cell.current && onCurrent()}
      onDblClick={() => begin(cellText(draft, column, navigator.language))}
      onKeyDown={onKey}
      class={classNames(
        'max-w-60 cursor-cell px-3 py-1 focus-visible:-outline-offset-2',
        column === 'price' && 'tabular-nums',
        fault && 'shadow-[inset_3px_0_0_var(--color-warning)]',
      )}
    >
      {edit && column === 'category' && <CategoryCell draft={draft} index={props.index} onEnd={end} />}
      {edit && column === 'attributes' && <AttributesCell draft={draft} rules={props.rules} onEnd={end} />}
      {edit && column !== 'category' && column !== 'attributes' ? (
        <CellEditor {...props} column={column} edit={edit} onEdit={setEdit} onEnd={end} />
      ) : (
        <span class={classNames('line-clamp-2', !shownText(draft, column) && 'text-ink-soft')}>
          {shownText(draft, column) || emptyText(props)}
        </span>
      )}
    </td>
  );
}

const isChoice = (column: Column): boolean => ['condition', 'package', 'category', 'attributes'].includes(column);

/** A category without lists of its own leaves nothing open. */
const emptyText = ({ column, rules }: CellProps): string =>
  column === 'attributes' && !rules?.attributes.length ? '–' : i18n.t('drafts.table.open');

function shownText(draft: Draft, column: Column): string {
  const { fields } = draft;
  if (column === 'brand') return brandText(fields.brand.value);
  if (column === 'condition') return fields.condition.value === null ? '' : conditionWords(fields.condition.value);
  if (column === 'package') return fields.package.value === null ? '' : parcelWords(fields.package.value);
  if (column === 'price') return fields.price.value ? formatMoney(fields.price.value, navigator.language) : '';
  return cellText(draft, column, navigator.language);
}

type EditorProps = CellProps & {
  column: Exclude<Column, PickedColumn>;
  edit: Edit;
  onEdit: (edit: Edit) => void;
  onEnd: () => void;
};

function CellEditor({ draft, column, rules, edit, onEdit, onEnd, go }: EditorProps) {
  const desk = useDesk();
  const before = useRef(draft.fields[column]);
  const type = (text: string): void => {
    const typed = readCell(draft, column, text, rules);
    onEdit({ text, problem: typed.ok ? undefined : typed.problem });
    if (typed.ok) changeDraft(desk, draft.id, typed.change).catch(() => showToast(i18n.t('drafts.notSaved')));
  };
  // The key that opened the box is the first of the new text; written before the next key can come.
  useLayoutEffect(() => {
    if (edit.text !== cellText(draft, column, navigator.language)) type(edit.text);
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      void restoreField(desk, draft.id, column, before.current);
      onEnd();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      if (edit.problem) return event.preventDefault();
      onEnd();
      if (!go(event.key, event.shiftKey)) return undefined;
    } else return undefined;
    event.preventDefault();
    return event.stopPropagation();
  };
  const shared = {
    'aria-label': fieldWords(column),
    ref: focusOnce,
    onKeyDown: onKey,
    onBlur: () => !edit.problem && onEnd(),
    class: 'control min-h-9! px-2! py-1!',
  };
  if (isChoice(column)) {
    const ids: number[] = column === 'condition' ? conditions.map(({ id }) => id) : Object.values(packageIds);
    const words = column === 'condition' ? conditionWords : parcelWords;
    return (
      <select {...shared} value={edit.text} onChange={(event) => type(event.currentTarget.value)}>
        <option value="">–</option>
        {ids.map((id) => (
          <option key={id} value={String(id)}>
            {words(id)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <>
      <input
        {...shared}
        type="text"
        value={edit.text}
        aria-invalid={edit.problem ? true : undefined}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {edit.problem && (
        <span role="alert" class="block text-xs font-medium text-danger">
          {priceWords(edit.problem)}
        </span>
      )}
    </>
  );
}

const focused = new WeakSet<HTMLElement>();

function focusOnce(element: HTMLElement | null): void {
  if (!element || focused.has(element)) return;
  focused.add(element);
  element.focus();
  if (element instanceof HTMLInputElement) element.setSelectionRange(element.value.length, element.value.length);
}
