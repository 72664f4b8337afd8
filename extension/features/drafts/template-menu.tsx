import { i18n } from '#i18n';
import type { Template } from '../../db/database.ts';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useDesk } from './desk-context.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { applyTemplate, listTemplates } from './templates.ts';
import { undo } from './undo.ts';
import { useListingWords } from './use-listing-words.tsx';
import { templateWords } from './words.ts';

/** The seller's templates, each one click from being the description; taken back with undo. */
export function TemplateMenu() {
  const desk = useDesk();
  const { draft } = useEditing();
  const wordsOf = useListingWords();
  const choose = useChoose();
  const templates = useLive(() => listTemplates(desk), [desk]);
  if (templates.is !== 'ready' || templates.value.length === 0) return null;
  const apply = (template: Template): void => {
    const applied = applyTemplate(draft, template, wordsOf(draft.market));
    if (!applied.ok) return showToast(applied.problems.map(templateWords).join(' '));
    choose(applied.change);
    return showToast(i18n.t('drafts.templateApplied', [template.name]), () => void undo(desk, draft.id));
  };
  const items = templates.value.map((template) => ({
    id: template.id,
    label: template.name,
    onChoose: () => apply(template),
  }));
  return <Menu label={i18n.t('drafts.useTemplate')} items={items} side="left" size="small" />;
}
