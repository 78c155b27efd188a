import { byText } from '../aggregate-input.js';

/** What floating point may be short of a bound that is met exactly. */
const SLACK = 1e-9;

/** A text as it is compared: NFC, lower case, runs of white space as one blank. */
export function normalisedText(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i += 1) found.add(text.slice(i, i + 3));
  return found;
}

/** Trigrams as numbers, the rarest first: what two texts share then shows early. */
function numbered(texts: readonly string[]): Int32Array[] {
  const sets = texts.map(trigramsOf);
  const counts = new Map<string, number>();
  for (const set of sets) for (const trigram of set) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  const order = [...counts].sort(([a, often], [b, other]) => often - other || byText(a, b));
  const numbers = new Map(order.map(([trigram], number) => [trigram, number]));
  return sets.map((set) => Int32Array.from(set, (trigram) => numbers.get(trigram)!).sort());
}

function shared(a: Int32Array, b: Int32Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const gap = a[i]! - b[j]!;
    if (gap === 0) count += 1;
    if (gap <= 0) i += 1;
    if (gap >= 0) j += 1;
  }
  return count;
}

/** Two texts of a list and their Jaccard similarity over character trigrams. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/**
 * All pairs of distinct texts at least so similar, without forming all pairs: two sets can only be that similar when they
 * share one of their rarest elements (prefix filter; Chaudhuri, Ganti, Kaushik 2006) and are about equally large.
 */
export function similarPairs(texts: readonly string[], least: number): SimilarPair[] {
  const sets = numbered(texts);
  const order = Array.from(texts.keys()).sort(
    (a, b) => sets[a]!.length - sets[b]!.length || byText(texts[a]!, texts[b]!),
  );
  const index = new Map<number, number[]>();
  const pairs: SimilarPair[] = [];
  for (const text of order) {
    const set = sets[text]!;
    const prefix = set.subarray(0, set.length - Math.ceil(least * set.length - SLACK) + 1);
    const candidates = new Set<number>();
    for (const trigram of prefix) {
      const others = index.get(trigram) ?? [];
      for (const other of others) if (sets[other]!.length >= least * set.length - SLACK) candidates.add(other);
      others.push(text);
      index.set(trigram, others);
    }
    for (const other of candidates) {
      const common = shared(set, sets[other]!);
      const similarity = common / (set.length + sets[other]!.length - common);
      if (similarity >= least - SLACK) pairs.push({ a: Math.min(text, other), b: Math.max(text, other), similarity });
    }
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}
