import type { Messages, Sentence } from './messages.js';

/**
 * The words for the codes of one vocabulary, to be spread into a feature's catalogue: where a sentence says {state:plan.state},
 * the reader finds the word of his language and never the code. A later stage may add words to a vocabulary of an earlier one.
 */
export const terms = <K extends string>(vocabulary: string, words: Readonly<Record<K, Sentence>>): Messages =>
  Object.fromEntries(Object.entries<Sentence>(words).map(([code, word]) => [termKey(vocabulary, code), word]));

/** Where the catalogue keeps the word for a code. */
export const termKey = (vocabulary: string, code: string): string => `${vocabulary}:${code}`;

/** Words that are kept language by language, put side by side. */
export const bilingual = <K extends string>(
  ko: Readonly<Record<K, string>>,
  en: Readonly<Record<NoInfer<K>, string>>,
): Readonly<Record<K, Sentence>> =>
  Object.fromEntries(
    Object.entries<string>(ko).map(([code, word]) => [code, { ko: word, en: en[code as K] }]),
  ) as Record<K, Sentence>;
