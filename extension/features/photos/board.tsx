import { EllipsisVertical, FolderInput, Plus, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { classNames } from '../../ui/class-names.ts';
import { Menu } from '../../ui/menu.tsx';
import { keyName } from '../../ui/shortcuts.ts';
import { commandOf, type BoardCommand } from './board-keys.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import { acceptDrag, takeDrop, type Drag } from './drag.ts';
import { PhotoTile } from './photo-tile.tsx';
import type { Stack } from './stacks.ts';
import type { Board as BoardState } from './use-board.tsx';
import { useGrowing } from './use-growing.tsx';

const stacksAtOnce = 6;

/** The stacks; one tab stop, everything by arrows and the keys of board-keys.ts, or by dragging. */
export function Board({ board, names }: { board: BoardState; names: ReadonlyMap<string, string> }) {
  const dragged = useRef<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const drawn = useGrowing(board.stacks.length, stacksAtOnce);
  const onKey = (event: KeyboardEvent): void => {
    const command = commandOf(keyName(event));
    if (!command || !(event.target instanceof HTMLElement) || !event.target.dataset['photo']) return;
    event.preventDefault();
    run(board, command);
  };
  const drag: Drag = {
    start: (id: string) => {
      dragged.current = id;
    },
    over: setOver,
    drop: (place) => {
      const id = dragged.current;
      dragged.current = null;
      setOver(null);
      if (id && place === 'new item') board.dropAsItem(id);
      else if (id && place !== 'new item') board.drop(id, place);
    },
    active: () => dragged.current !== null,
  };
  return (
    <div class="grid gap-3">
      <BoardToolbar board={board} />
      <p class="sr-only" role="status" aria-live="polite">
        {board.said}
      </p>
      <div
        class="grid grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-3"
        onKeyDown={onKey}
        data-testid="stacks"
      >
        {board.stacks.slice(0, drawn).map((stack, index) => (
          <StackCard key={stack.key} board={board} stack={stack} index={index} names={names} drag={drag} over={over} />
        ))}
        <div
          onDragOver={(event) => acceptDrag(event, drag, 'new')}
          onDrop={(event) => takeDrop(event, () => drag.drop('new item'))}
          class={classNames(
            'grid min-h-24 place-items-center rounded-lg border-2 border-dashed p-3 text-sm text-ink-soft',
            over === 'new' ? 'border-primary bg-primary-soft' : 'border-line',
          )}
        >
          <span class="flex items-center gap-2">
            <Plus aria-hidden="true" size={16} />
            {i18n.t('photos.newItem')}
          </span>
        </div>
      </div>
    </div>
  );
}

function run(board: BoardState, command: BoardCommand): void {
  if (command === 'next' || command === 'back' || command === 'below' || command === 'above') board.walk(command);
  else if (command === 'undo') board.undo();
  else if (command === 'redo') board.redo();
  else board.change(command);
}

type StackCardProps = {
  board: BoardState;
  stack: Stack;
  index: number;
  names: ReadonlyMap<string, string>;
  drag: Drag;
  over: string | null;
};

function StackCard({ board, stack, index, names, drag, over }: StackCardProps) {
  const number = String(index + 1);
  const first = stack.photoIds[0];
  return (
    <section
      aria-label={i18n.t('photos.itemLabel', [number, String(stack.photoIds.length)])}
      onDragOver={(event) => acceptDrag(event, drag, stack.key)}
      onDrop={(event) => takeDrop(event, () => drag.drop({ into: stack.key, before: null }))}
      class={classNames(
        'rounded-lg border bg-surface p-3 shadow-card',
        over === stack.key ? 'border-primary ring-2 ring-primary' : 'border-line',
      )}
    >
      <header class="mb-2 flex items-center justify-between gap-2">
        <h3 class="text-sm font-semibold">{i18n.t('photos.item', [number])}</h3>
        <span class="ml-auto text-xs text-ink-soft">{i18n.t('photos.photosCount', stack.photoIds.length)}</span>
        <Menu
          size="small"
          label={i18n.t('photos.stackActions', [number])}
          icon={<EllipsisVertical aria-hidden="true" size={16} />}
          items={[
            {
              id: 'merge',
              label: i18n.t('photos.merge'),
              icon: <FolderInput aria-hidden="true" size={16} />,
              disabled: index === 0,
              onChoose: () => first && board.change('merge', first),
            },
            {
              id: 'remove',
              label: i18n.t('photos.removeStack'),
              icon: <Trash2 aria-hidden="true" size={16} />,
              danger: true,
              onChoose: () => board.removeAll(stack.photoIds),
            },
          ]}
        />
      </header>
      <ul class="grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-2">
        {stack.photoIds.map((id, at) => (
          <li key={id}>
            <PhotoTile
              board={board}
              id={id}
              label={i18n.t('photos.photoLabel', [
                String(at + 1),
                String(stack.photoIds.length),
                number,
                names.get(id) ?? '',
              ])}
              cover={at === 0}
              drag={drag}
              over={over}
              onDrop={() => drag.drop({ into: stack.key, before: id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
