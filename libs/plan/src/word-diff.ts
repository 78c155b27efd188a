import { diffArrays } from 'diff';
import type { WordDiff, WordRun } from './rules/index.js';

/** Most words (or sentences) that may come and go before the search is given up: it bounds the work, and unlike a limit of time always in the same place. */
const MOST_EDITS = 700;

/** Words, figures and marks, each with the white space behind it. Korean parts words by spaces, so that a pattern finds them (docs/adr/0016). */
const WORDS = /^\s+|(?:\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+|\S)\s*/gu;
const SENTENCES = /[^.?!\n]+(?:[.?!\n]\s*|$)|[.?!\n]\s*/gu;

/**
 * Compares two texts by words; where too many came and went, by sentences, and where even these did, as a whole. Nothing is lost:
 * what stayed and what was removed make up `before`, what stayed and what was added make up `after`, white space included.
 */
export const wordDiff: WordDiff = (before, after) =>
  diffBy(WORDS, before, after) ?? diffBy(SENTENCES, before, after) ?? wholly(before, after);

function wholly(before: string, after: string): readonly WordRun[] {
  const runs = new Runs();
  runs.add('removed', before);
  runs.add('added', after);
  return runs.end();
}

function diffBy(pattern: RegExp, before: string, after: string): readonly WordRun[] | null {
  const [left, right] = [before.match(pattern) ?? [], after.match(pattern) ?? []];
  const known = new Map<string, number>();
  const [was, is] = [numbersOf(left, known), numbersOf(right, known)];
  if (leastEdits(was, is, known.size) > MOST_EDITS) return null;
  const found = diffArrays(was, is, { maxEditLength: MOST_EDITS });
  if (found === undefined) return null;
  const runs = new Runs();
  let [at, to] = [0, 0];
  for (const { count, added, removed } of found)
    for (let token = 0; token < count; token += 1) {
      if (removed) runs.add('removed', left[at++] ?? '');
      else if (added) runs.add('added', right[to++] ?? '');
      else runs.keep(left[at++] ?? '', right[to++] ?? '');
    }
  return runs.end();
}

/** A number for each token, the same for the same one whatever white space follows. */
function numbersOf(tokens: readonly string[], known: Map<string, number>): number[] {
  return tokens.map((token) => {
    const word = token.trimEnd();
    const number = known.get(word) ?? known.size;
    known.set(word, number);
    return number;
  });
}

/** Tokens one side has more often than the other: at least so many come and go. */
function leastEdits(before: readonly number[], after: readonly number[], size: number): number {
  const surplus = new Int32Array(size);
  for (const token of before) surplus[token]! += 1;
  for (const token of after) surplus[token]! -= 1;
  return surplus.reduce((sum, count) => sum + Math.abs(count), 0);
}

/** Collects runs: neighbours of one kind become one, and what was removed stands before what was added in its place. */
class Runs {
  private readonly runs: WordRun[] = [];
  private same = '';
  private removed = '';
  private added = '';

  add(kind: 'removed' | 'added', text: string): void {
    if (text === '') return;
    this.close('same');
    this[kind] += text;
  }

  /** A token on both sides; the white space behind it may differ. */
  keep(before: string, after: string): void {
    const word = after.trimEnd();
    const text = before === after ? after : word;
    if (text !== '') {
      this.settle();
      this.same += text;
    }
    if (before === after) return;
    this.add('removed', before.slice(word.length));
    this.add('added', after.slice(word.length));
  }

  end(): readonly WordRun[] {
    this.settle();
    this.close('same');
    return this.runs;
  }

  /** What came and went is complete; the white space both end with stayed. */
  private settle(): void {
    const blank = sharedBlank(this.removed, this.added);
    const stayed = this.added.slice(this.added.length - blank);
    this.removed = this.removed.slice(0, this.removed.length - blank);
    this.added = this.added.slice(0, this.added.length - blank);
    this.close('removed');
    this.close('added');
    this.same += stayed;
  }

  private close(kind: WordRun['kind']): void {
    if (this[kind] !== '') this.runs.push({ kind, text: this[kind] });
    this[kind] = '';
  }
}

/** Length of the white space both texts end with. */
function sharedBlank(a: string, b: string): number {
  let length = 0;
  while (/\s/.test(a.at(-1 - length) ?? '') && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
