import type { Template } from '../../db/database.ts';
import { limits } from '../../../shared/vocabulary.ts';
import type { Draft } from '../../../shared/draft.ts';
import type { DraftChange } from './change-draft.ts';
import type { Desk } from './desk.ts';
import { checkTemplate, expandTemplate, templateLimits, type TemplateProblem } from './template.ts';
import { templateValues, type TemplateWords } from './template-values.ts';

export type TemplateInput = Pick<Template, 'name' | 'language' | 'title' | 'body'>;
export type TemplateFault = {
  field: 'name' | 'title' | 'body';
  problem: TemplateProblem | { is: 'no-name' } | { is: 'name-taken' } | { is: 'empty' };
};
export type SavedTemplate = { ok: true; template: Template } | { ok: false; faults: TemplateFault[] };

export const listTemplates = ({ db }: Desk): Promise<Template[]> => db.templates.orderBy('name').toArray();

/** Stores a template, new (`id` null) or changed. One with a fault is not stored: it would fail later, on a draft. */
export async function saveTemplate(desk: Desk, id: string | null, input: TemplateInput): Promise<SavedTemplate> {
  return desk.db.transaction('rw', desk.db.templates, async () => {
    const name = input.name.trim();
    const faults = faultsOf({ ...input, name });
    const taken = await desk.db.templates.where('name').equals(name).first();
    if (taken && taken.id !== id) faults.push({ field: 'name', problem: { is: 'name-taken' } });
    if (faults.length > 0) return { ok: false, faults };
    const template: Template = { ...input, name, id: id ?? desk.newId(), updatedAt: desk.now() };
    await desk.db.templates.put(template);
    return { ok: true, template };
  });
}

export function faultsOf(input: TemplateInput): TemplateFault[] {
  const faults: TemplateFault[] = [];
  if (input.name === '') faults.push({ field: 'name', problem: { is: 'no-name' } });
  for (const [field, limit] of [
    ['name', templateLimits.name],
    ['title', templateLimits.title],
  ] as const) {
    const { length } = input[field];
    if (length > limit) faults.push({ field, problem: { is: 'too-long', length, limit } });
  }
  if (`${input.title}${input.body}`.trim() === '') faults.push({ field: 'body', problem: { is: 'empty' } });
  for (const field of ['title', 'body'] as const) {
    faults.push(...checkTemplate(input[field]).map((problem) => ({ field, problem })));
  }
  return faults;
}

/** Removes a template; what it wrote into drafts stays. The removed one can be given to `restoreTemplate`. */
export async function deleteTemplate({ db }: Desk, id: string): Promise<Template | undefined> {
  return db.transaction('rw', db.templates, async () => {
    const template = await db.templates.get(id);
    await db.templates.delete(id);
    return template;
  });
}

export async function restoreTemplate({ db }: Desk, template: Template): Promise<void> {
  await db.templates.put(template);
}

export type Applied = { ok: true; change: DraftChange } | { ok: false; problems: TemplateProblem[] };

/** What applying a template changes of a draft: the description, and the title where the template has one. */
export function applyTemplate(draft: Draft, template: Template, words: TemplateWords): Applied {
  const values = templateValues(draft, words);
  const title = expandTemplate(template.title, values, limits.title);
  const body = expandTemplate(template.body, values, limits.description);
  if (!title.ok || !body.ok)
    return { ok: false, problems: [title, body].flatMap((part) => (part.ok ? [] : part.problems)) };
  const fields = { ...(title.text ? { title: title.text } : {}), ...(body.text ? { description: body.text } : {}) };
  return { ok: true, change: { fields, templateId: template.id, source: 'rule' } };
}
