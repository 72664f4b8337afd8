import { AttributeInput } from './attribute-input.tsx';
import { useChoose, useEditing } from './editing.tsx';
import { attributePlace, missingWords } from './words.ts';

/** What only the chosen category asks: storage, SIM lock, platform, skirt length … */
export function AttributeFields() {
  const { draft, rules, missing, locked } = useEditing();
  const choose = useChoose();
  return rules?.attributes.map((attribute) => {
    const fault = missing.find((one) => one.attribute?.code === attribute.code && one.code !== 'open');
    return (
      <div
        key={`${draft.fields.category.value?.id} ${attribute.code}`}
        id={attributePlace(attribute.code)}
        class="scroll-mt-24"
      >
        <AttributeInput
          attribute={attribute}
          value={draft.attributes[attribute.code] ?? null}
          disabled={locked}
          error={fault && missingWords(fault)}
          onChoose={(option) => choose({ attributes: { [attribute.code]: option } })}
        />
      </div>
    );
  });
}
