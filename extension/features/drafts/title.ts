import { limits } from '../../../shared/vocabulary.ts';

export type TitleProblem = 'empty' | 'too-long' | 'symbols' | 'invisible';

/** Pictures and ornaments, of which Vinted refuses even one (site.md §3.2); "N°" and trade marks are ordinary text. */
const picture = /(?![°©®™\d#*])[\p{So}\p{Extended_Pictographic}\p{Regional_Indicator}\u{20E3}]/u;
const symbolRun = /[\p{S}\p{Po}\p{Pd}][\s]?[\p{S}\p{Po}\p{Pd}][\s]?[\p{S}\p{Po}\p{Pd}]|\p{S}{2}/u;
/** Control, zero-width and direction-changing characters: they fool readers and search. */
const invisible = /[\p{Cc}\p{Cf}\u{115F}\u{1160}\u{3164}]/u;

/** What Vinted would refuse of a title, the worst first; empty = fine. */
export function checkTitle(title: string): TitleProblem[] {
  if (title.trim() === '') return ['empty'];
  const problems: TitleProblem[] = [];
  if (title.length > limits.title) problems.push('too-long');
  if (picture.test(title) || symbolRun.test(title)) problems.push('symbols');
  if (invisible.test(title.replaceAll(/\p{Extended_Pictographic}(?:\u{200D}|\u{FE0F})/gu, '')))
    problems.push('invisible');
  return problems;
}

/** The title without what `checkTitle` minds, cut at a word: offered as a one-click repair. */
export function cleanTitle(title: string): string {
  const plain = title
    .replaceAll(new RegExp(picture, 'gu'), ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\u{115F}\u{1160}\u{3164}]|\u{FE0F}/gu, '')
    .replaceAll(/([\p{S}\p{Po}\p{Pd}])(?:\s?[\p{S}\p{Po}\p{Pd}])+/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (plain.length <= limits.title) return plain;
  const cut = plain.slice(0, limits.title + 1);
  const space = cut.lastIndexOf(' ');
  return cut
    .slice(0, space > 40 ? space : limits.title)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
