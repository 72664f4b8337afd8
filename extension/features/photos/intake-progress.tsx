import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProgressBar, Spinner } from '../../ui/progress.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { useGrowing } from './use-growing.tsx';

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
  const drawn = useGrowing(incoming.length + preparing.length);
  const places = [...incoming.map((id) => ({ id })), ...preparing.map((name, index) => ({ name, next: index < 3 }))];
  return (
    <Card
      title={i18n.t('photos.takingIn')}
      hint={i18n.t('photos.keepOpen')}
      actions={<Button onClick={onStop}>{i18n.t('common.cancel')}</Button>}
    >
      <ProgressBar label={i18n.t('photos.takenOf', [String(done), String(total)])} at={done} of={total} showWords />
      <ul class="mt-4 grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
        {places.slice(0, drawn).map((place, index) => (
          // By place: a photo that is in takes the place of its name, and the others stay as they are.
          <li key={index} class="aspect-square">
            {'id' in place ? (
              <Thumbnail id={place.id} class="size-full rounded-md" />
            ) : (
              <span class="grid size-full place-items-center overflow-hidden rounded-md bg-sunken p-1 text-center text-ink-soft">
                {place.next ? (
                  <Spinner />
                ) : (
                  <span class="line-clamp-3 text-xs break-all">{place.name.split('/').at(-1)}</span>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
