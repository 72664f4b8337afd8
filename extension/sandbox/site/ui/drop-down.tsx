/** @jsxImportSource react */
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

import { say, switches, tid } from '../page-data.ts';
import type { Panel } from './use-panel.ts';

type DropDownProps<T> = {
  panel: Panel<T>;
  /** `brand-select-dropdown` gives `…-input`, `…-content`, `…-chevron-up`, `…-close-button`, `…--loader`. */
  stem: string;
  id: string;
  label: string;
  hint: string;
  shown: string;
  error?: string | undefined;
  children: ReactNode;
};

const presses = ['onPointerDown', 'onMouseDown', 'onPointerUp', 'onMouseUp'] as const;

/** Counts up when the page swaps its triggers for new nodes. */
function useGeneration(): number {
  const [generation, setGeneration] = useState(0);
  useEffect(() => {
    const swap = (): void => void setTimeout(() => setGeneration((count) => count + 1), 60);
    if (switches.triggersReplaced) window.addEventListener('panel-closed', swap);
    return () => window.removeEventListener('panel-closed', swap);
  }, []);
  return generation;
}

function Trigger<T>({ panel, stem, id, label, hint, shown, error }: DropDownProps<T>): ReactNode {
  const notes = Object.fromEntries(presses.map((name) => [name, () => panel.notePress(name.slice(2).toLowerCase())]));
  const generation = useGeneration();
  return (
    <div className="input-box">
      <input
        key={generation}
        id={id}
        name={id}
        {...tid(`${stem}-input`)}
        className="web_ui__InputDropdown__value c-input__value"
        readOnly
        value={shown}
        placeholder={hint}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        onClick={panel.toggle}
        {...notes}
      />
      {panel.ready ? (
        <span className="chevron" {...tid(`${stem}-chevron-${panel.open ? 'up' : 'down'}`)} aria-hidden="true">
          {panel.open ? '▴' : '▾'}
        </span>
      ) : (
        <span className="loader" {...tid(`${stem}--loader`)} aria-hidden="true" />
      )}
    </div>
  );
}

function Content<T>({ panel, stem, label, children }: DropDownProps<T>): ReactNode {
  const modal = switches.panelShape === 'modal' || switches.panelShape === 'floating';
  const apart = switches.panelShape === 'floating' || switches.panelShape === 'portal';
  const content = (
    <div
      className={modal ? 'panel panel--modal web_ui__Dialog__content' : 'panel'}
      {...(modal ? { role: 'dialog', 'aria-modal': true, 'aria-label': label } : tid(`${stem}-content`))}
    >
      <div className="panel-head">
        <span>{label}</span>
        <button
          type="button"
          className="quiet"
          {...tid(`${stem}-close-button`)}
          aria-label={say('close')}
          onClick={panel.discard}
        >
          ✕
        </button>
      </div>
      <div className="panel-body">{children}</div>
      {panel.hasDone && (
        <div className="panel-foot">
          <button
            type="button"
            className="primary"
            {...(switches.panelClosing === 'save-button' ? tid('input-dropdown-save-button') : {})}
            onClick={panel.save}
          >
            {say('done')}
          </button>
        </div>
      )}
    </div>
  );
  return apart ? createPortal(<div className={modal ? '' : 'portal'}>{content}</div>, document.body) : content;
}

/** A field whose value is chosen in a panel; the container stays in the document, open or not (site.md §3.1). */
export function DropDown<T>(props: DropDownProps<T>): ReactNode {
  const { panel, id, label, error } = props;
  const box = switches.panelClass === 'plain' ? 'input-dropdown__content' : 'module_dropdown__x9Qd2';
  return (
    <div className="field" ref={panel.root}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Trigger {...props} />
      <div className={box}>{panel.open && <Content {...props} />}</div>
      <FieldError text={error} />
    </div>
  );
}

export function FieldError({ text }: { text?: string | undefined }): ReactNode {
  if (!text) return null;
  return (
    <div className="web_ui__InputBar__error field-error" role="alert">
      {text}
    </div>
  );
}
