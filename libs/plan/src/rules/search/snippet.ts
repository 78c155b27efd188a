import type { SoughtWord } from './sought.js';
import { fold, runsOf } from './words.js';

/** Part of a snippet; `hit`: one of the words that were looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** Length of a snippet, and how much of it stands before the first word, in characters. */
export const SNIPPET = { length: 160, before: 40 } as const;

type Stretch = readonly [from: number, to: number];

/** Stretches of the folded text where a word stands: Latin and digit runs at its ends must not go on beside it. */
function stretchesOf(folded: string, { forms, opens, closes }: SoughtWord): Stretch[] {
  const found: Stretch[] = [];
  for (const text of forms)
    for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) found.push([at, at + text.length]);
  if (found.length === 0 || (opens && closes)) return found;
  const whole = runsOf(folded).filter(({ syllabic }) => !syllabic);
  const begins = new Set(whole.map(({ at }) => at));
  const ends = new Set(whole.map(({ at, text: run }) => at + run.length));
  return found.filter(([from, to]) => (opens || begins.has(from)) && (closes || ends.has(to)));
}

/** Stretches in their order, those that meet as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: [from: number, to: number][] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** A stretch of plain text with the words marked; `cut`: text was left out before or after it. */
export function snippetOf(
  plain: string,
  words: readonly SoughtWord[],
  cut: { readonly before: boolean; readonly after: boolean },
): SnippetPart[] {
  const folded = fold(plain);
  const parts: SnippetPart[] = [];
  let at = 0;
  for (const [from, to] of joined(words.flatMap((word) => stretchesOf(folded, word)))) {
    parts.push({ text: `${at === 0 && cut.before ? '…' : ''}${plain.slice(at, from)}`, hit: false });
    parts.push({ text: plain.slice(from, to), hit: true });
    at = to;
  }
  parts.push({ text: `${at === 0 && cut.before ? '…' : ''}${plain.slice(at)}${cut.after ? '…' : ''}`, hit: false });
  return parts.filter(({ text }) => text !== '');
}
