import { josa } from 'es-hangul';

const PAIRS = {
  '은(는)': '은/는',
  '이(가)': '이/가',
  '을(를)': '을/를',
  '과(와)': '와/과',
  '(으)로': '으로/로',
} as const;
/** A particle as a sentence writes it, whose form hangs on the last sound of the word before it. */
export type Particle = keyof typeof PAIRS;

/** The particles, for a pattern. */
export const PARTICLE_PATTERN = Object.keys(PAIRS)
  .map((particle) => particle.replace(/[()]/g, '\\$&'))
  .join('|');

const DIGITS = '영일이삼사오육칠팔구';

/** The form of the particle after `word`; both forms, as an official text writes them, where the word does not end in Korean or a digit. */
export function particleAfter(word: string, particle: Particle): string {
  // What stands in brackets is not heard: "계획(안)을" goes by the word before.
  const last =
    word
      .replace(/(\s*\([^()]*\))+$/, '')
      .replace(/["”’」』]+$/, '')
      .at(-1) ?? '';
  const sound = /\d/.test(last) ? (DIGITS[Number(last)] ?? '') : last;
  return /[가-힣]/.test(sound) ? josa.pick(sound, PAIRS[particle]) : particle;
}
