import { i18n } from '#i18n';
import { limits } from '../../../shared/vocabulary.ts';
import { Card } from '../../ui/card.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useDesk } from './desk-context.tsx';
import { expandTemplate } from './template.ts';
import type { TemplateInput } from './templates.ts';
import { templateValues } from './template-values.ts';
import { useListingWords } from './use-listing-words.tsx';
import { templateWords } from './words.ts';

/** The template as it would read for the newest draft. */
export function TemplatePreview({ input }: { input: TemplateInput }) {
  const { db } = useDesk();
  const wordsOf = useListingWords();
  const newest = useLive(async () => ({ draft: await db.drafts.orderBy('createdAt').last() }), [db]);
  const draft = newest.is === 'ready' ? newest.value.draft : undefined;
  if (!draft) return <p class="text-sm text-ink-soft">{i18n.t('templates.noPreview')}</p>;
  const values = templateValues(draft, wordsOf(draft.market));
  const title = expandTemplate(input.title, values, limits.title);
  const body = expandTemplate(input.body, values, limits.description);
  const problems = [title, body].flatMap((part) => (part.ok ? [] : part.problems));
  return (
    <Card title={i18n.t('templates.preview')} hint={draft.fields.title.value ?? i18n.t('drafts.untitled')}>
      {problems.length > 0 ? (
        <ul class="text-sm text-danger">
          {problems.map((problem, at) => (
            <li key={at}>{templateWords(problem)}</li>
          ))}
        </ul>
      ) : (
        <div class="grid gap-2">
          {title.ok && title.text !== '' && <p class="font-semibold">{title.text}</p>}
          <p class="break-words whitespace-pre-wrap">
            {body.ok && body.text !== '' ? body.text : i18n.t('templates.previewEmpty')}
          </p>
        </div>
      )}
    </Card>
  );
}
