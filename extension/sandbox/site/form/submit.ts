import { useRef, useState } from 'react';

import type { FieldError } from '../../item-body.ts';
import { call, type Answer } from '../api.ts';
import { boot, say, switches } from '../page-data.ts';
import { openPanels } from '../ui/use-panel.ts';
import type { Form } from './use-form.ts';
import { toBody } from './values.ts';

export type Submit = {
  publish: (trusted: boolean) => void;
  saveDraft: (trusted: boolean) => void;
  deleteDraft: () => void;
  problem: string | null;
  modal: 'verification' | 'luxury' | 'restricted' | 'second-factor' | null;
  closeModal: () => void;
};

type Published = { item?: { id: number }; draft?: { id: number }; after_upload_actions?: string[] };

const uploadId = crypto.randomUUID();

function request(form: Form, kind: 'publish' | 'draft', lostPrice: boolean): Promise<Answer<Published>> {
  const id = boot.subject;
  const body = { ...toBody(form.values, id, uploadId), ...(lostPrice ? { price: null } : {}) };
  const rest = {
    feedback_id: null,
    push_up: form.values.bump,
    parcel: null,
    upload_session_id: uploadId,
  };
  if (kind === 'draft') {
    return id === null
      ? call('POST', 'item_upload/drafts', { draft: body, ...rest })
      : call('PUT', `item_upload/drafts/${id}`, { draft: body, ...rest });
  }
  if (id === null) return call('POST', 'item_upload/items', { item: body, ...rest });
  if (boot.isDraft) return call('POST', `item_upload/drafts/${id}/completion`, { draft: body, ...rest });
  return call('PUT', `item_upload/items/${id}`, { item: body, ...rest });
}

const isLuxury = (errors: FieldError[]): boolean => errors.some(({ value }) => value === say('luxuryTitle'));

function targetAfter(kind: 'publish' | 'draft', itemId: number | undefined): string {
  const isEdit = boot.page === 'edit' && !boot.isDraft;
  const way = isEdit ? switches.afterEdit : switches.afterPublish;
  return kind === 'publish' && way === 'item' && itemId ? `/items/${itemId}` : `/member/${boot.user?.id ?? ''}`;
}

/** Publishing, saving and deleting; buttons are never disabled, so a second click meets a request under way (site.md §3.1). */
export function useSubmit(form: Form, lostPrice: () => boolean): Submit {
  const [problem, setProblem] = useState<string | null>(null);
  const [modal, setModal] = useState<Submit['modal']>(null);
  const running = useRef(false);

  const leave = (path: string): void => {
    form.settle();
    window.dispatchEvent(new CustomEvent('leaving'));
    location.assign(path);
  };
  const settle = (reply: Answer<Published>, kind: 'publish' | 'draft'): void => {
    if (reply.ok) {
      if (reply.value.after_upload_actions?.includes('show_item_verification_modal')) {
        form.settle();
        return setModal('verification');
      }
      return leave(targetAfter(kind, reply.value.item?.id));
    }
    form.setErrors(reply.errors);
    if (reply.code === 106 && switches.restricted) setModal('restricted');
    else if (reply.code === 146 && switches.secondFactor === 'dialog') setModal('second-factor');
    else if (isLuxury(reply.errors)) setModal('luxury');
    else if (reply.errors.length === 0) setProblem(`${say('wrong')} ${say('wrongText')}`);
  };
  const send = async (kind: 'publish' | 'draft', trusted: boolean): Promise<void> => {
    if (running.current || openPanels.size > 0 || (switches.trustedClickOnly && !trusted)) return;
    running.current = true;
    setProblem(null);
    form.setErrors([]);
    const reply = await request(form, kind, lostPrice());
    settle(reply, kind);
    // Once accepted the page is on its way elsewhere; a second click must not list twice.
    running.current = reply.ok;
  };
  const remove = async (): Promise<void> => {
    const reply = await call('DELETE', `item_upload/drafts/${boot.subject}`);
    if (reply.ok) leave(`/member/${boot.user?.id ?? ''}`);
    else setProblem(say('wrong'));
  };
  return {
    publish: (trusted) => void send('publish', trusted),
    saveDraft: (trusted) => void send('draft', trusted),
    deleteDraft: () => void remove(),
    problem,
    modal,
    closeModal: () => setModal(null),
  };
}
