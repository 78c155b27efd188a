import type { SearchKind } from './units.js';
import type { SoughtToken, SoughtWord } from './sought.js';

/**
 * What is asked of the index: every token of `all`, and of every list in `anyOf` at least one. Tokens of texts are digits only
 * (inDigits); the marks of a document begin with a letter that is no digit, so that no text can pass for one.
 */
export interface IndexQuery {
  readonly all: readonly SoughtToken[];
  readonly anyOf: readonly (readonly string[])[];
}

const letters = (code: string): string => code.replaceAll('-', '');

export const kindMark = (kind: SearchKind): string => `k${letters(kind)}`;
export const roundMark = (roundId: string): string => `r${letters(roundId)}`;
export const planMark = (planId: string): string => `p${letters(planId)}`;

/** Asks for documents that hold every word, of one kind, round, or some plans where these are named. */
export function indexQuery(
  words: readonly SoughtWord[],
  within: {
    readonly kind?: SearchKind | undefined;
    readonly roundId?: string | undefined;
    /** null = no narrowing. */
    readonly planIds: readonly string[] | null;
  },
): IndexQuery {
  const { kind, roundId, planIds } = within;
  const marks = [
    ...(kind === undefined ? [] : [kindMark(kind)]),
    ...(roundId === undefined ? [] : [roundMark(roundId)]),
  ];
  return {
    all: [...words.flatMap(({ tokens }) => tokens), ...marks.map((token) => ({ token, beginning: false }))],
    anyOf: [...words.flatMap(({ anyOf }) => anyOf), ...(planIds === null ? [] : [planIds.map(planMark)])],
  };
}
