/** @jsxImportSource react */
import { useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';

import { say, tid } from '../page-data.ts';
import type { FormPhoto } from './values.ts';

type GridProps = { photos: FormPhoto[]; onChange: (change: (photos: FormPhoto[]) => FormPhoto[]) => void };

const moved = <T,>(list: T[], from: number, to: number): T[] => {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from]!);
};

/** Thumbs in order; moved by drag, or by keyboard with Space, arrows, Space (Escape puts down). */
export function Grid({ photos, onChange }: GridProps): ReactNode {
  const dragged = useRef<number | null>(null);
  const [lifted, setLifted] = useState<number | null>(null);
  const move = (from: number, to: number): void => {
    if (to >= 0 && to < photos.length) onChange((old) => moved(old, from, to));
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === ' ') setLifted(lifted === null ? index : null);
    if (event.key === 'Escape') setLifted(null);
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (event.key === ' ' || step) event.preventDefault();
    if (lifted === null || !step) return;
    const to = Math.min(photos.length - 1, Math.max(0, lifted + step));
    move(lifted, to);
    setLifted(to);
    (event.currentTarget.parentElement?.children[to] as HTMLElement | undefined)?.focus();
  };
  const sortable = (index: number) => ({
    tabIndex: 0,
    draggable: true,
    onDragStart: () => void (dragged.current = index),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: () => dragged.current !== null && move(dragged.current, index),
    onKeyDown: (event: KeyboardEvent) => onKey(event, index),
  });
  const rotate = (index: number): void =>
    onChange((old) =>
      old.map((photo, at) => (at === index ? { ...photo, orientation: (photo.orientation + 90) % 360 } : photo)),
    );
  return (
    <div className="photo-grid" {...tid('media-upload-grid')}>
      {photos.map((photo, index) => (
        <div
          key={photo.key}
          className={`photo${lifted === index ? ' photo--lifted' : ''}`}
          {...tid(`image-wrapper-${index}`)}
          {...sortable(index)}
        >
          <img src={photo.url} alt="" style={{ transform: `rotate(${photo.orientation}deg)` }} />
          <button
            type="button"
            {...tid(`media-select-grid-rotate-button-${index}`)}
            aria-label={say('rotate')}
            onClick={() => rotate(index)}
          >
            ⟳
          </button>
          <button
            type="button"
            {...tid(`media-select-grid-delete-button-${index}`)}
            aria-label={say('remove')}
            onClick={() => onChange((old) => old.filter((one) => one.key !== photo.key))}
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
