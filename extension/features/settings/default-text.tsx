import { useEffect, useState } from 'preact/hooks';

import { Field, TextInput } from '../../ui/field.tsx';

type DefaultTextProps = {
  label: string;
  placeholder: string;
  value: string | null;
  maxLength?: number;
  onSave: (value: string | null) => void;
};

/** Kept when the field is left or Enter is pressed; empty = no default. */
export function DefaultText({ label, placeholder, value, maxLength = 40, onSave }: DefaultTextProps) {
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const keep = (): void => {
    const next = text.trim() || null;
    if (next !== value) onSave(next);
  };
  return (
    <Field label={label}>
      {(control) => (
        <TextInput
          {...control}
          value={text}
          placeholder={placeholder}
          maxLength={maxLength}
          onText={setText}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      )}
    </Field>
  );
}
