import { beforeEach, describe, expect, it } from 'vitest';

import { bulkEdit } from './bulk-edit.ts';
import { completeDraft, draftWith, freshDesk } from './desk-in-tests.ts';
import { applyTemplate, deleteTemplate, listTemplates, restoreTemplate, saveTemplate } from './templates.ts';
import { measurementsText, templateValues } from './template-values.ts';
import { undoGroup } from './undo.ts';

const words = {
  condition: (id: number) => `condition ${id}`,
  color: (id: number) => `colour ${id}`,
  material: (material: { label: string }) => material.label,
  noBrand: 'No brand',
  language: 'en',
};
const input = { name: 'Mine', language: 'en', title: '', body: 'Size {{size}}' };
let desk = freshDesk();
beforeEach(() => {
  desk = freshDesk();
});
const saved = async (more = {}) => {
  const result = await saveTemplate(desk, null, { ...input, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.template;
};

describe('templates', () => {
  it('are kept, changed, removed and brought back', async () => {
    const template = await saved({ name: '  Mine ' });
    await saveTemplate(desk, template.id, { ...input, body: 'New' });
    expect(await listTemplates(desk)).toEqual([
      expect.objectContaining({ id: template.id, name: 'Mine', body: 'New' }),
    ]);
    const removed = await deleteTemplate(desk, template.id);
    expect(await listTemplates(desk)).toEqual([]);
    await restoreTemplate(desk, removed!);
    expect(await listTemplates(desk)).toHaveLength(1);
  });

  it.each([
    [{ name: ' ' }, 'name', 'no-name'],
    [{ name: 'x'.repeat(61) }, 'name', 'too-long'],
    [{ name: 'Taken' }, 'name', 'name-taken'],
    [{ body: '  ' }, 'body', 'empty'],
    [{ body: '{{__proto__}}' }, 'body', 'unknown'],
    [{ title: '{{constructor}}' }, 'title', 'unknown'],
    [{ body: '{{size' }, 'body', 'unclosed'],
    [{ body: 'x'.repeat(5_001) }, 'body', 'too-long'],
  ])('refuse %j', async (more, field, is) => {
    await saved({ name: 'Taken' });
    const result = await saveTemplate(desk, null, { ...input, ...more });
    expect(result).toMatchObject({ ok: false, faults: [{ field, problem: { is } }] });
    expect(await listTemplates(desk)).toHaveLength(1);
  });

  it('write the description, and the title where they have one', async () => {
    const template = await saved({
      title: '{{brand}} {{size}}',
      body: '{{condition}}, {{colours}}, {{price}}\n{{composition}}',
    });
    expect(applyTemplate(completeDraft('a'), template, words)).toMatchObject({
      ok: true,
      change: { fields: { title: 'No brand S', description: 'condition 2, colour 1, €12.50' } },
    });
    expect(applyTemplate(completeDraft('a'), { ...template, title: '' }, words)).not.toHaveProperty(
      'change.fields.title',
    );
  });

  it('say when the result would be too long for Vinted', async () => {
    const template = await saved({ title: '{{title}} {{title}}' });
    const draft = completeDraft('a', { title: 'x'.repeat(60) });
    expect(applyTemplate(draft, template, words)).toMatchObject({
      ok: false,
      problems: [{ is: 'too-long', limit: 100 }],
    });
  });

  it('apply to many drafts and come off again as one', async () => {
    await desk.db.drafts.bulkPut([completeDraft('a'), draftWith('b'), completeDraft('c')]);
    const result = await bulkEdit(desk, ['a', 'b', 'c'], {
      is: 'template',
      template: await saved(),
      wordsOf: () => words,
    });
    expect((await desk.db.drafts.get('a'))?.fields.description).toEqual({
      value: 'Size S',
      confidence: 1,
      source: 'rule',
    });
    await undoGroup(desk, result.group!);
    expect((await desk.db.drafts.get('a'))?.fields.description.value).toBe('Worn twice.');
  });
});

it.each([
  [null, ''],
  [{ width: 52, length: 70 }, '52 × 70 cm'],
  [{ width: null, length: 70.5 }, '70.5 cm'],
  [{ width: Number.NaN, length: null }, ''],
])('writes measurements %j', (value, text) => {
  expect(measurementsText(value)).toBe(text);
});

it('leaves every variable of an open draft empty', () => {
  expect(Object.values(templateValues(draftWith('a'), words)).every((value) => value === '')).toBe(true);
});
