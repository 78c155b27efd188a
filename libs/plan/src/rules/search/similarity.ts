import { fold, inDigits, plainText, runsOf } from './words.js';

/** Lowest likeness that is shown: two fifths (convention). Below it two names share little more than their kind. */
export const LOWEST_LIKENESS = 40;

/**
 * The pairs a name is made of, spaces left out: "5G 특화망" → 5G·특, 특화, 화망. A Latin or digit run is one sign; a name of one sign
 * is that sign.
 */
export function nameGrams(name: string): ReadonlySet<string> {
  const signs = runsOf(fold(plainText(name))).flatMap(({ text, syllabic }) => (syllabic ? [...text] : [text]));
  const [first] = signs;
  if (signs.length === 1) return new Set([gram(first ?? '')]);
  return new Set(signs.slice(1).map((sign, index) => gram(signs[index] ?? '', sign)));
}

/** A gram as a token no other token is alike. */
const gram = (...signs: readonly string[]): string => `s${signs.map(inDigits).join('z')}`;

/** How alike two names are, as an exact fraction: twice the shared pairs over all pairs (Sørensen–Dice). */
export interface Likeness {
  readonly shared: number;
  readonly all: number;
}

export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): Likeness {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return { shared, all: a.size + b.size };
}

/** In hundredths, rounded half up; 0 for two empty names. */
export const inHundredths = ({ shared, all }: Likeness): number =>
  all === 0 ? 0 : Math.floor((400 * shared + all) / (2 * all));

/** The more alike first, by the exact fractions. */
export const byLikeness = (a: Likeness, b: Likeness): number => b.shared * a.all - a.shared * b.all;

/** Is it at least the lowest likeness that is shown? */
export const isAlike = ({ shared, all }: Likeness): boolean => 200 * shared >= LOWEST_LIKENESS * all;

/**
 * The grams one of which every name has that is alike: a name of `grams.length` pairs shares at least a quarter of them with it
 * (two fifths of all pairs, and no more pairs shared than the other has), so whichever three quarters and one are asked for, one
 * of them is shared. The rarest are asked for; equally frequent ones in their own order.
 */
export function telltaleGrams(grams: readonly { readonly gram: string; readonly count: number }[]): string[] {
  const least = Math.ceil((grams.length * LOWEST_LIKENESS) / (200 - LOWEST_LIKENESS));
  return [...grams]
    .sort((a, b) => a.count - b.count || (a.gram < b.gram ? -1 : 1))
    .slice(0, grams.length - least + 1)
    .map(({ gram: token }) => token);
}
