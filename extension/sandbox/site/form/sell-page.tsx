/** @jsxImportSource react */
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { call } from '../api.ts';
import { boot, say, switches, tid } from '../page-data.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { Wrong } from '../pages/plain.tsx';
import { Book } from './book.tsx';
import { Brand } from './brand.tsx';
import { Buttons } from './buttons.tsx';
import { Category } from './category.tsx';
import { ModelField } from './model.tsx';
import { Color, Material } from './multi-list.tsx';
import { Package } from './package.tsx';
import { Photos } from './photos.tsx';
import { Price } from './price.tsx';
import { Condition, OtherAttributes } from './single-list.tsx';
import { Size } from './size.tsx';
import { useSubmit } from './submit.ts';
import { useForm, type Form } from './use-form.ts';
import { emptyValues, fromItem, type Editable, type FormPhoto, type FormValues } from './values.ts';

/** A new listing, or the editable copy of an old one once it was read. */
export function SellPage(): ReactNode {
  const id = boot.page === 'edit' ? boot.subject : null;
  const [answer, failed] = useAnswer<{ item: Editable }>(id === null ? null : `item_upload/items/${id}`);
  if (failed) return <Wrong />;
  if (id !== null && !answer) return <p className="loader" role="status" />;
  return <SellForm first={answer ? fromItem(answer.item) : emptyValues} />;
}

function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    const drop = (): void => window.removeEventListener('beforeunload', guard);
    window.addEventListener('beforeunload', guard);
    window.addEventListener('leaving', drop);
    return () => {
      drop();
      window.removeEventListener('leaving', drop);
    };
  }, [isDirty]);
}

/** A later re-render loses the amount once, after the package was chosen or after an attributes refetch. */
function usePriceLoss(form: Form): { onPackage: () => void; isLost: () => boolean } {
  const spent = useRef(false);
  const lostAt = useRef<number | null | undefined>(undefined);
  const { price } = form.values;
  const onPackage = (): void => {
    if (spent.current || switches.priceLost === 'never' || price === null) return;
    spent.current = true;
    if (switches.priceLost === 'cleared') setTimeout(() => form.set({ price: null }), 60);
    else lostAt.current = price;
  };
  useEffect(() => {
    if (lostAt.current !== undefined && price !== lostAt.current) lostAt.current = undefined;
  }, [price]);
  return { onPackage, isLost: () => lostAt.current !== undefined };
}

type Guess = { attributes: { code: string; ids: number[] }[] };

/** After the first photos the page may open the picker by itself and guess; what was chosen before stays. */
async function guessFromPhotos(values: FormValues, set: Form['set']): Promise<boolean> {
  if (!switches.photosOpenCategory || values.catalog) return false;
  const reply = await call<Guess>('POST', 'item_upload/suggestions/attributes', {});
  if (!reply.ok) return false;
  const idOf = (code: string): number | undefined => reply.value.attributes.find((one) => one.code === code)?.ids[0];
  set({
    catalog: { id: idOf('category')!, title: '' },
    brand: { id: idOf('brand')!, title: 'Nike', isLuxury: false, needsCheck: true },
    colors: [idOf('color')!],
  });
  return true;
}

function SellForm({ first }: { first: FormValues }): ReactNode {
  const form = useForm(first);
  const [opened, setOpened] = useState(0);
  const loss = usePriceLoss(form);
  const submit = useSubmit(form, loss.isLost);
  useLeaveGuard(form.isDirty);
  const { values, set, error } = form;
  const latest = useRef(values);
  latest.current = values;
  const setPhotos = (change: (photos: FormPhoto[]) => FormPhoto[]): void => {
    const photos = change(latest.current.photos);
    latest.current = { ...latest.current, photos };
    set({ photos });
  };
  const onUploaded = (): void =>
    void guessFromPhotos(latest.current, set).then((guessed) => guessed && setOpened((count) => count + 1));
  const ready = form.answer !== null;
  return (
    <main className="sell">
      <h1>{say('sellItem')}</h1>
      {switches.decoys && <Decoys />}
      {switches.restricted && (
        <div className="banner" role="status">
          {say('restricted')}
        </div>
      )}
      <Photos photos={values.photos} error={error('photos')} onChange={setPhotos} onAllUploaded={onUploaded} />
      <section className="card">
        <TextField
          id="title"
          testId="title--input"
          label={say('title')}
          hint={say('titleExample')}
          value={values.title}
          error={error('title')}
          onChange={(title) => set({ title })}
        />
        <TextField
          id="description"
          testId="description--input"
          label={say('description')}
          hint={say('descriptionExample')}
          rows={5}
          value={values.description}
          error={error('description')}
          onChange={(description) => set({ description })}
        />
      </section>
      <section className="card">
        <Category form={form} openAfter={opened} />
        {ready && <CategoryFields key={values.catalog?.id} form={form} />}
      </section>
      {form.attribute('isbn') && <Book form={form} />}
      {(switches.pricePlace === 'always' || ready) && <Price form={form} />}
      <Package form={form} onChosen={loss.onPackage} />
      <Extras form={form} />
      <Buttons submit={submit} />
      <Notices />
    </main>
  );
}

/** Twins that measure or speak and cannot be used; each stands before the control it looks like. */
function Decoys(): ReactNode {
  return (
    <div aria-hidden="true">
      <input className="decoy-parked" readOnly tabIndex={-1} {...tid('title--input')} value="" />
      <textarea className="decoy-parked" readOnly tabIndex={-1} {...tid('description--input')} value="" />
      <input className="decoy-clear" readOnly tabIndex={-1} {...tid('price-input--input')} value="" />
      <button className="decoy-clear" type="button" tabIndex={-1} {...tid('upload-form-save-button')} />
      <button className="decoy-pixel" type="button" tabIndex={-1} {...tid('upload-form-save-draft-button')} />
    </div>
  );
}

/** What follows the leaf category, in the site's order. */
function CategoryFields({ form }: { form: Form }): ReactNode {
  const early = switches.conditionPlace === 'before-size';
  const { unisex, width, length } = form.values;
  return (
    <>
      {form.attribute('unisex') && (
        <label className="check">
          <input
            type="checkbox"
            id="unisex"
            name="unisex"
            checked={unisex}
            onChange={(event) => form.set({ unisex: event.target.checked })}
          />{' '}
          {say('unisex')}
        </label>
      )}
      {form.attribute('brand') && <Brand form={form} />}
      {early && <Condition form={form} />}
      {form.attribute('size') && <Size form={form} />}
      {form.attribute('measurement') && (
        <div className="pair">
          <TextField
            id="measurement-width"
            testId="measurement-width--input"
            label={say('width')}
            hint={say('recommended')}
            value={width}
            onChange={(value) => form.set({ width: value })}
          />
          <TextField
            id="measurement-length"
            testId="measurement-length--input"
            label={say('length')}
            hint={say('recommended')}
            value={length}
            onChange={(value) => form.set({ length: value })}
          />
        </div>
      )}
      {!early && <Condition form={form} />}
      <Color form={form} />
      <Material form={form} />
      {form.attribute('model') && <ModelField key={form.values.brand?.id} form={form} />}
      <OtherAttributes form={form} />
    </>
  );
}

function Extras({ form }: { form: Form }): ReactNode {
  return (
    <section className="card">
      <label className="check">
        <input
          type="checkbox"
          id="ai_photo"
          name="ai_photo"
          checked={form.values.aiPhoto}
          onChange={(event) => form.set({ aiPhoto: event.target.checked })}
        />{' '}
        {say('aiPhoto')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          id="bump"
          name="bump"
          checked={form.values.bump}
          onChange={(event) => form.set({ bump: event.target.checked })}
        />{' '}
        {say('bump')}
      </label>
    </section>
  );
}

/** Dialogs the page shows at its start. */
function Notices(): ReactNode {
  const [seen, setSeen] = useState<string[]>([]);
  const close = (name: string) => () => setSeen((old) => [...old, name]);
  if (switches.restricted && !seen.includes('restricted')) {
    return (
      <Dialog
        testId="restricted-modal"
        title={say('restricted')}
        text={say('restrictedText')}
        buttons={[{ label: say('agreed'), onClick: close('restricted') }]}
      />
    );
  }
  if (switches.photoOwnershipModal && !seen.includes('own')) {
    return (
      <Dialog
        testId="photo-ownership-modal"
        title={say('ownPhotosTitle')}
        buttons={[{ label: say('closeOk'), testId: 'photo-ownership-modal-close', onClick: close('own') }]}
      />
    );
  }
  return null;
}
