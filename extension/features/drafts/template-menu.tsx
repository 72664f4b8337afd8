import { i18n } from '#i18n';
import type { Template } from '../../db/database.ts';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useDesk } from './desk-context.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { applyTemplate, listTemplates } from './templates.ts';
import type { TemplateWords } from './template-values.ts';
import { undo } from './undo.ts';
import { colorWords, conditionWords, materialWords } from './vocabulary-words.ts';
import { templateWords } from './words.ts';

export const wordsFor = (language: string): TemplateWords => ({
  condition: conditionWords,
  color: colorWords,
  material: materialWords,
  noBrand: i18n.t('drafts.noBrand'),
  language,
});

/** The seller's templates, each one click from being the description; taken back with undo. */
export function TemplateMenu() {
  const desk = useDesk();
  const { draft, language } = useEditing();
  const choose = useChoose();
  const templates = useLive(() => listTemplates(desk), [desk]);
  if (templates.is !== 'ready' || templates.value.length === 0) return null;
  const apply = (template: Template): void => {
    const applied = applyTemplate(draft, template, wordsFor(language));
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
