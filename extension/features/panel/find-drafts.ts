export type DraftChoice = {
  id: string;
  title: string;
  price: { amount: number; currency: string } | null;
  thumbnail: Blob | null;
  photos: number;
  open: number;
};

const shownAtOnce = 50;
const marks = /\p{M}/gu;
const plain = (text: string): string => text.normalize('NFKD').replace(marks, '').toLocaleLowerCase();

/** Drafts whose title holds every word searched for, in any order, whatever the accents; the rest only counted. */
export function findDrafts(drafts: readonly DraftChoice[], search: string): { shown: DraftChoice[]; more: number } {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = drafts.filter((draft) => words.every((word) => plain(draft.title).includes(word)));
  return { shown: found.slice(0, shownAtOnce), more: Math.max(0, found.length - shownAtOnce) };
}
