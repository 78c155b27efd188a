import { NARRATIVE_HEADS, type PlanContent } from '../content.js';
import { NARRATIVE_HEAD_NAMES, SITE_ROLE_NAMES, SUB_PROJECT_NAMES } from '../labels.js';
import { plainText } from './words.js';

export const SEARCH_KINDS = ['title', 'sub-project', 'site', 'narrative', 'attachment'] as const;
/** What is found in a plan, in the order of its weight: title and theme, sub-projects, places, the ten heads, texts of attachments. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One thing that can be found: a part of a plan with its text. */
export interface SearchUnit {
  readonly kind: SearchKind;
  /** Key of the sub-project or the place, code of the head; empty for the title. */
  readonly key: string;
  /** What it is called in a list of hits. */
  readonly heading: string;
  /** Plain text it is searched in. */
  readonly text: string;
}

/** What a unit says beside the plan's own words. */
export interface UnitNames {
  /** Names of the 시·도, short and long. */
  readonly province: readonly string[];
  /** Names of a ministry, by its code. */
  readonly ministry: (code: string) => readonly string[];
}

const unit = (kind: SearchKind, key: string, heading: string, words: readonly (string | undefined)[]): SearchUnit => ({
  kind,
  key,
  heading: plainText(heading),
  text: plainText(words.filter((word) => word !== undefined).join(' · ')),
});

/** The units of a submitted content. Money, indicators and letters are no text, and are found by other means. */
export function unitsOf(content: PlanContent, names: UnitNames): SearchUnit[] {
  const { title, theme, subProjects, sites, narrative } = content;
  return [
    unit('title', '', title, [title, theme, ...names.province]),
    ...subProjects.map(({ key, name, kind, ministry }) =>
      unit('sub-project', key, name, [name, SUB_PROJECT_NAMES[kind], ...names.ministry(ministry)]),
    ),
    ...sites.map(({ key, name, role, linkage }) =>
      unit('site', key, name, [name, SITE_ROLE_NAMES[role], linkage?.evidence]),
    ),
    ...NARRATIVE_HEADS.flatMap((head) => {
      const text = narrative[head] ?? '';
      return text.trim() === '' ? [] : [unit('narrative', head, NARRATIVE_HEAD_NAMES[head], [text])];
    }),
  ];
}

/** Longest text of one unit: what a document holds of tokens is bounded in PostgreSQL. */
const LONGEST_PIECE = 50_000;
/** By so much pieces overlap: no query is longer, so no word is lost between two of them. */
const OVERLAP = 100;

/** A long text in pieces that can be searched. */
export function textPieces(text: string): string[] {
  const plain = plainText(text);
  const pieces: string[] = [];
  for (let from = 0; from < plain.length; from += LONGEST_PIECE - OVERLAP) {
    pieces.push(plainText(plain.slice(from, from + LONGEST_PIECE)));
    if (from + LONGEST_PIECE >= plain.length) break;
  }
  return pieces;
}
