/** A line end that is kept, everything else that steers and shows nothing: controls, direction marks, halves of pairs, non-characters. */
const UNSEEN = /[\p{Cf}\p{Cs}\ufffe\uffff]|(?!\n)\p{Cc}/gu;

/** A text as a document may hold it: composed (NFC), with plain line ends, and nothing in it that cannot be seen. */
export const visibleText = (text: string): string =>
  text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(UNSEEN, '');

/** Written where a font has neither a sign nor anything like it (the printers' 〓). */
export const UNKNOWN_SIGN = '〓';

/** Near equivalents that no rule of Unicode yields. */
const NEAR: Readonly<Record<string, string>> = {
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
  '✓': '√',
  '✔': '√',
  '✗': '×',
  '✘': '×',
  '➔': '→',
  '➡': '→',
  '➜': '→',
  μ: 'µ',
  Δ: '△',
  Σ: '∑',
  Ω: '옴',
  α: '알파',
  β: '베타',
  γ: '감마',
  δ: '델타',
  λ: '람다',
  π: '파이',
  σ: '시그마',
};

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Numbers, letters and syllables in circles: ① ⓐ ❶ ㉠ ㉮. */
const CIRCLED = /^[\u2460-\u2473\u24b6-\u24ea\u3251-\u325f\u3260-\u327e\u32b1-\u32bf]$/;
/** Units in one sign: ㎡ ㎥ ㎞. */
const SQUARED = /^[\u3371-\u33df]$/;
const RAISED = /^[\u2070-\u2079]$/;
const DINGBAT = 0x2776; // ❶, to ❿

/**
 * The text in signs the font has: what it lacks is put by its nearest equivalent (① → (1), ㎡ → m², Ⅱ → II), and where there is
 * none by 〓, so that a document shows no empty boxes.
 */
export function inSignsOf(has: (code: number) => boolean, text: string): string {
  let written = '';
  for (const sign of text) written += sign === '\n' || has(sign.codePointAt(0) ?? 0) ? sign : equivalent(has, sign);
  return written;
}

function equivalent(has: (code: number) => boolean, sign: string): string {
  const near = [...(NEAR[sign] ?? spelled(sign))].map((part) => NEAR[part] ?? part);
  const known = near.join('');
  return known !== '' && [...known].every((part) => has(part.codePointAt(0) ?? 0)) ? known : UNKNOWN_SIGN;
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
