import { Check, ChevronRight, CornerUpLeft } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Dialog } from '../../ui/dialog.tsx';
import { stepFocus } from '../../ui/step-focus.ts';
import { pathTo, type CatalogIndex } from './category-rules.ts';

type BrowserProps = {
  open: boolean;
  index: CatalogIndex;
  current: number | null;
  onTake: (id: number) => void;
  onClose: () => void;
};

/** The catalogue level by level, starting where the current category is. Arrows walk, left goes up, Enter goes in. */
export function CategoryBrowser({ open, index, current, onTake, onClose }: BrowserProps) {
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    if (open) setAt(current === null ? null : (index.byId.get(current)?.parent ?? null));
  }, [open]);
  const take = (id: number): void => {
    if (index.children.has(id)) setAt(id);
    else {
      onTake(id);
      onClose();
    }
  };
  const path = at === null ? [] : pathTo(at, index);
  return (
    <Dialog open={open} title={i18n.t('drafts.category.browse')} onClose={onClose}>
      <p class="mb-3 min-h-6 text-sm text-ink-soft" aria-live="polite">
        {path.length > 0 ? path.map((node) => node.title).join(' › ') : i18n.t('drafts.category.all')}
      </p>
      <Level
        key={at ?? 0}
        at={at}
        index={index}
        current={current}
        onTake={take}
        onUp={() => setAt(path.at(-1)?.parent ?? null)}
      />
    </Dialog>
  );
}

type LevelProps = {
  at: number | null;
  index: CatalogIndex;
  current: number | null;
  onTake: (id: number) => void;
  onUp: () => void;
};

function Level({ at, index, current, onTake, onUp }: LevelProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const start =
      list.current?.querySelector<HTMLElement>('[aria-current=true]') ?? list.current?.querySelector('button');
    start?.focus();
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    if ((event.key === 'ArrowLeft' || event.key === 'Backspace') && at !== null) onUp();
    else if (event.key === 'ArrowRight') (event.target as HTMLElement).click();
    else stepFocus(event, 'button', 'vertical');
  };
  const row = 'flex min-h-10 w-full items-center justify-between gap-3 rounded-sm px-3 text-left hover:bg-sunken';
  return (
    <ul ref={list} onKeyDown={onKey} class="max-h-96 overflow-y-auto">
      {at !== null && (
        <li>
          <button type="button" class={`${row} text-ink-soft`} onClick={onUp}>
            {i18n.t('drafts.category.up')}
            <CornerUpLeft aria-hidden="true" size={16} />
          </button>
        </li>
      )}
      {(index.children.get(at) ?? []).map((node) => (
        <li key={node.id}>
          <button
            type="button"
            class={row}
            aria-current={node.id === current ? 'true' : undefined}
            onClick={() => onTake(node.id)}
          >
            {node.title}
            {index.children.has(node.id) && <ChevronRight aria-hidden="true" size={16} />}
            {node.id === current && <Check aria-hidden="true" size={16} />}
          </button>
        </li>
      ))}
    </ul>
  );
}
