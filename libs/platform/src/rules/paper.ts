import type { Instant } from './instant.js';

/** How a stretch of text stands out: strong, or as what came into a text and what went from it. */
export type PaperMark = 'strong' | 'added' | 'removed';

/** A text, or stretches of it one after the other. Nothing in it is ever markup; a line break ends a line. */
export type PaperText = string | readonly { readonly text: string; readonly mark?: PaperMark }[];

/** A column of a table; widths are shares of the whole. */
export interface PaperColumn {
  readonly heading: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A row of a table, with as many cells as there are columns. A strong one is a sum. */
export interface PaperRow {
  readonly cells: readonly PaperText[];
  readonly strong?: boolean;
}

/** A table; over a page its headings come again. */
export interface PaperTable {
  readonly is: 'table';
  readonly caption?: string;
  /** What its figures are counted in, for the whole table: "백만원". */
  readonly unit?: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
}

export type PaperBlock =
  /** The name of the document, large; on a cover a third of the way down the page. */
  | { readonly is: 'title'; readonly text: string; readonly cover?: true }
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `indent` in steps of an item. Where it begins with the mark of one (□, ㅇ, 1., 가.), its further lines hang. */
  | { readonly is: 'paragraph'; readonly text: PaperText; readonly indent?: number }
  /** Small print: a remark, a source, how something was counted. */
  | { readonly is: 'note'; readonly text: PaperText }
  /** Names with their values, one below the other. */
  | { readonly is: 'facts'; readonly facts: readonly (readonly [name: string, value: PaperText])[] }
  | PaperTable
  | { readonly is: 'new-page' };

/** A document that is handed out, apart from its format: plain data, from which PDF and HWPX are made alike. */
export interface Paper {
  /** Name of the document, on every page and in the file's own description. */
  readonly title: string;
  /** Hash of what it shows, on every page: of a version of a plan the hash on its receipt. */
  readonly contentHash: string;
  /** When it came to be what it is. Never the time of a download: equal content stays equal, byte for byte. */
  readonly issuedAt: Instant;
  /** Of a rehearsal: marked so on every page. */
  readonly rehearsal: boolean;
  readonly landscape?: boolean;
  readonly blocks: readonly PaperBlock[];
}

/** What stands on every page of a rehearsal's document. */
export const REHEARSAL_MARK = '모의 운영: 이 문서는 연습이며 효력이 없습니다.';

/** Plain text of a text in stretches. */
export const paperString = (text: PaperText): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('');

const CONSONANTS = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18]; // ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ among the 19 initials
const VOWELS = [0, 4, 8, 13, 18, 20]; // ㅏㅓㅗㅜㅡㅣ among the 21 medials

/** 0 → 가, 13 → 하, 14 → 거: the order in which items are lettered (행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조). */
function itemLetter(index: number): string {
  const consonant = CONSONANTS[index % CONSONANTS.length] ?? 0;
  const vowel = VOWELS[Math.floor(index / CONSONANTS.length) % VOWELS.length] ?? 0;
  return String.fromCharCode(0xac00 + (consonant * 21 + vowel) * 28);
}

/** The mark before an item, by its depth: 1. 가. 1) 가) (1) (가) (시행규칙 제2조); `index` counts from 0. */
export function itemMark(depth: 0 | 1 | 2 | 3 | 4 | 5, index: number): string {
  const sign = depth % 2 === 0 ? String(index + 1) : itemLetter(index);
  if (depth < 2) return `${sign}.`;
  return depth < 4 ? `${sign})` : `(${sign})`;
}
