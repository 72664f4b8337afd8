import { MessageError } from '../../messaging/failures.ts';
import { ask, type PageHandlers } from '../../messaging/messenger.ts';
import type { Layout } from '../../vinted/hand/layout.ts';
import { humanPace, instantPace } from '../../vinted/hand/pacing.ts';
import { demandedFields } from '../../vinted/pages/demanded.ts';
import { hideHere } from '../../vinted/pages/hide-here.ts';
import { actOnListing } from '../../vinted/pages/item/owner-acts.ts';
import { openForm } from '../../vinted/pages/open-form.ts';
import { openSellPage } from '../../vinted/pages/open-sell-page.ts';
import { probe } from '../../vinted/pages/probe.ts';
import { newMemory, type SellPage } from '../../vinted/pages/sell/sell-page.ts';
import { fillField, verifyForm } from '../../vinted/pages/sell-form.ts';
import { snapshot } from '../../vinted/pages/snapshot.ts';
import type { Submit } from '../../vinted/pages/submit-answer.ts';
import { awaitClick, submit } from '../../vinted/pages/submit.ts';
import type { Traffic } from '../../vinted/pages/traffic.ts';
import { createRead, NoAnswer } from '../../vinted/read/fetch-json.ts';
import { pageFetch } from '../../vinted/read/page-fetch.ts';
import { bodyOf, pathOf } from '../../vinted/read/site-read.ts';
import { createErrands } from './errands.ts';
import { notifyPanelChanged } from './panel/panel-bus.ts';

type Parts = { document: Document; layout: Layout; traffic: Traffic; life: AbortSignal };
type Errand = { leaseToken: string; pacing: 'human' | 'instant'; signal: AbortSignal };

/** How long a form may take to mount before its layout counts as unknown. */
const formBudget = 8_000;

/** Answers the worker: each message is one look or one errand, nothing is remembered but what was filled here. */
export function pageHandlers({ document, layout, traffic, life }: Parts): PageHandlers {
  const sight = { document, layout };
  const memory = newMemory();
  const errands = createErrands(life);
  const read = createRead({ document, fetch: pageFetch, now: () => Date.now() });
  const sellPage = ({ leaseToken, pacing, signal }: Errand): SellPage =>
    openSellPage({
      document,
      layout,
      traffic,
      memory,
      signal,
      pace: pacing === 'human' ? humanPace(Math.random) : instantPace,
      photo: async (photoId) => (await ask('photo.bytes', { leaseToken, photoId })).blob,
      progress: (doing, at, of) => void ask('step.progress', { leaseToken, doing, at, of }).catch(() => {}),
    });
  const looking = (): SellPage => sellPage({ leaseToken: '', pacing: 'instant', signal: life });
  const sending = (
    page: SellPage,
    { leaseToken, form, how }: Omit<Submit, 'page' | 'evidence'> & { leaseToken: string },
  ): Submit => ({
    page,
    form,
    how,
    evidence: (seen) => void ask('submit.evidence', { leaseToken, ...seen }).catch(() => {}),
  });
  return {
    'page.here': async () => {},
    'page.probe': () =>
      probe({ sight, read, signal: life, formBudget }).catch((error: unknown) => {
        throw error instanceof NoAnswer ? new MessageError({ code: 'offline', message: error.message }) : error;
      }),
    'site.read': async (wanted) => {
      const path = pathOf(wanted);
      if (!path) throw new MessageError({ code: 'bad-message', message: `Nothing to read for ${wanted.what}.` });
      return read(path, life, bodyOf(wanted));
    },
    'sell.open': () => errands.run((signal) => openForm(sight, signal, formBudget)),
    'sell.fill': ({ leaseToken, form, field, pacing }) =>
      errands.run((signal) => {
        const page = sellPage({ leaseToken, pacing, signal });
        page.progress(field, 0, 1);
        return fillField(page, form, field);
      }),
    'sell.verify': async ({ form }) => verifyForm(looking(), form),
    'sell.demanded': async () => demandedFields(looking()),
    'sell.snapshot': async () => snapshot(looking()),
    'sell.submit': ({ leaseToken, form, how, pacing }) =>
      errands.run((signal) => submit(sending(sellPage({ leaseToken, pacing, signal }), { leaseToken, form, how }))),
    'sell.await-click': ({ leaseToken, form, how, patience }) =>
      errands.run((signal) =>
        awaitClick(sending(sellPage({ leaseToken, pacing: 'instant', signal }), { leaseToken, form, how }), patience),
      ),
    'listing.act': ({ leaseToken, itemId, act, pacing }) =>
      errands.run((signal) => {
        const { hand } = sellPage({ leaseToken, pacing, signal });
        const evidence: Submit['evidence'] = (seen) =>
          void ask('submit.evidence', { leaseToken, ...seen }).catch(() => {});
        return actOnListing({ hand, sight, traffic, evidence }, itemId, act);
      }),
    'listing.hide-here': ({ itemId, hidden }) =>
      errands.run((signal) => hideHere({ document, fetch: pageFetch, now: () => Date.now(), signal }, itemId, hidden)),
    'page.stop': () => errands.stop(),
    'panel.changed': async () => notifyPanelChanged(),
  };
}
