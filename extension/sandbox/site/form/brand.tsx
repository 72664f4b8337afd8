/** @jsxImportSource react */
import { useEffect, useState, type ReactNode } from 'react';

import type { BrandAnswer } from '../../form-answer.ts';
import { call } from '../api.ts';
import { say, switches, tid } from '../page-data.ts';
import { Cell } from '../ui/cell.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DropDown } from '../ui/drop-down.tsx';
import { usePanel, type Panel } from '../ui/use-panel.ts';
import type { Form } from './use-form.ts';
import type { FormValues } from './values.ts';

type Chosen = FormValues['brand'];

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase();

function useBrands(keyword: string, catalogId: number): BrandAnswer[] | null {
  const [found, setFound] = useState<{ keyword: string; brands: BrandAnswer[] } | null>(null);
  useEffect(() => {
    let current = true;
    const path = `item_upload/brands?category_id=${catalogId}&keyword=${encodeURIComponent(keyword)}`;
    const timer = setTimeout(() => {
      void call<{ brands: BrandAnswer[] }>('GET', path).then((reply) => {
        if (current && reply.ok) setFound({ keyword, brands: reply.value.brands });
      });
    }, 120);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [keyword, catalogId]);
  return found?.keyword === keyword ? found.brands : null;
}

export function Brand({ form }: { form: Form }): ReactNode {
  const [warned, setWarned] = useState<number | null>(null);
  const chosen = form.values.brand;
  const panel = usePanel<Chosen>({
    value: chosen,
    onCommit: (brand) => form.set({ brand, model: null }),
    kind: 'single',
    needsWholeClick: true,
  });
  const mustProve = chosen?.needsCheck === true;
  const shown = chosen?.id === 1 ? say('noBrand') : (chosen?.title ?? '');
  return (
    <>
      <DropDown
        panel={panel}
        stem="brand-select-dropdown"
        id="brand"
        label={say('brand')}
        hint={say('brandHint')}
        shown={shown}
        error={form.error('brand')}
      >
        <Rows panel={panel} catalogId={form.values.catalog?.id ?? 0} />
      </DropDown>
      {mustProve && <p className="note">{say('authenticityNote')}</p>}
      {mustProve && switches.authenticityModal && warned !== chosen.id && (
        <Dialog
          testId="authenticity-modal"
          title={say('authenticityTitle')}
          buttons={[
            {
              label: say('close'),
              testId: 'authenticity-modal-close-button',
              onClick: () => setWarned(chosen.id),
            },
          ]}
        />
      )}
    </>
  );
}

function Rows({ panel, catalogId }: { panel: Panel<Chosen>; catalogId: number }): ReactNode {
  const [keyword, setKeyword] = useState('');
  const brands = useBrands(keyword, catalogId);
  const wanted = plain(keyword);
  const aboutNone = wanted !== '' && (plain(say('noBrand')).startsWith(wanted) || wanted === plain('no brand'));
  const isNew = brands !== null && wanted !== '' && !aboutNone && !brands.some(({ title }) => plain(title) === wanted);
  const pick = (brand: BrandAnswer): void =>
    panel.choose({
      id: brand.id,
      title: brand.title,
      isLuxury: brand.is_luxury,
      needsCheck: brand.requires_authenticity_check,
    });
  return (
    <>
      <input
        id="brand-search-input"
        {...tid('brand-search--input')}
        className="search"
        value={keyword}
        placeholder={say('findBrand')}
        aria-label={say('findBrand')}
        onChange={(event) => setKeyword(event.target.value)}
      />
      {keyword === '' && (
        <p className="list-label" {...tid('brand-popular-label')}>
          {say('popularBrands')}
        </p>
      )}
      <ul className="list">
        {aboutNone && <NoBrand panel={panel} />}
        {keyword === '' &&
          brands
            ?.slice(0, 2)
            .map((brand) => (
              <Row key={`s${brand.id}`} brand={brand} stem="suggested-brand" panel={panel} pick={pick} />
            ))}
        {brands?.map((brand) => (
          <Row key={brand.id} brand={brand} stem="brand" panel={panel} pick={pick} />
        ))}
        {brands?.length === 0 && !aboutNone && (
          <li className="hint" {...tid('brand_empty_state')}>
            {say('nothingFound')}
          </li>
        )}
        {isNew && <CustomBrand panel={panel} name={keyword.trim()} />}
      </ul>
    </>
  );
}

type RowProps = {
  brand: BrandAnswer;
  stem: string;
  panel: Panel<Chosen>;
  pick: (brand: BrandAnswer) => void;
};

function Row({ brand, stem, panel, pick }: RowProps): ReactNode {
  const id = `${stem}-${brand.id}`;
  const checked = panel.pending?.id === brand.id;
  return (
    <Cell
      id={id}
      testId={id}
      controlTestId={`brand-radio-${brand.id}`}
      kind="radio"
      checked={checked}
      title={brand.title}
      onChoose={() => pick(brand)}
    />
  );
}

/** Commits at once, whatever the variant asks of other rows. */
function NoBrand({ panel }: { panel: Panel<Chosen> }): ReactNode {
  const choose = (): void => panel.choose({ id: 1, title: '', isLuxury: false, needsCheck: false }, 'at-once');
  return (
    <Cell
      id="empty-brand"
      testId="empty-brand"
      kind="radio"
      checked={panel.pending?.id === 1}
      title={say('noBrand')}
      onChoose={choose}
    />
  );
}

/** Kept only when the panel is closed with its button, where it has one. */
function CustomBrand({ panel, name }: { panel: Panel<Chosen>; name: string }): ReactNode {
  const checked = panel.pending?.id === null && panel.pending.title === name;
  const choose = (): void => panel.choose({ id: null, title: name, isLuxury: false, needsCheck: false }, 'with-button');
  return (
    <Cell
      id="custom-select-brand"
      testId="custom-select-brand"
      kind="radio"
      checked={checked}
      title={say('customBrand', { name })}
      onChoose={choose}
    />
  );
}
