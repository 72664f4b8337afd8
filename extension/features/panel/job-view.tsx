import { Check, LoaderCircle } from 'lucide-preact';

import { i18n } from '#i18n';
import { failureWords } from '../../ui/failure-words.ts';
import { findStepWords } from '../../ui/step-words.ts';
import {
  actionsFor,
  isActive,
  needsSeller,
  type PanelAction,
  type PanelJob,
  phaseOf,
  progressOf,
  type Trail,
} from './panel-phase.ts';
import { phaseWords } from './phase-words.ts';
import { trusted } from './trusted.ts';

type Props = { job: PanelJob; trail: Trail | null; busy: boolean; act: (action: PanelAction) => void };

const actionWords: Record<PanelAction, () => string> = {
  stop: () => i18n.t('panel.stop'),
  undo: () => i18n.t('panel.undo'),
  retry: () => i18n.t('panel.retry'),
  pressed: () => i18n.t('panel.pressed'),
  refill: () => i18n.t('panel.retry'),
  another: () => i18n.t('panel.another'),
  answer: () => i18n.t('panel.showQuestion'),
};

/** Live progress of the job of this tab, and what the seller can do about it. */
export function JobView({ job, trail, busy, act }: Props) {
  const phase = phaseOf(job);
  const [first, ...others] = actionsFor(job);
  // Stopping must never wait for an answer to something else.
  const press = (action: PanelAction) => trusted(() => (action === 'stop' || !busy) && act(action));
  return (
    <div class={needsSeller(phase) ? 'job asks' : `job ${phase}`}>
      {phase !== 'reading' && <p class="title">{job.title || i18n.t('panel.untitled')}</p>}
      <p class="phase">{phaseWords(job)}</p>
      {job.failure && !isActive(phase) && <FailureView failure={job.failure} />}
      {isActive(phase) && phase !== 'limit' && <Progress job={job} trail={trail} />}
      <div class="actions">
        {first && (
          <button type="button" data-first class={first === 'stop' ? 'button' : 'button main'} onClick={press(first)}>
            {actionWords[first]()}
          </button>
        )}
        {others.map((action) => (
          <button key={action} type="button" class="button" onClick={press(action)}>
            {actionWords[action]()}
          </button>
        ))}
      </div>
    </div>
  );
}

function FailureView({ failure }: { failure: NonNullable<PanelJob['failure']> }) {
  const field = failure.field && (findStepWords(failure.field) ?? failure.field);
  return (
    <p>
      {field && <strong>{field}: </strong>}
      {failureWords(failure.code, failure.message)}
    </p>
  );
}

function Progress({ job, trail }: { job: PanelJob; trail: Trail | null }) {
  const part = progressOf(job);
  const steps = (trail?.steps ?? []).flatMap((step) => findStepWords(step) ?? []);
  return (
    <>
      <progress aria-label={phaseWords(job)} {...(part === undefined ? {} : { value: part, max: 1 })} />
      {job.of > 1 && <p class="count">{i18n.t('panel.progress', [job.at, job.of])}</p>}
      <ul class="steps">
        {steps.map((step, index) => (
          <li key={step} class={index === steps.length - 1 ? 'now' : 'past'}>
            {index === steps.length - 1 ? (
              <LoaderCircle size={14} aria-hidden="true" />
            ) : (
              <Check size={14} aria-hidden="true" />
            )}{' '}
            {step}
          </li>
        ))}
      </ul>
    </>
  );
}
