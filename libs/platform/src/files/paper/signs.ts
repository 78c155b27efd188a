import type { Face } from './korean-font.js';

/** A line end that is kept, everything else that steers and shows nothing: controls, direction marks, halves of pairs, non-characters. */
const UNSEEN = /[\p{Cf}\p{Cs}\ufffe\uffff]|(?!\n)\p{Cc}/gu;

/** A text as a document may hold it: composed (NFC), with plain line ends, and nothing in it that cannot be seen. */
export const visibleText = (text: string): string =>
  text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(UNSEEN, '');

/** Written where no font has a sign nor anything like it (the printers' 〓). */
export const UNKNOWN_SIGN = '〓';

/** Signs that look alike: the first is written as the second, which the main font has. */
const ALIKE: Readonly<Record<string, string>> = {
  '｢': '「',
  '｣': '」',
  '∙': '·',
  '‧': '·',
  '・': '·',
  '‣': '·',
  '⁃': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '―': '—',
  '〜': '~',
  '∼': '~',
  '∕': '/',
  '⁄': '/',
  '´': "'",
  '¨': '"',
  '▪': '■',
  '▫': '□',
  '❑': '□',
  '❏': '□',
  '☐': '□',
  '☑': '■',
  '✔': '√',
  '✗': '×',
  '✘': '×',
  '➔': '→',
  '➡': '→',
  '➜': '→',
  μ: 'µ',
  Δ: '△',
  Σ: '∑',
};

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Numbers, letters and syllables in circles: ① ⓐ ❶ ㉠ ㉮. */
const CIRCLED = /^[\u2460-\u2473\u24b6-\u24ea\u3251-\u325f\u3260-\u327e\u32b1-\u32bf]$/;
/** Units in one sign: ㎡ ㎥ ㎞. */
const SQUARED = /^[\u3371-\u33df]$/;
const RAISED = /^[\u2070-\u2079]$/;
const DINGBAT = 0x2776; // ❶, to ❿

/** The face a character is written in; null where none has it. */
type FaceOf = (code: number) => Face | null;

/** A stroke or colour asked for of the sign before; nothing of its own. */
const VARIATION = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/**
 * The text in signs the fonts have: what they lack is put by its nearest equivalent (❑ → □, 🄰 → A), and where there is none by 〓,
 * so that a document shows no empty boxes and loses nothing unseen.
 */
export function inSignsOf(face: FaceOf, text: string): string {
  let written = '';
  for (const sign of text) written += sign === '\n' ? sign : inSigns(face, sign);
  return written;
}

function inSigns(face: FaceOf, sign: string): string {
  const own = face(sign.codePointAt(0) ?? 0);
  const alike = ALIKE[sign];
  if (own === 'main' || (own !== null && alike === undefined)) return sign;
  if (VARIATION.test(sign)) return '';
  const near = alike ?? [...spelled(sign)].map((part) => ALIKE[part] ?? part).join('');
  return near !== '' && [...near].every((part) => face(part.codePointAt(0) ?? 0) !== null) ? near : UNKNOWN_SIGN;
}

/** What Unicode says a sign is made of, written so that it reads the same. */
function spelled(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= DINGBAT && code < DINGBAT + 10) return `(${code - DINGBAT + 1})`;
  const plain = sign
    .normalize('NFKC')
    .replaceAll(/[\u1100-\u1112]/g, (jamo) => INITIALS[jamo.charCodeAt(0) - 0x1100] ?? '');
  if (CIRCLED.test(sign)) return `(${plain})`;
  if (RAISED.test(sign)) return `^${plain}`;
  if (SQUARED.test(sign)) return plain.replace(/2$/, '²').replace(/3$/, '³');
  return plain === sign ? sign.normalize('NFD').replaceAll(/\p{M}/gu, '') : plain;
}
