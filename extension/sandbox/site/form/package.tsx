/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { say, tid } from '../page-data.ts';
import { FieldError } from '../ui/drop-down.tsx';
import type { Form } from './use-form.ts';

/** Package radios; the native input inside is what holds the choice. */
export function Package({ form, onChosen }: { form: Form; onChosen: () => void }): ReactNode {
  const options = form.answer?.package_sizes ?? [];
  if (options.length === 0) return null;
  const choose = (id: number): void => {
    form.set({ packageId: id });
    onChosen();
  };
  return (
    <section className="card">
      <div role="radiogroup" aria-label={say('package')}>
        <h2 className="field-label">{say('package')}</h2>
        {options.map(({ id, title, text, is_suggested: suggested }) => (
          <div key={id} className="web_ui__Cell__cell package" {...tid(`${id}-package-size--cell`)}>
            <label {...tid(`package-size-${id}`)}>
              <span className="web_ui__Cell__title" id={`package-size-${id}`}>
                {title}
              </span>
              {suggested && (
                <span className="badge" {...tid(`package-size-suggestion-badge-id-${id}`)}>
                  {say('packageBadge')}
                </span>
              )}
              <span className="web_ui__Cell__body">{text}</span>
              <span className="radio" {...tid(`package_type_selector_${id}`)}>
                <input
                  type="radio"
                  name="package_type_selector"
                  value={id}
                  aria-labelledby={`package-size-${id}`}
                  {...tid(`package_type_selector_${id}--input`)}
                  checked={form.values.packageId === id}
                  onChange={() => choose(id)}
                />
              </span>
            </label>
          </div>
        ))}
        <FieldError text={form.error('package_size')} />
      </div>
    </section>
  );
}
