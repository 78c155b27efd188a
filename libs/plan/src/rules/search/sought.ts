import { withoutParticle } from './particles.js';
import { fold, inDigits, pairsOf, plainText, type Run, runsOf } from './words.js';

/** Asked for in the index; a beginning stands for all tokens that begin with it. */
export interface SoughtToken {
  readonly token: string;
  readonly beginning: boolean;
}

/** A word somebody looks for: one of its forms must stand in the text, and its Latin and digit runs must be whole runs there. */
export interface SoughtWord {
  /** Folded, without a particle at its end; punctuation inside it has become a space. */
  readonly text: string;
  /** The word itself, then as it may be written with spaces: 산업단지, 산업 단지. */
  readonly forms: readonly string[];
  /** Tokens every text has that holds a form of the word. */
  readonly tokens: readonly SoughtToken[];
  /** Tokens of which such a text has at least one of each list. */
  readonly anyOf: readonly (readonly string[])[];
  /** Its first and last run are syllabic: whatever stands beside it belongs to something else. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The words of a query, each once; none where it has no letter and no digit. */
export function soughtWords(query: string): SoughtWord[] {
  const words = plainText(query)
    .split(' ')
    .map((word) => withoutParticle(fold(word).trim()))
    .filter((word) => word !== '');
  return [...new Set(words)].map((text) => {
    const runs = runsOf(text);
    const [opens, closes] = [runs[0]?.syllabic === true, runs.at(-1)?.syllabic === true];
    return { text, opens, closes, ...formsOf(text, runs) };
  });
}

/** A part of a compound has so many syllables at least: 부산 업무 is not 산업. */
const PART = 2;
/** Longer words are looked for as they are: the ways to part them grow too many. */
const LONGEST_COMPOUND = 10;

function formsOf(text: string, runs: readonly Run[]): Pick<SoughtWord, 'forms' | 'tokens' | 'anyOf'> {
  const chars = [...text];
  const isCompound = runs.length === 1 && runs[0]?.syllabic === true && chars.length >= 2 * PART;
  if (!isCompound || chars.length > LONGEST_COMPOUND)
    return { forms: [text], tokens: runs.flatMap(tokensOfRun), anyOf: [] };
  const pairs = pairsOf(chars).map(inDigits);
  // A space never parts both of two neighbouring pairs, and neither the first nor the last.
  const inner = pairs.slice(1, -1);
  return {
    forms: partings(chars).map((parts) => parts.join(' ')),
    tokens: [pairs[0] ?? '', pairs.at(-1) ?? ''].map((token) => ({ token, beginning: false })),
    anyOf: inner.slice(1).map((pair, at) => [inner[at] ?? '', pair]),
  };
}

/** Every way to part the syllables, the whole first. */
function partings(chars: readonly string[]): string[][] {
  const parted: string[][] = [[chars.join('')]];
  for (let at = PART; at <= chars.length - PART; at += 1)
    for (const rest of partings(chars.slice(at))) parted.push([chars.slice(0, at).join(''), ...rest]);
  return parted;
}

function tokensOfRun({ text, syllabic }: Run): SoughtToken[] {
  const chars = [...text];
  if (syllabic && chars.length === 1) return [{ token: inDigits(text), beginning: true }];
  return (syllabic ? pairsOf(chars) : [text]).map((part) => ({ token: inDigits(part), beginning: false }));
}
