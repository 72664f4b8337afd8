/** @jsxImportSource react */
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';

import type { Option, SizeGroupAnswer } from '../../form-answer.ts';
import { say, switches, tid } from '../page-data.ts';
import { DropDown } from '../ui/drop-down.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { usePanel, type Panel } from '../ui/use-panel.ts';
import type { Form } from './use-form.ts';

type Chosen = { id: number; title: string } | null;

/** The size grid: options are check boxes with their label in `aria-label`, a few of them repeated as suggestions. */
export function Size({ form }: { form: Form }): ReactNode {
  const [answer] = useAnswer<{ size_groups: SizeGroupAnswer[] }>(
    `item_upload/size_groups?catalog_id=${form.values.catalog?.id ?? 0}`,
  );
  const panel = usePanel<Chosen>({
    value: form.values.size,
    onCommit: (size) => form.set({ size }),
    kind: 'single',
  });
  const groups = answer?.size_groups ?? [];
  const chosen = form.values.size;
  const shown =
    groups.flatMap((group) => group.sizes).find(({ id }) => id === chosen?.id)?.title ?? chosen?.title ?? '';
  const stem = `category-size-single-${switches.sizeGrid}`;
  return (
    <DropDown
      panel={panel}
      stem={stem}
      id="size"
      label={say('size')}
      hint={say('sizeHint')}
      shown={shown}
      error={form.error('size')}
    >
      <Grid groups={groups} panel={panel} />
    </DropDown>
  );
}

/** How many sizes stand: the first few, and a moment later all. */
function useWaves(group: number | undefined): number {
  const [whole, setWhole] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setWhole(group), 150);
    return () => clearTimeout(timer);
  }, [group]);
  return switches.sizesInWaves && whole !== group ? 2 : Infinity;
}

function Grid({ groups, panel }: { groups: SizeGroupAnswer[]; panel: Panel<Chosen> }): ReactNode {
  const [tab, setTab] = useState(0);
  const group = groups[tab] ?? groups[0];
  const come = useWaves(group?.id);
  if (!group) return <span className="loader" role="status" />;
  return (
    <>
      {groups.length > 1 && (
        <div role="tablist" className="tabs">
          {groups.map(({ id, title }, index) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={index === tab}
              className="quiet"
              onClick={() => setTab(index)}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      {group.sizes.length > 6 && (
        <div className="size-grid" aria-label={say('suggested')}>
          {group.sizes.slice(2, 5).map((size) => (
            <Box key={size.id} size={size} testId={`size-suggestions-grid-option-${size.id}`} panel={panel} />
          ))}
        </div>
      )}
      <div className="size-grid">
        {group.sizes.slice(0, come).map((size) => (
          <Box key={size.id} size={size} testId={`size-group-${group.id}-grid-option-${size.id}`} panel={panel} />
        ))}
      </div>
    </>
  );
}

function Box({ size, testId, panel }: { size: Option; testId: string; panel: Panel<Chosen> }): ReactNode {
  const choose = (): void => panel.choose(size);
  const control = {
    role: 'checkbox',
    tabIndex: 0,
    'aria-checked': panel.pending?.id === size.id,
    'aria-label': size.title,
    onClick: choose,
    onKeyDown: (event: KeyboardEvent) => event.key === ' ' && choose(),
  };
  return (
    <div
      {...control}
      className={`size-option ${switches.sizeGrid === 'grid_chips' ? 'web_ui__Chip__chip' : ''}`}
      {...tid(testId)}
    >
      {size.title}
    </div>
  );
}
