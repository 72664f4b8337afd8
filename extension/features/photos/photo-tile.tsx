import { Check } from 'lucide-preact';

import { i18n } from '#i18n';
import { classNames } from '../../ui/class-names.ts';
import { acceptDrag, takeDrop, type Drag } from './drag.ts';
import { Thumbnail } from './thumbnail.tsx';
import type { Board } from './use-board.tsx';

type PhotoTileProps = {
  board: Board;
  id: string;
  label: string;
  cover: boolean;
  drag: Drag;
  over: string | null;
  onDrop: () => void;
};

export function PhotoTile({ board, id, label, cover, drag, over, onDrop }: PhotoTileProps) {
  const chosen = board.chosen.includes(id);
  return (
    <button
      type="button"
      data-photo={id}
      draggable
      tabIndex={board.cursor === id ? 0 : -1}
      aria-pressed={chosen}
      aria-label={cover ? `${i18n.t('photos.cover')}: ${label}` : label}
      onClick={() => board.toggle(id)}
      onFocus={() => board.focusOn(id)}
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', '');
        drag.start(id);
      }}
      onDragOver={(event) => acceptDrag(event, drag, id)}
      onDrop={(event) => takeDrop(event, onDrop)}
      class={classNames(
        'relative block w-full overflow-hidden rounded-md border-2',
        chosen ? 'border-primary' : over === id ? 'border-accent' : 'border-transparent',
      )}
    >
      <Thumbnail id={id} class="aspect-square w-full rounded-sm" />
      {cover && (
        <span class="absolute bottom-1 left-1 rounded-sm bg-surface px-1.5 text-xs font-semibold">
          {i18n.t('photos.cover')}
        </span>
      )}
      {chosen && (
        <span class="absolute top-1 right-1 grid size-5 place-items-center rounded-full bg-primary text-on-primary">
          <Check aria-hidden="true" size={14} />
        </span>
      )}
    </button>
  );
}
