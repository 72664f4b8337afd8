import { Sparkles } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { workshop } from '../../db/stores.ts';
import type { Intake } from '../../db/database.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useLive } from '../../ui/use-live.ts';
import { Board } from './board.tsx';
import { DropZone } from './drop-zone.tsx';
import { IntakeProgress } from './intake-progress.tsx';
import { findOpenIntake, type OpenIntake, type PhotoDesk } from './photo-desk.ts';
import { readPhotos } from './read-photos.ts';
import { RefusedList } from './refused-list.tsx';
import type { NamedFile } from './take-in.ts';
import { forgetThumbnails } from './thumbnail.tsx';
import { useBoard } from './use-board.tsx';

type PhotosViewProps = { desk: PhotoDesk; market: string; onMakeDrafts: (intakeId: string) => Promise<void> };

/** From a pile of files to stacks, one for each item. */
export function PhotosView({ desk, market, onMakeDrafts }: PhotosViewProps) {
  const open = useLive(() => findOpenIntake(workshop));
  const [broken, setBroken] = useState(false);
  const stop = useRef(new AbortController());
  useEffect(() => {
    void desk.recover();
    return forgetThumbnails;
  }, [desk]);
  const add = (files: NamedFile[]): void => {
    if (files.length === 0) return;
    if (stop.current.signal.aborted) stop.current = new AbortController();
    setBroken(false);
    void desk.add(market, files, stop.current.signal).catch(() => setBroken(true));
  };
  if (open.is === 'loading') return <LoadingState />;
  if (open.is === 'failed') return <ErrorState title={i18n.t('photos.failed')} />;
  const { value } = open;
  return (
    <div class="grid gap-5">
      <PageHeader title={i18n.t('photos.title')} hint={i18n.t('photos.hint')} />
      {broken && <ErrorState title={i18n.t('photos.failed')}>{i18n.t('failure.unexpected')}</ErrorState>}
      {value && (
        <RefusedList refused={value.intake.refused} onDismiss={() => void desk.forgetRefused(value.intake.id)} />
      )}
      {value && value.intake.state === 'preparing' && (
        <IntakeProgress
          incoming={value.incoming}
          preparing={value.intake.preparing}
          refused={value.intake.refused.length}
          onStop={() => stop.current.abort()}
        />
      )}
      {value && value.intake.stacks.length > 0 && <Items desk={desk} open={value} onMakeDrafts={onMakeDrafts} />}
      <DropZone onFiles={add} compact={value !== null} />
    </div>
  );
}

const namesOf = async (intakeId: string): Promise<ReadonlyMap<string, string>> => {
  const ids = await workshop.photos.where({ intakeId }).primaryKeys();
  const photos = await readPhotos(workshop, ids);
  return new Map(photos.map((photo) => [photo.id, photo.name]));
};

const noNames: ReadonlyMap<string, string> = new Map();

function Items({
  desk,
  open,
  onMakeDrafts,
}: {
  desk: PhotoDesk;
  open: OpenIntake;
  onMakeDrafts: PhotosViewProps['onMakeDrafts'];
}) {
  const { intake } = open;
  const arranging = intake.state === 'grouping';
  const names = useLive(() => (arranging ? namesOf(intake.id) : noNames), [intake.id, arranging]);
  const board = useBoard({
    stacks: intake.stacks,
    newKey: desk.newId,
    save: (stacks) => void desk.arrange(intake.id, stacks),
  });
  const [busy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    setBusy(true);
    await onMakeDrafts(intake.id).finally(() => setBusy(false));
  };
  return (
    <section aria-labelledby="check-items" class="grid gap-3">
      <header class="flex flex-wrap items-center justify-between gap-3">
        <h2 id="check-items" class="font-display text-xl font-semibold">
          {i18n.t('photos.checkTitle')}
        </h2>
        <div class="flex flex-wrap gap-2">
          <DiscardButton intake={intake} desk={desk} />
          <Button
            data-testid="make-drafts"
            kind="primary"
            busy={busy}
            disabled={intake.state !== 'grouping'}
            icon={<Sparkles aria-hidden="true" size={18} />}
            onClick={() => void make()}
          >
            {i18n.t('photos.makeDrafts', intake.stacks.length)}
          </Button>
        </div>
      </header>
      <Board board={board} names={names.is === 'ready' ? names.value : noNames} />
    </section>
  );
}

function DiscardButton({ intake, desk }: { intake: Intake; desk: PhotoDesk }) {
  const [asking, setAsking] = useState(false);
  const discard = async (): Promise<void> => {
    setAsking(false);
    await desk.discard(intake.id);
    showToast(i18n.t('photos.discarded'));
  };
  return (
    <>
      <Button disabled={intake.state !== 'grouping'} onClick={() => setAsking(true)}>
        {i18n.t('photos.discard')}
      </Button>
      <Dialog
        open={asking}
        title={i18n.t('photos.discardTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{i18n.t('common.cancel')}</Button>
            <Button kind="danger" onClick={() => void discard()}>
              {i18n.t('photos.discardYes')}
            </Button>
          </>
        }
      >
        {i18n.t('photos.discardWords')}
      </Dialog>
    </>
  );
}
