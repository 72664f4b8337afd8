import { signal } from '@preact/signals';
import { X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';

import { i18n } from '#i18n';
import { Button, IconButton } from './button.tsx';

export type Toast = { id: number; text: string; undo?: () => void };

const toasts = signal<Toast[]>([]);
let lastId = 0;

/** Says what has just happened; with `undo` it can be taken back while it shows. */
export function showToast(text: string, undo?: () => void): void {
  lastId += 1;
  toasts.value = [...toasts.value.slice(-2), { id: lastId, text, ...(undo ? { undo } : {}) }];
}

const dismiss = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Place once per page. Toasts with undo stay longer. */
export function ToastRegion() {
  return (
    <div
      role="status"
      aria-live="polite"
      aria-label={i18n.t('common.messages')}
      class="pointer-events-none fixed inset-x-3 bottom-20 z-50 grid justify-items-center gap-2 sm:bottom-5"
    >
      {toasts.value.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), toast.undo ? 12_000 : 6_000);
    return () => clearTimeout(timer);
  }, [toast.id]);
  const undo = (): void => {
    toast.undo?.();
    dismiss(toast.id);
  };
  return (
    <div class="pointer-events-auto flex max-w-full animate-rise items-center gap-2 rounded-lg border border-line bg-surface py-2 pr-2 pl-4 shadow-float">
      <span class="min-w-0">{toast.text}</span>
      {toast.undo && (
        <Button kind="quiet" size="small" onClick={undo}>
          {i18n.t('common.undo')}
        </Button>
      )}
      <IconButton size="small" label={i18n.t('common.close')} onClick={() => dismiss(toast.id)}>
        <X aria-hidden="true" size={16} />
      </IconButton>
    </div>
  );
}
