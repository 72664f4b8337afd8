/** @jsxImportSource react */
import { useEffect, useState, type ReactNode } from 'react';

import type { CatalogAnswer, CatalogHit } from '../../form-answer.ts';
import { call } from '../api.ts';
import { boot, say, switches } from '../page-data.ts';
import { Cell } from '../ui/cell.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DropDown } from '../ui/drop-down.tsx';
import { usePanel } from '../ui/use-panel.ts';
import { useAnswer, useWaves } from '../ui/use-answer.ts';
import type { Form } from './use-form.ts';

type Chosen = { id: number; title: string } | null;
type Choose = (node: { id: number; title: string }) => void;

const noCatalogs: CatalogAnswer[] = [];

export function trail(nodes: CatalogAnswer[], id: number): CatalogAnswer[] {
  for (const node of nodes) {
    if (node.id === id) return [node];
    const below = trail(node.catalogs, id);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/** Locked on some edits of a live listing. */
const isLocked = boot.page === 'edit' && !boot.isDraft && switches.categoryLockedOnEdit;

export function Category({ form, openAfter }: { form: Form; openAfter: number }): ReactNode {
  const [lock, setLock] = useState(false);
  const [tree] = useAnswer<{ catalogs: CatalogAnswer[] }>('item_upload/catalogs');
  const roots = tree?.catalogs ?? noCatalogs;
  const panel = usePanel<Chosen>({
    value: form.values.catalog,
    onCommit: (catalog) => form.set({ catalog }),
    kind: 'single',
    locked: isLocked ? () => setLock(true) : undefined,
  });
  useEffect(() => {
    if (openAfter > 0) panel.openNow();
  }, [openAfter]);
  const chosen = form.values.catalog;
  const shown = chosen ? (trail(roots, chosen.id).at(-1)?.title ?? chosen.title) : '';
  return (
    <>
      <DropDown
        panel={panel}
        stem="catalog-select-dropdown"
        id="category"
        label={say('category')}
        hint={say('categoryHint')}
        shown={shown}
        error={form.error('catalog', 'category')}
      >
        <Picker
          roots={roots}
          title={form.values.title}
          checkedId={panel.pending?.id ?? null}
          choose={(node) => panel.choose(node)}
        />
      </DropDown>
      {lock && (
        <Dialog
          testId="category-lock-modal"
          title={say('categoryLocked')}
          text={say('categoryLockedText')}
          buttons={[{ label: say('understood'), onClick: () => setLock(false) }]}
        />
      )}
    </>
  );
}

type PickerProps = {
  roots: CatalogAnswer[];
  title: string;
  checkedId: number | null;
  choose: Choose;
};

function Picker({ roots, title, checkedId, choose }: PickerProps): ReactNode {
  const [keyword, setKeyword] = useState('');
  const [path, setPath] = useState<CatalogAnswer[]>([]);
  const here = path.at(-1);
  return (
    <>
      <input
        id="catalog-search-input"
        className="search"
        maxLength={100}
        value={keyword}
        placeholder={say('findCategory')}
        aria-label={say('findCategory')}
        onChange={(event) => setKeyword(event.target.value)}
      />
      {here && keyword === '' && (
        <button type="button" className="quiet" aria-label={say('back')} onClick={() => setPath(path.slice(0, -1))}>
          ‹ {here.title}
        </button>
      )}
      <ul className="list">
        {keyword === '' && !here && <Suggestions roots={roots} title={title} checkedId={checkedId} choose={choose} />}
        {keyword === '' ? (
          <Level
            key={here?.id ?? 0}
            nodes={here?.catalogs ?? roots}
            checkedId={checkedId}
            choose={choose}
            enter={(node) => setPath([...path, node])}
          />
        ) : (
          <Hits keyword={keyword} checkedId={checkedId} choose={choose} />
        )}
      </ul>
    </>
  );
}

/** Guesses come first in the document and may repeat a root's name. */
function Suggestions({ roots, title, checkedId, choose }: PickerProps): ReactNode {
  const [answer] = useAnswer<{ catalog_ids: number[] }>(
    `item_upload/suggestions/catalogs?title=${encodeURIComponent(title)}`,
  );
  const found = (answer?.catalog_ids ?? []).map((id) => trail(roots, id)).filter((one) => one.length > 0);
  return found.map((nodes) => {
    const node = nodes.at(-1)!;
    const body = nodes
      .slice(0, -1)
      .map((one) => one.title)
      .join(' › ');
    const id = `catalog-suggestion-${node.id}`;
    return (
      <Cell
        key={id}
        id={id}
        testId={id}
        kind="radio"
        checked={checkedId === node.id}
        title={node.title}
        body={body}
        onChoose={() => choose(node)}
      />
    );
  });
}

type LevelProps = {
  nodes: CatalogAnswer[];
  checkedId: number | null;
  choose: Choose;
  enter: (node: CatalogAnswer) => void;
};

function Level({ nodes, checkedId, choose, enter }: LevelProps): ReactNode {
  return useWaves(nodes).map((node) => {
    const isBranch = node.catalogs.length > 0;
    const id = `catalog-${node.id}`;
    return (
      <Cell
        key={id}
        id={id}
        testId={id}
        kind={isBranch ? 'button' : 'radio'}
        checked={checkedId === node.id}
        title={node.title}
        withChevron={isBranch}
        onChoose={() => (isBranch ? enter(node) : choose(node))}
      />
    );
  });
}

function Hits({
  keyword,
  checkedId,
  choose,
}: {
  keyword: string;
  checkedId: number | null;
  choose: Choose;
}): ReactNode {
  const [hits, setHits] = useState<CatalogHit[] | null>(null);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void call<{ catalogs: CatalogHit[] }>('GET', `catalogs/search?keyword=${encodeURIComponent(keyword)}`).then(
        (reply) => {
          if (current && reply.ok) setHits(reply.value.catalogs);
        },
      );
    }, 120);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [keyword]);
  if (hits?.length === 0) return <li className="hint">{say('nothingFound')}</li>;
  return (hits ?? []).map((hit) => {
    const id = `catalog-search-${hit.id}-result`;
    return (
      <Cell
        key={id}
        id={id}
        testId={id}
        kind="radio"
        checked={checkedId === hit.id}
        title={hit.title}
        body={hit.path}
        onChoose={() => choose(hit)}
      />
    );
  });
}
