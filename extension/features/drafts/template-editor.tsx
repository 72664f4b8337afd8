import { Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Template } from '../../db/database.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useDesk } from './desk-context.tsx';
import { templateVariables } from './template.ts';
import { TemplatePreview } from './template-preview.tsx';
import { deleteTemplate, faultsOf, restoreTemplate, saveTemplate, type TemplateInput } from './templates.ts';
import { templateWords } from './words.ts';

type EditorProps = { template: Template | null; onOpen: (id: string) => void };

const inputOf = (template: Template | null): TemplateInput => ({
  name: template?.name ?? '',
  language: template?.language ?? navigator.language,
  title: template?.title ?? '',
  body: template?.body ?? '',
});

/** Writes one template; every fault shows while typing, and one with a fault is not stored. */
export function TemplateEditor({ template, onOpen }: EditorProps) {
  const { input, setInput, tried, isChanged, save, remove, taken } = useTemplate(template, onOpen);
  const body = useRef<HTMLDivElement>(null);
  const faults = faultsOf({ ...input, name: input.name.trim() });
  const errorOf = (field: 'name' | 'title' | 'body'): string | undefined => {
    const fault = faults.find((one) => one.field === field);
    if (field === 'name' && taken) return templateWords({ is: 'name-taken' });
    const isEarly = fault && ['no-name', 'empty'].includes(fault.problem.is) && !tried;
    return fault && !isEarly ? templateWords(fault.problem) : undefined;
  };
  const insert = (name: string): void => {
    const box = body.current?.querySelector('textarea');
    const at = box?.selectionEnd ?? input.body.length;
    setInput({ ...input, body: `${input.body.slice(0, at)}{{${name}}}${input.body.slice(at)}` });
    box?.focus();
  };
  return (
    <div class="grid gap-5">
      <Card>
        <div class="grid gap-5">
          <Field label={i18n.t('templates.name')} error={errorOf('name')}>
            {(control) => <TextInput {...control} value={input.name} onText={(name) => setInput({ ...input, name })} />}
          </Field>
          <Field label={i18n.t('templates.titleLine')} hint={i18n.t('templates.titleHint')} error={errorOf('title')}>
            {(control) => (
              <TextInput {...control} value={input.title} onText={(title) => setInput({ ...input, title })} />
            )}
          </Field>
          <div ref={body} class="grid gap-2">
            <Field label={i18n.t('templates.body')} hint={i18n.t('templates.bodyHint')} error={errorOf('body')}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={9}
                  spellcheck
                  value={input.body}
                  onText={(text) => setInput({ ...input, body: text })}
                />
              )}
            </Field>
            <Variables onInsert={insert} />
          </div>
          <div class="flex flex-wrap justify-end gap-2">
            {template && (
              <Button kind="danger" icon={<Trash2 aria-hidden="true" size={16} />} onClick={remove}>
                {i18n.t('drafts.delete')}
              </Button>
            )}
            <Button kind="primary" disabled={!isChanged} onClick={save}>
              {i18n.t('templates.save')}
            </Button>
          </div>
        </div>
      </Card>
      <TemplatePreview input={input} />
    </div>
  );
}

function useTemplate(template: Template | null, onOpen: (id: string) => void) {
  const desk = useDesk();
  const [input, setInput] = useState(() => inputOf(template));
  const [tried, setTried] = useState(false);
  const [taken, setTaken] = useState(false);
  const before = inputOf(template);
  const save = async (): Promise<void> => {
    const saved = await saveTemplate(desk, template?.id ?? null, input);
    setTried(!saved.ok);
    setTaken(!saved.ok && saved.faults.some((fault) => fault.problem.is === 'name-taken'));
    if (!saved.ok) return;
    showToast(i18n.t('templates.saved'));
    onOpen(saved.template.id);
  };
  const remove = async (): Promise<void> => {
    const gone = template && (await deleteTemplate(desk, template.id));
    if (gone) showToast(i18n.t('templates.deleted', [gone.name]), () => void restoreTemplate(desk, gone));
  };
  const change = (next: TemplateInput): void => {
    setTaken(false);
    setInput(next);
  };
  const isChanged = JSON.stringify(before) !== JSON.stringify(input);
  return { input, setInput: change, tried, taken, isChanged, save: () => void save(), remove: () => void remove() };
}

const Variables = ({ onInsert }: { onInsert: (name: string) => void }) => (
  <div role="group" aria-label={i18n.t('templates.variables')} class="flex flex-wrap gap-1.5">
    {templateVariables.map((name) => (
      <button
        key={name}
        type="button"
        onClick={() => onInsert(name)}
        class="min-h-8 rounded-sm border border-line-strong px-2 font-mono text-sm hover:bg-primary-soft"
      >
        {`{{${name}}}`}
      </button>
    ))}
  </div>
);
