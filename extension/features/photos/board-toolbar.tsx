import { Combine, Keyboard, Redo2, Scissors, Trash2, Undo2, X } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Button, IconButton } from '../../ui/button.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import type { Board } from './use-board.tsx';

/** What can be done with the selected photos; without a selection, how to go about it. */
export function BoardToolbar({ board }: { board: Board }) {
  const [help, setHelp] = useState(false);
  const selecting = board.chosen.length > 0;
  const first = board.chosen[0] ?? null;
  return (
    <div
      role="toolbar"
      aria-label={i18n.t('photos.toolbar')}
      class="sticky top-0 z-20 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-surface p-2 shadow-card"
    >
      {selecting ? (
        <>
          <span class="px-2 text-sm font-semibold">{i18n.t('photos.selected', board.chosen.length)}</span>
          <Button
            size="small"
            icon={<Combine aria-hidden="true" size={16} />}
            onClick={() => board.change('gather', first)}
          >
            {i18n.t('photos.gather')}
          </Button>
          {board.chosen.length === 1 && (
            <Button
              size="small"
              icon={<Scissors aria-hidden="true" size={16} />}
              onClick={() => board.change('split', first)}
            >
              {i18n.t('photos.split')}
            </Button>
          )}
          <Button
            size="small"
            kind="danger"
            icon={<Trash2 aria-hidden="true" size={16} />}
            onClick={() => board.change('remove', first)}
          >
            {i18n.t('photos.remove')}
          </Button>
          <IconButton size="small" label={i18n.t('photos.unselect')} onClick={board.unselect}>
            <X aria-hidden="true" size={16} />
          </IconButton>
        </>
      ) : (
        <span class="px-2 text-sm text-ink-soft">{i18n.t('photos.checkHint')}</span>
      )}
      <span class="ml-auto flex gap-1">
        <IconButton size="small" label={i18n.t('common.undo')} disabled={!board.canUndo} onClick={board.undo}>
          <Undo2 aria-hidden="true" size={16} />
        </IconButton>
        <IconButton size="small" label={i18n.t('common.redo')} disabled={!board.canRedo} onClick={board.redo}>
          <Redo2 aria-hidden="true" size={16} />
        </IconButton>
        <IconButton size="small" label={i18n.t('photos.keyboardTitle')} onClick={() => setHelp(true)}>
          <Keyboard aria-hidden="true" size={16} />
        </IconButton>
      </span>
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
