import { useEffect, useRef, useState } from 'react';

import type { FormAnswer, FormAttribute } from '../../form-answer.ts';
import type { FieldError } from '../../item-body.ts';
import { call } from '../api.ts';
import { switches } from '../page-data.ts';
import { emptyValues, type FormValues } from './values.ts';

export type Form = {
  values: FormValues;
  set: (change: Partial<FormValues>) => void;
  isDirty: boolean;
  settle: () => void;
  answer: FormAnswer | null;
  attribute: (code: string) => FormAttribute | undefined;
  errors: FieldError[];
  setErrors: (errors: FieldError[]) => void;
  error: (...fields: string[]) => string | undefined;
};

/** What depends on the old category does not survive a new one. */
const dependents: Partial<FormValues> = {
  size: null,
  condition: null,
  attributes: {},
  model: null,
  packageId: null,
  materials: [],
};

/** The fields of the chosen category, asked anew for each category and brand. */
function useAnswer(catalogId: number | undefined, brandId: number | null | undefined): FormAnswer | null {
  const [answer, setAnswer] = useState<{ catalogId: number; value: FormAnswer } | null>(null);
  useEffect(() => {
    if (catalogId === undefined) return undefined;
    let current = true;
    const attributes = [
      { code: 'category', value: [catalogId] },
      ...(brandId ? [{ code: 'brand', value: [brandId] }] : []),
    ];
    void call<FormAnswer>('POST', 'item_upload/attributes', { attributes }).then((reply) => {
      if (current && reply.ok) setAnswer({ catalogId, value: reply.value });
    });
    return () => {
      current = false;
    };
  }, [catalogId, brandId]);
  return answer?.catalogId === catalogId ? (answer?.value ?? null) : null;
}

/** The recommended package arrives with the form or, in the late variant, overrides whatever was chosen before. */
function usePackageSuggestion(
  form: FormValues,
  answer: FormAnswer | null,
  set: (change: Partial<FormValues>) => void,
): void {
  const catalogId = form.catalog?.id;
  const asked = useRef<number | undefined>(undefined);
  useEffect(() => {
    const suggested = answer?.package_sizes.find((one) => one.is_suggested)?.id;
    if (suggested === undefined || asked.current === catalogId) return undefined;
    asked.current = catalogId;
    if (switches.packageSuggestion === 'at-once') return set(form.packageId === null ? { packageId: suggested } : {});
    const timer = setTimeout(() => set({ packageId: suggested }), 900);
    return () => clearTimeout(timer);
    // The timer must outlive re-renders of the same category.
  }, [answer, catalogId]);
}

export function useForm(first: FormValues = emptyValues): Form {
  const [values, setValues] = useState(first);
  const [isDirty, setDirty] = useState(false);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const answer = useAnswer(values.catalog?.id, values.brand?.id);
  const put = (change: Partial<FormValues>): void => setValues((old) => ({ ...old, ...change }));
  const set = (change: Partial<FormValues>): void => {
    const moved = change.catalog !== undefined && change.catalog?.id !== values.catalog?.id;
    setDirty(true);
    put(moved ? { ...dependents, ...change } : change);
  };
  usePackageSuggestion(values, answer, put);
  return {
    values,
    set,
    isDirty,
    settle: () => setDirty(false),
    answer,
    attribute: (code) => answer?.attributes.find((one) => one.code === code),
    errors,
    setErrors,
    error: (...fields) => errors.find(({ field }) => fields.includes(field))?.value,
  };
}
