import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { showToast } from '../../ui/toasts.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CategoryBrowser } from './category-browser.tsx';
import { CatalogMissing } from './category-field.tsx';
import { categoryAt, type CatalogIndex } from './category-rules.ts';
import { changeDraft } from './change-draft.ts';
import { useDesk } from './desk-context.tsx';

type CategoryCellProps = { draft: Draft; index: CatalogIndex | null; onEnd: () => void };

/** Picks a category from inside the sheet; the cell has the focus again afterwards. */
export function CategoryCell({ draft, index, onEnd }: CategoryCellProps) {
  const desk = useDesk();
  if (!index) {
    return (
      <Dialog open title={i18n.t('drafts.category.browse')} onClose={onEnd}>
        <CatalogMissing market={draft.market} />
      </Dialog>
    );
  }
  const take = (id: number): void => {
    const category = categoryAt(id, index);
    if (!category) return;
    changeDraft(desk, draft.id, { fields: { category } }).catch(() => showToast(i18n.t('drafts.notSaved')));
  };
  return (
    <CategoryBrowser
      open
      index={index}
      current={draft.fields.category.value?.id ?? null}
      onTake={take}
      onClose={onEnd}
    />
  );
}
