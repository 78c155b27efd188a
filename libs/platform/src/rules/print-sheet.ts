import { seoulText } from './instant.js';
import { REHEARSAL_MARK } from './paper.js';

/** What stands on every sheet of a page that is printed. */
export interface PrintedFrame {
  readonly title: string;
  /** When what is printed came to be what it is. */
  readonly issuedAt: string;
  /** SHA-256 of what is printed, or of what it was worked out from. */
  readonly contentHash: string;
  readonly rehearsal: boolean;
}

/** Letters and digits stand for themselves in a string of CSS; the rest is written by its number, so that nothing ends the string or the style. */
const cssString = (text: string): string =>
  `"${Array.from(text, (sign) => (/[\p{L}\p{N}]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;

/**
 * The rule for sheets of A4 (CSS Paged Media): below, name, time, hash and number of the sheet; above, that it is a rehearsal's.
 * Browsers without boxes in the margin leave them out; the page itself says the same once.
 */
export function sheetRule({ title, issuedAt, contentHash, rehearsal }: PrintedFrame, landscape: boolean): string {
  const small = 'font:7pt/1.4 "Noto Sans KR","Noto Sans CJK KR",sans-serif;color:#464c53';
  const foot = `${cssString(`${title} · ${seoulText(issuedAt)}`)} "\\a " ${cssString(`내용 해시(SHA-256) ${contentHash}`)}`;
  const mark = `@top-center{content:${cssString(REHEARSAL_MARK)};font:700 8pt "Noto Sans KR","Noto Sans CJK KR",sans-serif;color:#9e6a00}`;
  return `@page{size:A4${landscape ? ' landscape' : ''};margin:12mm 12mm 16mm;@bottom-left{content:${foot};${small};white-space:pre-line;text-align:left;width:90%}@bottom-right{content:counter(page) " / " counter(pages);${small};width:10%}${rehearsal ? mark : ''}}`;
}
