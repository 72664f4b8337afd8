import type { Ledger, Workshop } from '../../db/database.ts';
import type { DayLimit } from '../../engine/ceilings.ts';
import type { Engine } from '../../engine/engine.ts';
import { publishState, type PublishState } from '../../features/publish/publish-state.ts';
import { queuePublish, type QueuePublishDeps } from '../../features/publish/queue-publish.ts';
import { MessageError } from '../../messaging/failures.ts';
import type { BackgroundHandlers } from '../../messaging/messenger.ts';
import type { Draft } from '../../../shared/draft.ts';
import type { Job } from '../../../shared/job.ts';
import { tabOf, type Progress } from './page-handlers.ts';

export interface PanelHandlerDeps {
  workshop: Workshop;
  ledger: Ledger;
  engine: Engine;
  queue: QueuePublishDeps;
  /** Makes a draft of raw photos and lets the analyser fill it; resolves once the draft is open. */
  draftFromPhotos(market: string, photos: Blob[]): Promise<string>;
  /** Fills the form of a tab with what it held before (undo). */
  restore(tabId: number, state: PublishState): Promise<void>;
  workTab(): Promise<number | null>;
  progress(jobId: string): Progress | undefined;
  /** The limit of the day, where it is what the job waits for. */
  limit(job: Job): Promise<DayLimit | null>;
}

type PanelMessages = 'panel.drafts' | 'panel.fill' | 'panel.suggest' | 'panel.state' | 'panel.undo';

const PANEL_DRAFTS = 100;
const tellsNothing: readonly Job['status'][] = ['stopped'];

/** What the panel in a Vinted page may ask: drafts to choose from, filling the form of its own tab, undo. */
export function panelHandlers(deps: PanelHandlerDeps): Pick<BackgroundHandlers, PanelMessages> {
  const fillHere = async (draftId: string, tabId: number): Promise<{ jobId: string }> => {
    const [jobId] = await queuePublish(deps.queue, { draftIds: [draftId], how: 'fill', sellerTab: tabId });
    void deps.engine.tick();
    return { jobId: jobId ?? '' };
  };

  return {
    'panel.drafts': async () => {
      const drafts = await deps.workshop.drafts.where('state').anyOf('open', 'vinted-draft').toArray();
      const newest = drafts.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, PANEL_DRAFTS);
      return Promise.all(newest.map((draft) => choiceOf(deps.workshop, draft)));
    },
    'panel.fill': async ({ draftId }, sender) => fillHere(draftId, tabOf(sender)),
    'panel.suggest': async ({ photos }, sender) => {
      const market = new URL(sender.url ?? '').host;
      const draftId = await deps.draftFromPhotos(market, photos);
      return { draftId, ...(await fillHere(draftId, tabOf(sender))) };
    },
    'panel.state': async (_, sender) => {
      const job = await jobOfTab(deps, tabOf(sender));
      return job ? stateOf(deps, job) : null;
    },
    'panel.undo': async (_, sender) => {
      const tabId = tabOf(sender);
      const job = await jobOfTab(deps, tabId);
      const state = publishState.safeParse(job?.state);
      if (!state.success || !state.data.before)
        throw new MessageError({ code: 'nothing-to-undo', message: 'There is nothing to put back.' });
      if (job && job.doneAt === null) await deps.engine.stopJob(job.id);
      await deps.restore(tabId, state.data);
    },
  };
}

const isOpen = (draft: Draft, name: keyof Draft['fields']): boolean => draft.fields[name].value === null;
const asked = ['title', 'description', 'category', 'brand', 'size', 'condition', 'colors', 'price', 'package'] as const;

async function choiceOf(workshop: Workshop, draft: Draft) {
  const first = draft.photoIds[0];
  const photo = first === undefined ? undefined : await workshop.photos.get(first);
  return {
    id: draft.id,
    title: draft.fields.title.value ?? '',
    price: draft.fields.price.value,
    thumbnail: photo?.thumbnail ?? null,
    photos: draft.photoIds.length,
    open: asked.filter((name) => isOpen(draft, name)).length,
  };
}

/** The newest job that fills this tab: the panel's own, or the work tab's when this is the work tab. */
async function jobOfTab({ ledger, workTab }: PanelHandlerDeps, tabId: number): Promise<Job | undefined> {
  const isWorkTab = (await workTab()) === tabId;
  const jobs = await ledger.jobs.orderBy('createdAt').reverse().limit(50).toArray();
  const here = jobs.filter((job) => {
    const state = publishState.safeParse(job.state);
    if (!state.success) return false;
    const { sellerTab } = state.data.input;
    return sellerTab === tabId || (isWorkTab && sellerTab === null);
  });
  const moving = here.filter((job) => job.doneAt === null && job.status !== 'queued');
  return moving[0] ?? here.find((job) => !tellsNothing.includes(job.status));
}

async function stateOf({ workshop, progress, limit }: PanelHandlerDeps, job: Job) {
  const draft = job.draftId === null ? undefined : await workshop.drafts.get(job.draftId);
  const state = publishState.safeParse(job.state);
  const now = progress(job.id);
  return {
    jobId: job.id,
    draftId: job.draftId,
    title: draft?.fields.title.value ?? '',
    status: job.status,
    doing: now?.doing ?? job.step,
    at: now?.at ?? 0,
    of: now?.of ?? 0,
    failure: job.failure && {
      code: job.failure.code,
      message: job.failure.message,
      ...(job.failure.field === undefined ? {} : { field: job.failure.field }),
    },
    canUndo: (state.data?.before ?? null) !== null,
    limit: await limit(job),
  };
}
