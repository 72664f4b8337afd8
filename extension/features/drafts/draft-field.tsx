import type { ComponentChildren } from 'preact';

import { i18n } from '#i18n';
import type { DraftFieldName } from '../../../shared/draft.ts';
import { ConfidenceBadge } from '../../ui/badge.tsx';
import { Field, type ControlProps } from '../../ui/field.tsx';
import { useEditing } from './editing.tsx';
import { fieldWords, missingWords, sourceWords } from './words.ts';

type DraftFieldProps = {
  name: DraftFieldName;
  hint?: ComponentChildren;
  /** Beside the badge: a counter. */
  aside?: ComponentChildren;
  error?: string | undefined;
  optional?: boolean;
  children: (control: ControlProps) => ComponentChildren;
};

/** A labelled field of the draft with how sure its value is, who said so, and what Vinted would mind. */
export function DraftField({ name, hint, aside, error, optional = false, children }: DraftFieldProps) {
  const { draft, missing } = useEditing();
  const field = draft.fields[name];
  const fault = missing.find((one) => one.field === name && one.code !== 'open');
  const source = field.value === null ? undefined : sourceWords(field.source);
  const isQuiet = field.value === null && (optional || field.source === 'seller');
  return (
    <div id={`field-${name}`} class="scroll-mt-24">
      <Field
        label={fieldWords(name)}
        hint={hint}
        error={error ?? (fault ? missingWords(fault) : undefined)}
        aside={
          <span class="flex flex-wrap items-center gap-2 text-xs text-ink-soft">
            {aside}
            {source && <span>{source}</span>}
            {isQuiet ? optional && <span>{i18n.t('drafts.optional')}</span> : <ConfidenceBadge field={field} />}
          </span>
        }
      >
        {children}
      </Field>
    </div>
  );
}
