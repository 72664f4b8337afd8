import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Listing } from '../../../shared/listing.ts';
import type { Currency } from '../../../shared/money.ts';
import { parsePriceInput } from '../../../shared/price.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { tagsOf } from './listing-list.ts';
import type { NoteChange } from './notes.ts';
import { useNoting } from './wardrobe-desk.tsx';

const topics = ['tag', 'untag', 'minimum', 'cost', 'exclude', 'include'] as const;
type Topic = (typeof topics)[number];

const topicWords: Record<Topic, () => string> = {
  tag: () => i18n.t('wardrobe.note.tag'),
  untag: () => i18n.t('wardrobe.note.untag'),
  minimum: () => i18n.t('wardrobe.minimum'),
  cost: () => i18n.t('wardrobe.cost'),
  exclude: () => i18n.t('wardrobe.note.exclude'),
  include: () => i18n.t('wardrobe.note.include'),
};

type NotesProps = { open: boolean; listings: Listing[]; onClose: () => void };

/** One note for all chosen listings. It stays in this browser, so nothing is queued. */
export function NotesDialog({ open, listings, onClose }: NotesProps) {
  const note = useNoting();
  const [topic, setTopic] = useState<Topic>('tag');
  const [text, setText] = useState('');
  const currency = listings.find(({ price }) => price)?.price?.currency ?? 'EUR';
  const change = readChange(topic, text, currency);
  const apply = async (): Promise<void> => {
    if (!change) return;
    onClose();
    setText('');
    const keys = listings.map(({ key }) => key);
    await note(keys, change);
  };
  return (
    <Dialog
      open={open}
      title={i18n.t('wardrobe.noteTitle', listings.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
          <Button kind="primary" disabled={change === null} onClick={() => void apply()}>
            {i18n.t('wardrobe.noteApply', listings.length)}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <Field label={i18n.t('wardrobe.noteWhat')} hint={i18n.t('wardrobe.noteHint')}>
          {(control) => (
            <Select<Topic>
              {...control}
              value={topic}
              options={topics.map((value) => ({ value, label: topicWords[value]() }))}
              onChoose={(next) => {
                setTopic(next);
                setText('');
              }}
            />
          )}
        </Field>
        <NoteInput {...{ topic, text, currency, listings }} wrong={isWrong(topic, text, currency)} onText={setText} />
      </div>
    </Dialog>
  );
}

type InputProps = {
  topic: Topic;
  text: string;
  currency: Currency;
  listings: Listing[];
  wrong: boolean;
  onText: (text: string) => void;
};

function NoteInput({ topic, text, currency, listings, wrong, onText }: InputProps) {
  if (topic === 'exclude') return <p>{i18n.t('wardrobe.note.excludeHint')}</p>;
  if (topic === 'include') return <p>{i18n.t('wardrobe.note.includeHint')}</p>;
  const tags = tagsOf(listings);
  if (topic === 'untag' && tags.length === 0) return <p>{i18n.t('wardrobe.note.noTags')}</p>;
  if (topic === 'untag')
    return (
      <Field label={i18n.t('wardrobe.tag')}>
        {(control) => (
          <Select
            {...control}
            value={text}
            options={[
              { value: '', label: i18n.t('wardrobe.note.pick') },
              ...tags.map((value) => ({ value, label: value })),
            ]}
            onChoose={onText}
          />
        )}
      </Field>
    );
  if (topic === 'tag')
    return (
      <Field label={i18n.t('wardrobe.tag')}>
        {(control) => <TextInput {...control} maxLength={40} value={text} onText={onText} />}
      </Field>
    );
  return (
    <Field
      label={`${topicWords[topic]()} (${currency})`}
      hint={topic === 'minimum' ? i18n.t('wardrobe.note.minimumHint') : i18n.t('wardrobe.note.costHint')}
      error={wrong ? i18n.t('wardrobe.note.wrongPrice') : undefined}
    >
      {(control) => <TextInput {...control} inputMode="decimal" value={text} onText={onText} />}
    </Field>
  );
}

const isAmount = (topic: Topic): topic is 'minimum' | 'cost' => topic === 'minimum' || topic === 'cost';

const isWrong = (topic: Topic, text: string, currency: Currency): boolean =>
  isAmount(topic) && text.trim() !== '' && !parsePriceInput(text, currency).ok;

/** What the dialog would note; null as long as it is not said. An empty price takes the noted one away. */
function readChange(topic: Topic, text: string, currency: Currency): NoteChange | null {
  if (topic === 'exclude' || topic === 'include') return { what: 'excluded', excluded: topic === 'exclude' };
  if (!isAmount(topic)) return text.trim() === '' ? null : { what: topic, tag: text };
  const parsed = parsePriceInput(text, currency);
  if (parsed.ok) return { what: topic, amount: parsed.value.amount };
  return parsed.problem === 'empty' ? { what: topic, amount: null } : null;
}
