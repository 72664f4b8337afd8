import { i18n } from '#i18n';
import { Dialog } from '../../ui/dialog.tsx';

export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [control, alt, shift] = modifiers();
  const rows: [string, string][] = [
    ['← → ↑ ↓', i18n.t('photos.keys.move')],
    [i18n.t('photos.keyName.space'), i18n.t('photos.keys.select')],
    [`${alt} + ← →`, i18n.t('photos.keys.earlier')],
    [`${alt} + ↑ ↓`, i18n.t('photos.keys.previousItem')],
    ['S', i18n.t('photos.keys.split')],
    ['G', i18n.t('photos.keys.gather')],
    ['M', i18n.t('photos.keys.merge')],
    [i18n.t('photos.keyName.delete'), i18n.t('photos.keys.remove')],
    [`${control} + Z`, i18n.t('photos.keys.undo')],
    [`${control} + ${shift} + Z`, i18n.t('photos.keys.redo')],
  ];
  return (
    <Dialog open={open} title={i18n.t('photos.keyboardTitle')} onClose={onClose}>
      <dl class="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {rows.map(([keys, words]) => (
          <div key={keys} class="contents">
            <dt>
              <kbd class="rounded-sm border border-line-strong bg-sunken px-2 py-0.5 text-sm whitespace-nowrap">
                {keys}
              </kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** As they are printed on the seller's keyboard. */
const modifiers = (): [control: string, alt: string, shift: string] =>
  /mac/i.test(navigator.platform)
    ? ['⌘', '⌥', '⇧']
    : [i18n.t('photos.keyName.control'), 'Alt', i18n.t('photos.keyName.shift')];
