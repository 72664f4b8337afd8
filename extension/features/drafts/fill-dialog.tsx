import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { toFailure } from '../../messaging/failures.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { ErrorState, Notice } from '../../ui/states.tsx';
import type { Checks } from './checks.ts';
import { useDesk } from './desk-context.tsx';
import type { FillHow, OnFill } from './fill.ts';
import { readAlbum, twinsOf } from './twins.ts';
import { PhotoThumb } from './photo.tsx';

export type FillPlan = { ids: string[]; how: FillHow };
/** As many jobs as one message to the worker may ask for. */
const AT_ONCE = 200;

type FillProps = { plan: FillPlan | null; drafts: Draft[]; checks: Checks; onFill: OnFill; onClose: () => void };

/** Says what is about to happen, how many, what is left out and why, before anything happens. */
export function FillDialog({ plan, drafts, checks, onFill, onClose }: FillProps) {
  const [how, setHow] = useState<FillHow>('publish');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    setFailure(null);
    if (plan) setHow(plan.how);
  }, [plan]);
  const wanted = drafts.filter((draft) => plan?.ids.includes(draft.id));
  const fit = wanted.filter((draft) => isFit(draft, checks, how));
  const twins = useTwins(plan, fit);
  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      const ids = fit.map((draft) => draft.id);
      for (let from = 0; from < ids.length; from += AT_ONCE) await onFill(ids.slice(from, from + AT_ONCE), how);
      onClose();
    } catch (error) {
      const { code, message } = toFailure(error);
      setFailure(failureWords(code, message));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={plan !== null}
      title={i18n.t('drafts.plan.title', fit.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={fit.length === 0} onClick={() => void start()}>
            {how === 'publish' ? i18n.t('drafts.plan.publish', fit.length) : i18n.t('drafts.plan.save', fit.length)}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <HowChoice how={how} onHow={setHow} />
        <p>{i18n.t('drafts.plan.words')}</p>
        {fit.length < wanted.length && (
          <p class="text-sm text-ink-soft">{i18n.t('drafts.plan.leftOut', wanted.length - fit.length)}</p>
        )}
        {twins.length > 0 && (
          <Notice>
            <p class="font-semibold">{i18n.t('drafts.plan.twins', twins.length)}</p>
            <ul class="mt-2 flex flex-wrap gap-2">
              {twins.slice(0, 8).map((draft) => (
                <li key={draft.id} class="size-14 overflow-hidden rounded-sm" title={draft.fields.title.value ?? ''}>
                  <PhotoThumb id={draft.photoIds[0] ?? ''} alt={draft.fields.title.value ?? ''} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {failure !== null && <ErrorState title={failure} />}
      </div>
    </Dialog>
  );
}

/** A Vinted draft may be saved with gaps; publishing needs everything. Neither twice. */
function isFit(draft: Draft, checks: Checks, how: FillHow): boolean {
  if (draft.state !== 'open' && !(draft.state === 'vinted-draft' && how === 'publish')) return false;
  return how === 'draft'
    ? !checks.missing(draft).some((one) => one.stops && one.code !== 'open')
    : checks.isComplete(draft);
}

function HowChoice({ how, onHow }: { how: FillHow; onHow: (how: FillHow) => void }) {
  const choices = [
    { id: 'publish', label: i18n.t('drafts.plan.asPublish'), hint: i18n.t('drafts.plan.asPublishHint') },
    { id: 'draft', label: i18n.t('drafts.plan.asDraft'), hint: i18n.t('drafts.plan.asDraftHint') },
  ] as const;
  return (
    <div role="radiogroup" aria-label={i18n.t('drafts.plan.how')} class="grid gap-2 sm:grid-cols-2">
      {choices.map((choice) => (
        <div
          key={choice.id}
          class="relative flex gap-3 rounded-md border border-line p-3 has-checked:border-primary has-checked:bg-primary-soft"
        >
          <input
            type="radio"
            id={`fill-${choice.id}`}
            name="fill-how"
            class="mt-1"
            aria-describedby={`fill-${choice.id}-hint`}
            checked={how === choice.id}
            onChange={() => onHow(choice.id)}
          />
          <div>
            <label for={`fill-${choice.id}`} class="block font-semibold after:absolute after:inset-0">
              {choice.label}
            </label>
            <p id={`fill-${choice.id}-hint`} class="text-sm text-ink-soft">
              {choice.hint}
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}

/** Those of the plan that look like something the seller already has. */
function useTwins(plan: FillPlan | null, fit: Draft[]): Draft[] {
  const desk = useDesk();
  const [twins, setTwins] = useState<Draft[]>([]);
  useEffect(() => {
    let left = false;
    setTwins([]);
    if (plan) {
      void readAlbum(desk).then((album) => {
        if (!left) setTwins(fit.filter((draft) => twinsOf(draft, album).some((twin) => twin.likeness === 'same')));
      });
    }
    return () => {
      left = true;
    };
  }, [desk, plan]);
  return twins.filter((draft) => fit.includes(draft));
}
