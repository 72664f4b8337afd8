/** @jsxImportSource react */
import { useRef, useState, type ReactNode } from 'react';

import { call } from '../api.ts';
import { say, switches, tid } from '../page-data.ts';
import { FieldError } from '../ui/drop-down.tsx';
import { Grid } from './photo-grid.tsx';
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
            if (switches.photoProgress) event.target.value = '';
          }}
        />
        <Grid photos={photos} onChange={onChange} />
        {busy > 0 && switches.photoProgress && <span className="loader" role="status" />}
        <button type="button" className="secondary" onClick={() => input.current?.click()}>
          + {say('addPhotos')}
        </button>
      </div>
      <FieldError text={problem ?? error} />
    </section>
  );
}
