import { ListChecks, Sparkles } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { type Chosen, choosePhotos } from './chosen-photos.ts';
import { trusted } from './trusted.ts';

type Props = { busy: boolean; suggest: (photos: File[]) => void; refuse: (words: string) => void; choose: () => void };

const refusal = (chosen: Exclude<Chosen, { is: 'photos' }>): string => {
  if (chosen.is === 'too-many') return i18n.t('panel.tooManyPhotos');
  return chosen.is === 'empty' ? i18n.t('panel.emptyPhoto', [chosen.name]) : i18n.t('panel.noPhotos');
};

/** The two ways to fill the form. */
export function Choices({ busy, suggest, refuse, choose }: Props) {
  const take = (files: FileList | null | undefined): void => {
    if (busy) return;
    const chosen = choosePhotos([...(files ?? [])]);
    if (chosen.is === 'photos') suggest(chosen.photos);
    else refuse(refusal(chosen));
  };
  return (
    <>
      <PhotoButton busy={busy} take={take} />
      <button type="button" class="choice" aria-disabled={busy} onClick={trusted(() => !busy && choose())}>
        <ListChecks size={22} aria-hidden="true" />
        <span>
          <strong>{i18n.t('panel.choose')}</strong>
          <small>{i18n.t('panel.chooseHow')}</small>
        </span>
      </button>
    </>
  );
}

function PhotoButton({ busy, take }: { busy: boolean; take: (files: FileList | null | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, is: boolean): void => (event.preventDefault(), setOver(is));
  return (
    <>
      <button
        type="button"
        data-first
        class={over ? 'choice main over' : 'choice main'}
        aria-disabled={busy}
        onClick={trusted(() => !busy && input.current?.click())}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={trusted((event) => (hover(event, false), take(event.dataTransfer?.files)))}
      >
        <Sparkles size={22} aria-hidden="true" />
        <span>
          <strong>{i18n.t('panel.suggest')}</strong>
          <small>{i18n.t(over ? 'panel.suggestDrop' : 'panel.suggestHow')}</small>
        </span>
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*,.heic,.heif"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
