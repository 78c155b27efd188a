/**
 * How texts are cut into what can be searched for, by one rule for both stores (docs/adr/0019). Letters and digits count,
 * everything else parts them. Hangul, Han and Kana run on without spaces and are cut into overlapping pairs; other letters
 * and digits make words of their own.
 */
const SYLLABIC = '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const RUN = new RegExp(`[${SYLLABIC}]+|[^${SYLLABIC} ]+`, 'gu');
const IS_SYLLABIC = new RegExp(`^[${SYLLABIC}]`, 'u');
/** The old letter ㆍ is written as a middle dot today. */
const IS_LETTER = /(?![ㆍᆞ])[\p{L}\p{N}]/u;
/** Latin letters and digits as wide as a syllable (５Ｇ). */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/u;

/** A text as it is kept and shown: composed (NFC), white space as single spaces, half characters left out. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\p{Surrogate}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Everything that is not the same when it is folded; Hangul, small letters and single spaces, which texts mostly are, go fast. */
const TO_FOLD = /[^가-힣a-z0-9 ]/gu;

/** A plain text for comparing: small letters and digits, a space for everything else. As long as the text, place for place. */
export const fold = (plain: string): string => plain.replaceAll(TO_FOLD, foldChar);

function foldChar(char: string): string {
  if (!IS_LETTER.test(char)) return ' '.repeat(char.length);
  if (FULL_WIDTH.test(char)) return foldChar(char.normalize('NFKC'));
  const small = char.toLowerCase();
  return small.length === char.length ? small : char;
}

/** A stretch of letters of one kind. */
export interface Run {
  readonly text: string;
  /** Written syllable by syllable or sign by sign: any part of it may be asked for. Others are asked for as a whole. */
  readonly syllabic: boolean;
  /** Where it begins in the folded text. */
  readonly at: number;
}

/** The runs of a folded text, in their order. */
export const runsOf = (folded: string): Run[] =>
  [...folded.matchAll(RUN)].map(({ 0: text, index }) => ({ text, syllabic: IS_SYLLABIC.test(text), at: index }));

/** Longest part of a run that is looked at; no word of a plan is longer. */
const LONGEST = 80;

/** Characters in one form that neither store reads letters into: five digits of the code point each. */
export const inDigits = (text: string): string =>
  Array.from(text.slice(0, LONGEST), (char) => (char.codePointAt(0) ?? 0).toString(16).padStart(5, '0')).join('');

/** Pairs of neighbours: "산업단지" → 산업, 업단, 단지. */
export const pairsOf = (chars: readonly string[]): string[] =>
  chars.slice(1).map((char, index) => `${chars[index] ?? ''}${char}`);

/**
 * What a folded text is found by, each token once. Of a syllabic run its pairs, and its last syllable, so that every syllable
 * begins a token; of another run the whole of it.
 */
export function tokensOf(folded: string): string[] {
  const tokens = new Set<string>();
  for (const { text, syllabic } of runsOf(folded)) {
    if (!syllabic) {
      tokens.add(inDigits(text));
      continue;
    }
    const chars = [...text];
    for (const pair of pairsOf(chars)) tokens.add(inDigits(pair));
    tokens.add(inDigits(chars.at(-1) ?? ''));
  }
  return [...tokens];
}
