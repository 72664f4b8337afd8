/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { say } from '../page-data.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Form } from './use-form.ts';

/** Author and title follow from the number and are locked then. */
const known: Record<string, { author: string; bookTitle: string }> = {
  '9781449487126': { author: 'Rupi Kaur', bookTitle: 'The Sun and Her Flowers' },
  '9782070612758': { author: 'Antoine de Saint-Exupéry', bookTitle: 'Le Petit Prince' },
};

export function Book({ form }: { form: Form }): ReactNode {
  const { isbn, author, bookTitle } = form.values;
  const found = known[isbn.replaceAll(/[\s-]/g, '')];
  const setIsbn = (value: string): void => {
    const book = known[value.replaceAll(/[\s-]/g, '')];
    form.set({ isbn: value, ...book });
  };
  return (
    <section className="card">
      <TextField
        id="isbn"
        testId="isbn--input"
        label={say('isbn')}
        hint="978-1-4494-8712-6"
        value={isbn}
        error={form.error('isbn')}
        onChange={setIsbn}
      />
      <TextField
        id="author"
        testId="author--input"
        label={say('author')}
        value={author}
        locked={found !== undefined}
        onChange={(value) => form.set({ author: value })}
      />
      <TextField
        id="book_title"
        testId="book_title--input"
        label={say('bookTitle')}
        value={bookTitle}
        locked={found !== undefined}
        onChange={(value) => form.set({ bookTitle: value })}
      />
    </section>
  );
}
