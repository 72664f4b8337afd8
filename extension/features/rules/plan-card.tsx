import { Laptop, OctagonX } from 'lucide-preact';
import { useMemo } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Money } from '../../../shared/money.ts';
import { Card } from '../../ui/card.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { Notice } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import { planShown, standingStill, type PlanParts, type ShownPlan } from './plan-shown.ts';
import { clockWords, dayWords, momentWords, turnWords } from './rule-words.ts';
import { useRulesDesk, type Members } from './rules-desk.tsx';
import { SkippedList } from './skipped-list.tsx';

type PlanProps = { account: string; members: Members; stopped: boolean; parts: PlanParts };

/** The next seven days in words, from the code that runs. */
export function PlanCard({ account, members, stopped, parts }: PlanProps) {
  const shown = useMemo(() => planShown(parts), [parts]);
  const prices = useMemo(() => new Map(parts.kept.listings.map(({ key, price }) => [key, price])), [parts.kept]);
  const { zone } = parts.acted.pace;
  const still = standingStill(stopped, account, members.accounts);
  return (
    <>
      <Card title={i18n.t('rules.plan.title')} hint={i18n.t('rules.plan.hint')}>
        <div class="grid grid-cols-1 gap-5">
          {still && <Notice icon={<OctagonX aria-hidden="true" size={18} />}>{stillWords[still]()}</Notice>}
          <Used used={shown.used} />
          <Missed account={account} zone={zone} />
          <TimeLine days={shown.days} zone={zone} prices={prices} />
          <p class="flex items-start gap-2 text-sm text-ink-soft">
            <Laptop aria-hidden="true" size={16} class="mt-0.5 shrink-0" />
            {i18n.t('rules.plan.asleep')}
          </p>
        </div>
      </Card>
      <Coach coach={shown.coach} />
      <SkippedList skipped={shown.skipped} zone={zone} />
    </>
  );
}

const stillWords = {
  stopped: () => i18n.t('rules.plan.stopped'),
  paused: () => i18n.t('rules.plan.paused'),
  elsewhere: () => i18n.t('rules.plan.elsewhere'),
};

const Used = ({ used }: Pick<ShownPlan, 'used'>) => (
  <section aria-label={i18n.t('rules.plan.usedTitle')} class="grid gap-2">
    <h3 class="text-sm font-semibold">{i18n.t('rules.plan.usedTitle')}</h3>
    <div class="grid gap-4 sm:grid-cols-2">
      {used.map(({ kind, count, of }) => (
        <div key={kind} class="grid gap-1">
          <ProgressBar
            label={kind === 'relist' ? i18n.t('rules.plan.relists') : i18n.t('rules.plan.prices')}
            at={count}
            of={of}
            showWords
          />
          <p class="text-xs text-ink-soft">{i18n.t('rules.plan.left', [String(Math.max(0, of - count))])}</p>
        </div>
      ))}
    </div>
  </section>
);

function Missed({ account, zone }: { account: string; zone: string }) {
  const { missed } = useRulesDesk();
  const all = useLive(missed, [missed]);
  const own = all.is === 'ready' ? all.value.filter((one) => one.account === account).slice(-3) : [];
  if (own.length === 0) return null;
  return (
    <section aria-label={i18n.t('rules.plan.missedTitle')} class="grid gap-1 rounded-md bg-warning-soft p-3 text-sm">
      <h3 class="font-semibold">{i18n.t('rules.plan.missedTitle')}</h3>
      <ul>
        {own.map(({ from, until, relists, prices }) => (
          <li key={from}>
            {i18n.t('rules.plan.missed', [
              momentWords(from, zone),
              momentWords(until, zone),
              String(relists),
              String(prices),
            ])}
          </li>
        ))}
      </ul>
    </section>
  );
}

type LineProps = { days: ShownPlan['days']; zone: string; prices: ReadonlyMap<string, Money | null> };

/** The first day lies open; no week holds more than some three hundred acts. */
function TimeLine({ days, zone, prices }: LineProps) {
  if (days.length === 0) return <p>{i18n.t('rules.plan.nothing')}</p>;
  return (
    <div class="grid grid-cols-1 gap-2">
      {days.map(({ day, at, planned }, index) => (
        <details key={day} open={index === 0} class="rounded-md border border-line">
          <summary class="flex min-h-11 cursor-pointer items-center justify-between gap-3 px-3 py-2 font-semibold">
            <span class="first-letter:uppercase">{dayWords(at, zone)}</span>
            <span class="text-sm font-normal whitespace-nowrap text-ink-soft tabular-nums">
              {i18n.t('rules.plan.count', planned.length)}
            </span>
          </summary>
          <ol class="grid grid-cols-1 divide-y divide-line border-t border-line">
            {planned.map((one) => (
              <li key={`${one.at}${one.key}`} class="flex gap-3 px-3 py-2 text-sm">
                <time class="w-17 shrink-0 text-ink-soft tabular-nums" dateTime={new Date(one.at).toISOString()}>
                  {clockWords(one.at, zone)}
                </time>
                <span class="min-w-0 break-words">
                  <strong class="font-semibold">{one.title}</strong> {turnWords(one, prices.get(one.key) ?? null)}
                </span>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </div>
  );
}

const COACHED = 5;

/** Something gentler first, each with the way to it. */
function Coach({ coach }: Pick<ShownPlan, 'coach'>) {
  if (coach.length === 0) return null;
  return (
    <Card title={i18n.t('rules.plan.coachTitle')} hint={i18n.t('rules.plan.coachHint')}>
      <ul class="grid grid-cols-1 gap-2 text-sm">
        {coach.slice(0, COACHED).map(({ key, title, first }) => (
          <li key={key} class="break-words">
            <a href={`#wardrobe/${key}`} class="font-semibold text-primary underline">
              {title}
            </a>{' '}
            {first === 'more-photos' ? i18n.t('rules.plan.coachPhotos') : i18n.t('rules.plan.coachPrice')}
          </li>
        ))}
        {coach.length > COACHED && <li class="text-ink-soft">{i18n.t('rules.plan.more', coach.length - COACHED)}</li>}
      </ul>
    </Card>
  );
}
