import { X } from 'lucide-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

import { i18n } from '#i18n';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

type DialogProps = {
  open: boolean;
  title: ComponentChildren;
  onClose: () => void;
  actions?: ComponentChildren;
  wide?: boolean;
  children: ComponentChildren;
};

/** Modal; the browser traps the focus, gives it back, and closes on Escape. */
export function Dialog({ open, title, onClose, actions, wide = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      class={classNames('sheet', wide && 'wide')}
      onClose={() => open && onClose()}
      onClick={(event) => event.target === element.current && onClose()}
    >
      {open && (
        <div class="grid gap-4 p-5">
          <header class="flex items-start justify-between gap-4">
            <h2 id={id} class="font-display text-xl leading-tight font-semibold">
              {title}
            </h2>
            <IconButton label={i18n.t('common.close')} size="small" onClick={onClose}>
              <X aria-hidden="true" size={18} />
            </IconButton>
          </header>
          <div>{children}</div>
          {actions && <footer class="flex flex-wrap justify-end gap-2">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
