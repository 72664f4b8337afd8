/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { tid } from '../page-data.ts';

type DialogProps = {
  testId: string;
  title: string;
  text?: string;
  children?: ReactNode;
  buttons: { label: string; testId?: string; danger?: boolean; onClick: () => void }[];
};

/** A modal in front of everything. */
export function Dialog({ testId, title, text, children, buttons }: DialogProps): ReactNode {
  return (
    <div className="web_ui__Dialog__overlay" {...tid(`${testId}--overlay`)}>
      <div
        role="dialog"
        aria-modal="true"
        aria-label={title}
        className="web_ui__Dialog__content dialog"
        {...tid(testId)}
      >
        <h2>{title}</h2>
        {text && <p>{text}</p>}
        {children}
        {buttons.map(({ label, testId: id, danger, onClick }) => (
          <button
            key={label}
            type="button"
            className={danger ? 'danger' : 'primary'}
            {...(id ? tid(id) : {})}
            onClick={onClick}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
