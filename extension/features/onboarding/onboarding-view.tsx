import { Camera, CircleCheckBig, Hand, Scale, ShieldCheck } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';

export type OnboardingParts = {
  /** The fields of the settings page the first run asks for. */
  market: ComponentChildren;
  defaults: ComponentChildren;
};

type OnboardingViewProps = { parts: OnboardingParts; onDone: () => void };
const steps = ['what', 'terms', 'market', 'defaults'] as const;

/** First run: what this does and does not, Vinted's terms in plain words, the site, the seller's own defaults. */
export function OnboardingView({ parts, onDone }: OnboardingViewProps) {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [at]);
  const step = steps[at] ?? 'what';
  const title = {
    what: i18n.t('onboarding.whatTitle'),
    terms: i18n.t('onboarding.termsTitle'),
    market: i18n.t('onboarding.marketTitle'),
    defaults: i18n.t('onboarding.defaultsTitle'),
  }[step];
  const last = at === steps.length - 1;
  return (
    <div class="mx-auto grid max-w-3xl gap-5" data-testid="onboarding">
      <p class="text-sm text-ink-soft">{i18n.t('onboarding.step', [String(at + 1), String(steps.length)])}</p>
      <h1 ref={heading} tabIndex={-1} class="font-display text-2xl font-semibold tracking-tight outline-none">
        {title}
      </h1>
      {step === 'what' && <What />}
      {step === 'terms' && <Terms />}
      {step === 'market' && <Card>{parts.market}</Card>}
      {step === 'defaults' && parts.defaults}
      <div class="flex flex-wrap justify-between gap-2">
        <Button kind="quiet" onClick={onDone}>
          {i18n.t('onboarding.skip')}
        </Button>
        <span class="flex gap-2">
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{i18n.t('onboarding.back')}</Button>}
          <Button kind="primary" onClick={() => (last ? onDone() : setAt(at + 1))}>
            {last ? i18n.t('onboarding.start') : i18n.t('onboarding.next')}
          </Button>
        </span>
      </div>
    </div>
  );
}

function Point({ icon, title, children }: { icon: ComponentChildren; title: string; children: ComponentChildren }) {
  return (
    <li class="flex gap-4">
      <span class="grid size-10 shrink-0 place-items-center rounded-full bg-primary-soft text-primary">{icon}</span>
      <div>
        <h2 class="font-semibold">{title}</h2>
        <p class="text-ink-soft">{children}</p>
      </div>
    </li>
  );
}

const What = () => (
  <Card>
    <ul class="grid gap-5">
      <Point icon={<Camera aria-hidden="true" size={20} />} title={i18n.t('onboarding.photosTitle')}>
        {i18n.t('onboarding.photosWords')}
      </Point>
      <Point icon={<CircleCheckBig aria-hidden="true" size={20} />} title={i18n.t('onboarding.checkTitle')}>
        {i18n.t('onboarding.checkWords')}
      </Point>
      <Point icon={<Hand aria-hidden="true" size={20} />} title={i18n.t('onboarding.fillTitle')}>
        {i18n.t('onboarding.fillWords')}
      </Point>
      <Point icon={<ShieldCheck aria-hidden="true" size={20} />} title={i18n.t('onboarding.homeTitle')}>
        {i18n.t('onboarding.homeWords')}
      </Point>
    </ul>
  </Card>
);

const Terms = () => (
  <Card>
    <div class="flex gap-4">
      <Scale aria-hidden="true" size={22} class="mt-1 shrink-0 text-warning" />
      <div class="grid gap-3">
        <p>{i18n.t('onboarding.terms1')}</p>
        <p>{i18n.t('onboarding.terms2')}</p>
        <p>{i18n.t('onboarding.terms3')}</p>
        <p class="text-sm text-ink-soft">{i18n.t('onboarding.terms4')}</p>
      </div>
    </div>
  </Card>
);
