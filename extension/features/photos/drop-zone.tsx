import { FolderOpen, ImagePlus } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { droppedFiles, namedFiles } from './read-drop.ts';
import type { NamedFile } from './take-in.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files can be let go anywhere on the page and pasted anywhere but in a field. */
function useDropAnywhere(onFiles: (files: NamedFile[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const listening = new AbortController();
    const on = <K extends keyof WindowEventMap>(type: K, heard: (event: WindowEventMap[K]) => void): void =>
      window.addEventListener(type, heard, listening);
    on('dragover', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => event.relatedTarget === null && setOver(false));
    on('drop', (event) => {
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then((files) => latest.current(files));
    });
    on('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) latest.current(namedFiles(files));
    });
    return () => listening.abort();
  }, []);
  return over;
}

type DropZoneProps = { onFiles: (files: NamedFile[]) => void; /** A strip below existing photos. */ compact: boolean };

export function DropZone({ onFiles, compact }: DropZoneProps) {
  const over = useDropAnywhere(onFiles);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const picked = (input: HTMLInputElement): void => {
    if (input.files && input.files.length > 0) onFiles(namedFiles(input.files));
    input.value = '';
  };
  return (
    <section
      aria-label={i18n.t('photos.dropTitle')}
      class={classNames(
        'grid justify-items-center gap-4 rounded-lg border-2 border-dashed text-center transition-colors',
        compact ? 'px-4 py-5' : 'px-6 py-14',
        over ? 'border-primary bg-primary-soft' : 'border-line-strong bg-surface',
      )}
    >
      {!compact && (
        <span class="grid size-16 place-items-center rounded-full bg-primary-soft text-primary">
          <ImagePlus aria-hidden="true" size={30} />
        </span>
      )}
      <div class="grid gap-1">
        <p class={classNames('font-display font-semibold', compact ? 'text-base' : 'text-xl')}>
          {over ? i18n.t('photos.dropNow') : compact ? i18n.t('photos.addMore') : i18n.t('photos.dropTitle')}
        </p>
        {!compact && <p class="text-ink-soft">{i18n.t('photos.dropHint')}</p>}
      </div>
      <div class="flex flex-wrap justify-center gap-2">
        <Button
          kind={compact ? 'secondary' : 'primary'}
          icon={<ImagePlus aria-hidden="true" size={18} />}
          onClick={() => files.current?.click()}
        >
          {i18n.t('photos.choose')}
        </Button>
        <Button icon={<FolderOpen aria-hidden="true" size={18} />} onClick={() => folder.current?.click()}>
          {i18n.t('photos.chooseFolder')}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept="image/*,.heic,.heif"
        data-testid="photo-files"
        onChange={(event) => picked(event.currentTarget)}
      />
      {/* `webkitdirectory` is not in the element's types. */}
      <input
        ref={folder}
        type="file"
        hidden
        {...{ webkitdirectory: true }}
        onChange={(event) => picked(event.currentTarget)}
      />
      {!compact && <p class="max-w-prose text-sm text-ink-soft">{i18n.t('photos.private')}</p>}
    </section>
  );
}
