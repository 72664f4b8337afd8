import { Wand2 } from 'lucide-preact';

import { i18n } from '#i18n';
import { limits } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextInput } from '../../ui/field.tsx';
import { OfferChip, OfferRow } from './chips.tsx';
import { DraftField } from './draft-field.tsx';
import { useChange, useChoose, useEditing } from './editing.tsx';
import { TemplateMenu } from './template-menu.tsx';
import { checkTitle, cleanTitle } from './title.ts';
import { useTyped } from './use-typed.tsx';

const Counter = ({ at, of }: { at: number; of: number }) => (
  <span
    class={at > of ? 'font-semibold text-danger tabular-nums' : 'tabular-nums'}
    aria-label={i18n.t('drafts.counter', [String(at), String(of)])}
  >
    {at}/{of}
  </span>
);

export function TitleField() {
  const { draft, locked } = useEditing();
  const change = useChange();
  const choose = useChoose();
  const typed = useTyped(`${draft.id} title`, draft.fields.title.value ?? '', (title) => change({ fields: { title } }));
  const suggested = draft.suggestion?.title.value;
  const repaired = cleanTitle(typed.text);
  const isBroken = checkTitle(typed.text).some((problem) => problem !== 'empty');
  return (
    <DraftField
      name="title"
      aside={<Counter at={typed.text.length} of={limits.title} />}
      error={typed.failed ? i18n.t('drafts.notSaved') : undefined}
    >
      {(control) => (
        <>
          <TextInput
            {...control}
            value={typed.text}
            onText={typed.onText}
            disabled={locked}
            autocomplete="off"
            spellcheck
          />
          {isBroken && repaired !== '' && (
            <div>
              <Button
                size="small"
                kind="quiet"
                icon={<Wand2 aria-hidden="true" size={15} />}
                onClick={() => typed.onText(repaired)}
              >
                {i18n.t('drafts.repairTitle')}
              </Button>
            </div>
          )}
          {suggested && suggested !== typed.text && !locked && (
            <OfferRow label={i18n.t('drafts.suggestions')}>
              <OfferChip label={suggested} onTake={() => choose({ fields: { title: suggested }, source: 'model' })} />
            </OfferRow>
          )}
        </>
      )}
    </DraftField>
  );
}

export function DescriptionField() {
  const { draft, locked } = useEditing();
  const change = useChange();
  const choose = useChoose();
  const typed = useTyped(`${draft.id} description`, draft.fields.description.value ?? '', (description) =>
    change({ fields: { description } }),
  );
  const suggested = draft.suggestion?.description.value;
  return (
    <DraftField
      name="description"
      aside={<Counter at={typed.text.length} of={limits.description} />}
      error={typed.failed ? i18n.t('drafts.notSaved') : undefined}
    >
      {(control) => (
        <>
          <TextArea {...control} rows={6} value={typed.text} onText={typed.onText} disabled={locked} spellcheck />
          {!locked && (
            <div class="flex flex-wrap items-center gap-1.5">
              <TemplateMenu />
              {suggested && suggested !== typed.text && (
                <OfferChip
                  label={i18n.t('drafts.suggestedText')}
                  hint={suggested}
                  onTake={() => choose({ fields: { description: suggested }, source: 'model' })}
                />
              )}
            </div>
          )}
        </>
      )}
    </DraftField>
  );
}
