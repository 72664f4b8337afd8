/** @jsxImportSource react */
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';

import { tid } from '../page-data.ts';

type CellProps = {
  id?: string;
  testId: string;
  /** Test id of the hidden native control inside. */
  controlTestId?: string;
  titleTestId?: string;
  kind: 'radio' | 'checkbox' | 'button';
  checked?: boolean;
  title: string;
  body?: string;
  hex?: string | null;
  withChevron?: boolean;
  /** The row's title does not commit a choice, only the row does (model list). */
  deadTitle?: boolean;
  onChoose: () => void;
  children?: ReactNode;
};

/** One row of a list. The row is the control; the native input inside is decoration and swallows its own clicks. */
export function Cell(props: CellProps): ReactNode {
  const { kind, checked = false, title } = props;
  const onTitle = (event: MouseEvent): boolean => (event.target as Element).closest('.web_ui__Cell__title') !== null;
  const control = {
    role: kind,
    tabIndex: 0,
    ...(kind === 'button' ? {} : { 'aria-checked': checked }),
    onClick: (event: MouseEvent) => {
      if (!(props.deadTitle && onTitle(event))) props.onChoose();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') props.onChoose();
    },
  };
  return (
    <li className="list-item">
      <div
        id={props.id}
        {...tid(props.testId)}
        {...control}
        className={`web_ui__Cell__cell web_ui__Cell__navigating${props.withChevron ? ' web_ui__Cell__with-chevron' : ''}`}
      >
        {props.hex !== undefined && (
          <span
            className="swatch"
            style={{
              background: props.hex ?? 'conic-gradient(red, gold, lime, aqua, blue, magenta, red)',
            }}
          />
        )}
        <span className="web_ui__Cell__content">
          <span className="web_ui__Cell__title" {...(props.titleTestId ? tid(props.titleTestId) : {})}>
            {title}
          </span>
          {props.body && <span className="web_ui__Cell__body">{props.body}</span>}
        </span>
        {kind !== 'button' && (
          <input
            type={kind}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
            checked={checked}
            {...(props.controlTestId ? tid(props.controlTestId) : {})}
            onClick={(event) => event.stopPropagation()}
            onChange={() => undefined}
          />
        )}
        {props.withChevron && (
          <span aria-hidden="true" className="chevron-right">
            ›
          </span>
        )}
      </div>
    </li>
  );
}
