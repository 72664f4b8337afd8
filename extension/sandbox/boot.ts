import type { Language } from './hosts.ts';
import type { Switches } from './switches.ts';

export type PageKind =
  | 'home'
  | 'sell'
  | 'edit'
  | 'item'
  | 'wardrobe'
  | 'followers'
  | 'inbox'
  | 'login'
  | 'banned'
  | 'missing'
  | 'wrong';

/** What the server hands the page at load. */
export type Boot = {
  page: PageKind;
  language: Language;
  locale: string;
  currency: string;
  country: string;
  csrf: string;
  user: { id: number; login: string } | null;
  /** The listing of an item or edit page, the member of a wardrobe page. */
  subject: number | null;
  isDraft: boolean;
  switches: Omit<Switches, 'faults'>;
};
