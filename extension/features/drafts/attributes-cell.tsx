import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { AttributeInput } from './attribute-input.tsx';
import type { CategoryRules } from './category-rules.ts';
import { changeDraft } from './change-draft.ts';
import { useDesk } from './desk-context.tsx';
import { fieldWords } from './words.ts';

type AttributesCellProps = { draft: Draft; rules: CategoryRules | null; onEnd: () => void };

/** The lists of a draft's category, edited from inside the sheet; saved at each choice. */
export function AttributesCell({ draft, rules, onEnd }: AttributesCellProps) {
  const desk = useDesk();
  const choose = (attributes: Record<string, Draft['attributes'][string] | null>): void => {
    changeDraft(desk, draft.id, { attributes }).catch(() => showToast(i18n.t('drafts.notSaved')));
  };
  return (
    <Dialog
      open
      title={fieldWords('attributes')}
      onClose={onEnd}
      actions={
        <Button kind="primary" onClick={onEnd}>
          {i18n.t('common.done')}
        </Button>
      }
    >
      <div class="grid gap-4">
        {rules?.attributes.map((attribute) => (
          <AttributeInput
            key={attribute.code}
            attribute={attribute}
            value={draft.attributes[attribute.code] ?? null}
            onChoose={(option) => choose({ [attribute.code]: option })}
          />
        ))}
      </div>
    </Dialog>
  );
}
