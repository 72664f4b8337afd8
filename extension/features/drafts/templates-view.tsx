import { FileText, Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Template } from '../../db/database.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import type { Desk } from './desk.ts';
import { DeskProvider, useDesk } from './desk-context.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { listTemplates } from './templates.ts';

/** The seller's own texts with variables, for descriptions that are not typed twice. */
export function TemplatesView({ desk }: { desk: Desk }) {
  return (
    <DeskProvider value={desk}>
      <Templates />
    </DeskProvider>
  );
}

function Templates() {
  const desk = useDesk();
  const [open, setOpen] = useState<string | null>(null);
  const found = useLive(() => listTemplates(desk), [desk]);
  if (found.is === 'loading') return <LoadingState />;
  if (found.is === 'failed') return <ErrorState title={i18n.t('drafts.unreadable')}>{String(found.error)}</ErrorState>;
  const templates = found.value;
  const isNew = open === 'new';
  const current = isNew ? null : (templates.find((template) => template.id === open) ?? templates[0] ?? null);
  const add = (
    <Button kind="primary" icon={<Plus aria-hidden="true" size={17} />} onClick={() => setOpen('new')}>
      {i18n.t('templates.add')}
    </Button>
  );
  return (
    <div class="grid gap-4">
      <PageHeader
        title={i18n.t('templates.title')}
        hint={i18n.t('templates.hint')}
        actions={templates.length > 0 && add}
      />
      {templates.length === 0 && !isNew ? (
        <EmptyState
          icon={<FileText aria-hidden="true" size={26} />}
          title={i18n.t('templates.emptyTitle')}
          action={add}
        >
          {i18n.t('templates.emptyWords', ['{{brand}}', '{{size}}'])}
        </EmptyState>
      ) : (
        <div class="grid items-start gap-5 lg:grid-cols-[minmax(180px,240px)_1fr]">
          <TemplateList templates={templates} current={current?.id ?? null} onOpen={setOpen} />
          <TemplateEditor key={isNew ? 'new' : (current?.id ?? 'none')} template={current} onOpen={setOpen} />
        </div>
      )}
    </div>
  );
}

type ListProps = { templates: Template[]; current: string | null; onOpen: (id: string) => void };

const TemplateList = ({ templates, current, onOpen }: ListProps) => (
  <nav aria-label={i18n.t('templates.title')}>
    <ul class="grid gap-1">
      {templates.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            aria-current={template.id === current ? 'true' : undefined}
            onClick={() => onOpen(template.id)}
            class={classNames(
              'block w-full truncate rounded-md px-3 py-2 text-left',
              template.id === current ? 'bg-primary-soft font-semibold text-primary-strong' : 'hover:bg-sunken',
            )}
          >
            {template.name}
          </button>
        </li>
      ))}
    </ul>
  </nav>
);
