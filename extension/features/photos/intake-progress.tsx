import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProgressBar, Spinner } from '../../ui/progress.tsx';
import { Thumbnail } from './thumbnail.tsx';

type IntakeProgressProps = {
  /** Taken in, not grouped yet. */
  incoming: string[];
  /** Names still to come. */
  preparing: string[];
  refused: number;
  onStop: () => void;
};

/** One place for each photo: its picture once it is in, its name until then. */
export function IntakeProgress({ incoming, preparing, refused, onStop }: IntakeProgressProps) {
  const done = incoming.length + refused;
  const total = done + preparing.length;
  return (
    <Card
      title={i18n.t('photos.takingIn')}
      hint={i18n.t('photos.keepOpen')}
      actions={<Button onClick={onStop}>{i18n.t('common.cancel')}</Button>}
    >
      <ProgressBar label={i18n.t('photos.takenOf', [String(done), String(total)])} at={done} of={total} showWords />
      <ul class="mt-4 grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
        {incoming.map((id) => (
          <li key={id}>
            <Thumbnail id={id} class="aspect-square w-full rounded-md" />
          </li>
        ))}
        {preparing.map((name, index) => (
          <li
            key={`${index}-${name}`}
            class="grid aspect-square place-items-center overflow-hidden rounded-md bg-sunken p-1 text-center text-ink-soft"
          >
            {index < 3 ? <Spinner /> : <span class="line-clamp-3 text-xs break-all">{name.split('/').at(-1)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
