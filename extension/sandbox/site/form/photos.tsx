/** @jsxImportSource react */
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { call } from '../api.ts';
import { say, tid } from '../page-data.ts';
import { FieldError } from '../ui/drop-down.tsx';
import type { FormPhoto } from './values.ts';

const limit = 20;
const maximum = 9 * 1024 * 1024;
const kinds = ['image/jpeg', 'image/gif', 'image/png', 'image/webp'];

type PhotosProps = {
  photos: FormPhoto[];
  error?: string | undefined;
  onChange: (change: (photos: FormPhoto[]) => FormPhoto[]) => void;
  onAllUploaded: () => void;
};

type Uploaded = { id: number; temp_uuid: string; url: string };

async function upload(file: File): Promise<FormPhoto | null> {
  const uuid = crypto.randomUUID();
  const data = new FormData();
  data.set('photo[type]', 'item');
  data.set('photo[temp_uuid]', uuid);
  data.set('photo[file]', file);
  const answer = await call<Uploaded>('POST', 'photos', data);
  return answer.ok ? { key: uuid, id: answer.value.id, url: answer.value.url, orientation: 0 } : null;
}

function refusalOf(file: File): string | null {
  if (file.size > maximum) return say('photoTooBig');
  return kinds.includes(file.type) ? null : say('photoKind');
}

const moved = <T,>(list: T[], from: number, to: number): T[] => {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from]!);
};

/** Starts all uploads of a pick at once; a thumb appears only when its own upload succeeded, in the order picked. */
function useUploads({ photos, onChange, onAllUploaded }: PhotosProps): {
  add: (files: File[]) => void;
  busy: number;
  problem: string | null;
} {
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const add = (files: File[]): void => {
    const room = limit - photos.length - busy;
    const problems = files.map(refusalOf).filter((one) => one !== null);
    const taken = files.filter((file) => refusalOf(file) === null).slice(0, Math.max(0, room));
    setProblem(problems[0] ?? (files.length - problems.length > taken.length ? say('photoLimit') : null));
    if (taken.length === 0) return;
    setBusy((count) => count + taken.length);
    const slots: (FormPhoto | null | undefined)[] = taken.map(() => undefined);
    const keep = (index: number, photo: FormPhoto | null): void => {
      slots[index] = photo;
      setBusy((count) => count - 1);
      if (!photo) return setProblem(say('photoFailed'));
      const order = slots.flatMap((one) => (one ? [one.key] : []));
      onChange((old) => insertInOrder(old, photo, order));
    };
    void Promise.all(taken.map(async (file, index) => keep(index, await upload(file)))).then(onAllUploaded);
  };
  return { add, busy, problem };
}

/** Photos of the same pick stay in the order picked, whichever upload ends first. */
function insertInOrder(photos: FormPhoto[], photo: FormPhoto, order: string[]): FormPhoto[] {
  const later = order.slice(order.indexOf(photo.key) + 1);
  const at = photos.findIndex((one) => later.includes(one.key));
  return at === -1 ? [...photos, photo] : photos.toSpliced(at, 0, photo);
}

export function Photos(props: PhotosProps): ReactNode {
  const { photos, error, onChange } = props;
  const { add, busy, problem } = useUploads(props);
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="card" {...tid('media-upload')}>
      <p className="hint">{say('photoLimit')}</p>
      <div
        className="dropzone"
        {...tid('dropzone')}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          add([...event.dataTransfer.files]);
        }}
      >
        <input
          ref={input}
          {...tid('add-photos-input')}
          type="file"
          name="photos"
          multiple
          hidden
          accept={kinds.join(',')}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Grid photos={photos} onChange={onChange} />
        {busy > 0 && <span className="loader" role="status" />}
        <button type="button" className="secondary" onClick={() => input.current?.click()}>
          + {say('addPhotos')}
        </button>
      </div>
      <FieldError text={problem ?? error} />
    </section>
  );
}

function Grid({ photos, onChange }: Pick<PhotosProps, 'photos' | 'onChange'>): ReactNode {
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
          tabIndex={0}
          draggable
          onDragStart={() => (dragged.current = index)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged.current !== null && move(dragged.current, index)}
          onKeyDown={(event) => onKey(event, index)}
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
