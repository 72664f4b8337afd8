import { useMemo } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field, Select, type ControlProps } from '../../ui/field.tsx';
import { ChoiceChips } from './chips.tsx';
import { foldText } from '../../../shared/fold-text.ts';
import type { OfferedAttribute } from './known-attributes.ts';
import { findOption } from './missing.ts';
import { useOwnText } from './use-own-text.tsx';
import { attributeWords } from './words.ts';

export type Option = Draft['attributes'][string];
type InputProps = {
  attribute: OfferedAttribute;
  value: Option | null;
  disabled?: boolean;
  onChoose: (option: Option | null) => void;
};

/** Up to this many stand side by side. */
const FEW = 4;

/** One list of a category with its label: few choices as chips, many as a list, unknown ones as words. */
export function AttributeInput({ error, ...props }: InputProps & { error?: string | undefined }) {
  const { attribute, value } = props;
  return (
    <Field
      label={attributeWords(attribute)}
      hint={attribute.told ? undefined : i18n.t('drafts.attribute.notTold')}
      error={error}
      aside={
        value === null && (
          <span class="text-xs text-ink-soft">
            {attribute.required ? i18n.t('drafts.attribute.none') : i18n.t('drafts.optional')}
          </span>
        )
      }
    >
      {(control) => <Control control={control} {...props} />}
    </Field>
  );
}

function Control(props: InputProps & { control: ControlProps }) {
  const { attribute } = props;
  if (attribute.required && attribute.options.length <= FEW) return <Few {...props} />;
  return attribute.told ? <Listed {...props} /> : <Words {...props} />;
}

type OwnProps = InputProps & { control: ControlProps };

const placeOf = (value: Option | null, { options }: OfferedAttribute): number => {
  const chosen = value && findOption(value, { options });
  return chosen ? options.indexOf(chosen) : -1;
};

function Few({ control, attribute, value, disabled = false, onChoose }: OwnProps) {
  const at = placeOf(value, attribute);
  return (
    <ChoiceChips
      control={control}
      label={attributeWords(attribute)}
      name={attribute.code}
      value={at < 0 ? null : at}
      disabled={disabled}
      options={attribute.options.map(({ label }, id) => ({ id, label }))}
      onChoose={(chosen) => onChoose(attribute.options[chosen] ?? null)}
    />
  );
}

function Listed({ control, attribute, value, disabled = false, onChoose }: OwnProps) {
  const options = attribute.options.map(({ label }, at) => ({ value: String(at), label }));
  return (
    <Select
      {...control}
      disabled={disabled}
      value={String(placeOf(value, attribute))}
      options={[{ value: '-1', label: i18n.t('drafts.attribute.choose') }, ...options]}
      onChoose={(at) => onChoose(attribute.options[Number(at)] ?? null)}
    />
  );
}

function Words({ control, attribute, value, disabled = false, onChoose }: OwnProps) {
  const shown = value?.label ?? '';
  const [text, type] = useOwnText(shown);
  const items = useMemo(() => {
    const wanted = foldText(text === shown ? '' : text.trim());
    return attribute.options
      .filter(({ label }) => foldText(label).includes(wanted))
      .map(({ label }) => ({ value: label, label }));
  }, [attribute, text, shown]);
  const take = (words: string): void => {
    const label = words.trim().slice(0, 200);
    type(words, label);
    onChoose(label === '' ? null : { id: null, label });
  };
  return (
    <Combobox
      control={control}
      items={items}
      value={value ? shown : null}
      text={text}
      custom
      disabled={disabled}
      placeholder={i18n.t('drafts.attribute.choose')}
      onText={take}
      onChoose={(chosen) => chosen !== null && take(chosen)}
    />
  );
}
