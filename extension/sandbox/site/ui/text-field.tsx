/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { tid } from '../page-data.ts';
import { FieldError } from './drop-down.tsx';

type TextFieldProps = {
  id: string;
  testId: string;
  label: string;
  hint?: string;
  value: string;
  rows?: number;
  locked?: boolean;
  error?: string | undefined;
  onChange: (value: string) => void;
};

/** A plain text input or area, controlled by React: assigning `.value` alone is lost. */
export function TextField({
  id,
  testId,
  label,
  hint,
  value,
  rows,
  locked,
  error,
  onChange,
}: TextFieldProps): ReactNode {
  const shared = {
    id,
    name: id,
    ...tid(testId),
    value,
    placeholder: hint,
    readOnly: locked,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="input-box">
        {rows ? (
          <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input type="text" {...shared} onChange={(event) => onChange(event.target.value)} />
        )}
      </div>
      <FieldError text={error} />
    </div>
  );
}
