import { ArrowLeft } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { rule as ruleSchema, type Rule } from '../../../shared/rule.ts';
import { Button } from '../../ui/button.tsx';
import { Card, PageHeader } from '../../ui/card.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { categoriesOf, favouredOf, previewOf, tagsIn, type PlanParts } from './plan-shown.ts';
import { currencyIn } from './rule-currency.ts';
import { DropFields, FormField, RelistFields, WhichFields, type Fields } from './rule-fields.tsx';
import { emptyForm, formOf, problemsIn, ruleOf, type RuleForm } from './rule-form.ts';
import { previewWords } from './rule-words.ts';
import { useRulesDesk } from './rules-desk.tsx';
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved.ts';

type EditorProps = { account: string; rule: Rule | null; kind: Rule['kind']; parts: PlanParts; onDone: () => void };

/** One rule as a form. What is typed is kept at each key, and opened again after the page went away. */
export function RuleEditor({ account, rule, kind, parts, onDone }: EditorProps) {
  const { form, change, restored, tried, save, discard } = useRuleForm({ account, rule, kind, onDone });
  const currency = currencyIn(account);
  const problems = problemsIn(form, currency);
  const categories = useMemo(() => categoriesOf(parts.kept, parts.catalog), [parts.kept, parts.catalog]);
  const tags = useMemo(() => tagsIn(parts.kept), [parts.kept]);
  const fields: Fields = { form, problems, currency, change, showEmpty: tried };
  const titles = form.kind === 'relist' ? i18n.t('rules.editor.newRelist') : i18n.t('rules.editor.newDrop');
  return (
    <form
      noValidate
      class="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
    >
      <PageHeader title={rule ? i18n.t('rules.editor.edit') : titles} />
      {restored && <Notice tone="primary">{i18n.t('rules.editor.restored')}</Notice>}
      <Card>
        <FormField {...fields} field="name" label={i18n.t('rules.editor.name')}>
          {(control) => <TextInput {...control} maxLength={60} value={form.name} onText={(name) => change({ name })} />}
        </FormField>
      </Card>
      <Card title={i18n.t('rules.editor.whichTitle')} hint={i18n.t('rules.editor.whichHint')}>
        <WhichFields {...fields} categories={categories} tags={tags} />
      </Card>
      <Card title={i18n.t('rules.editor.how')}>
        {form.kind === 'relist' ? <RelistFields {...fields} /> : <DropFields {...fields} />}
      </Card>
      <WhatItWouldDo {...{ account, rule, form, parts }} />
      <div class="flex flex-wrap justify-end gap-2">
        <Button icon={<ArrowLeft aria-hidden="true" size={18} />} onClick={discard}>
          {i18n.t('rules.editor.discard')}
        </Button>
        <Button kind="primary" type="submit">
          {i18n.t('rules.editor.save')}
        </Button>
      </div>
    </form>
  );
}

type FormProps = Omit<EditorProps, 'parts'>;

function useRuleForm({ account, rule, kind, onDone }: FormProps) {
  const { wardrobe, now, newId } = useRulesDesk();
  const [left] = useState(() => {
    const unsaved = readUnsaved(localStorage, account);
    return unsaved?.ruleId === (rule?.id ?? null) && unsaved.form.kind === kind ? unsaved.form : null;
  });
  const [form, setForm] = useState<RuleForm>(() => left ?? startOf(rule, kind));
  const [tried, setTried] = useState(false);
  const leave = (): void => {
    forgetUnsaved(localStorage, account);
    onDone();
  };
  const change = (some: Partial<RuleForm>): void => {
    const next = { ...form, ...some };
    setForm(next);
    keepUnsaved(localStorage, account, { ruleId: rule?.id ?? null, form: next });
  };
  const save = async (element: HTMLFormElement): Promise<void> => {
    setTried(true);
    const at = now();
    const about = rule ?? { id: newId(), account, enabled: false, createdAt: at };
    const { id, enabled, createdAt } = about;
    const made = ruleSchema.safeParse(
      ruleOf(form, currencyIn(account), { id, account, enabled, createdAt, updatedAt: at }),
    );
    if (!made.success) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    try {
      await wardrobe.rules.put(made.data);
    } catch {
      showToast(i18n.t('rules.saveFailed'));
      return;
    }
    showToast(enabled ? i18n.t('rules.saved') : i18n.t('rules.savedOff'));
    leave();
  };
  return { form, change, restored: left !== null, tried, save, discard: leave };
}

function startOf(rule: Rule | null, kind: Rule['kind']): RuleForm {
  if (rule) return formOf(rule, navigator.language);
  return emptyForm(kind, kind === 'relist' ? i18n.t('rules.editor.relistName') : i18n.t('rules.editor.dropName'));
}

type WhatProps = { account: string; rule: Rule | null; form: RuleForm; parts: PlanParts };

/** The same computation as the plan, for this rule as it is typed. */
function WhatItWouldDo({ account, rule, form, parts }: WhatProps) {
  const made = useMemo(() => {
    const about = { id: rule?.id ?? 'new', account, enabled: true, createdAt: rule?.createdAt ?? parts.now };
    return ruleOf(form, currencyIn(account), { ...about, updatedAt: parts.now });
  }, [form, rule, account]);
  const preview = useMemo(() => made && previewOf(parts, made), [made, parts]);
  const favoured = preview && form.kind === 'relist' ? favouredOf(parts, preview) : 0;
  return (
    <Card title={i18n.t('rules.editor.whatTitle')}>
      <div aria-live="polite" class="grid gap-2">
        {preview === null ? (
          <p class="text-ink-soft">{i18n.t('rules.previewLater')}</p>
        ) : (
          <>
            <p class="font-semibold">{previewWords(preview)}</p>
            <p class="text-sm text-ink-soft">{i18n.t('rules.previewFits', [String(preview.fits)])}</p>
            {favoured > 0 && (
              <p class="text-sm font-medium text-warning">{i18n.t('rules.editor.favourites', [String(favoured)])}</p>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
