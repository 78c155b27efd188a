/** Particles (조사) by what they follow: anything, a final consonant, a vowel. 도 and 만 are not among them: too many nouns end so. */
const AFTER_ANY = [
  '에서의',
  '에서는',
  '에서도',
  '에서',
  '에게',
  '에는',
  '에도',
  '에',
  '까지',
  '부터',
  '처럼',
  '보다',
  '의',
];
const AFTER_CONSONANT = [
  '으로써',
  '으로서',
  '으로의',
  '으로는',
  '으로',
  '이라는',
  '이며',
  '과의',
  '과는',
  '과',
  '을',
  '은',
  '이',
];
const AFTER_VOWEL = ['로써', '로서', '로의', '로는', '로', '라는', '와의', '와는', '와', '를', '는', '가'];
/** Nouns that end as if in a particle. */
const NOUN =
  /(?:협의|회의|논의|심의|합의|동의|결의|건의|문의|강의|정의|주의|이의|마을|가을|성과|결과|학과|통과|경과|도로|수로|가로|활로|철로|제로|대로|원자로|허가|추가|부가|투자가|평가|높이|길이|넓이|놀이|어린이|은이|기와)$/;

const HANGUL = /^[가-힣]$/;
const FIRST = 0xac00;
const FINALS = 28;
/** The final consonant of a syllable by its place among the 28, 0 where it has none: 로 follows ㄹ as it follows a vowel. */
const finalOf = (syllable: string): number => ((syllable.codePointAt(0) ?? FIRST) - FIRST) % FINALS;
const RIEUL = 8;
/** A word of fewer syllables is left as it stands (평가, 도로, 마을), unless digits are before it (3차의). */
const SHORTEST = 2;

function follows(particle: string, before: string): boolean {
  if (AFTER_ANY.includes(particle)) return true;
  const final = finalOf(before);
  if (AFTER_VOWEL.includes(particle)) return final === 0 || (final === RIEUL && particle.startsWith('로'));
  return AFTER_CONSONANT.includes(particle) && final !== 0 && !(final === RIEUL && particle.startsWith('으로'));
}

const PARTICLES = [...AFTER_ANY, ...AFTER_CONSONANT, ...AFTER_VOWEL].toSorted((a, b) => b.length - a.length);
/** Said after digits they would be something else: 3가, 1로. */
const NOT_AFTER_DIGITS = new Set(['이', '가', '로']);

/**
 * A folded word without the particle at its end ("산단을" → 산단, "5g를" → 5g): every text that holds the word holds what is left of
 * it. A word that may be a noun as a whole, or of which a single syllable would be left, stays as it is.
 */
export function withoutParticle(word: string): string {
  if (NOUN.test(word)) return word;
  for (const particle of PARTICLES) {
    const stem = word.slice(0, -particle.length);
    if (!word.endsWith(particle) || stem === '' || stem.endsWith(' ')) continue;
    const before = [...stem].at(-1) ?? '';
    if (!HANGUL.test(before)) return /[a-z]$/.test(stem) || !NOT_AFTER_DIGITS.has(particle) ? stem : word;
    const run = /[가-힣]+$/.exec(stem)?.[0] ?? '';
    if ((run.length >= SHORTEST || run.length < stem.length) && follows(particle, before)) return stem;
  }
  return word;
}
