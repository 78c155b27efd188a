import { type PaperText, paperString } from '../../rules/index.js';

/** How far an item is set in from the one it belongs to, in points. */
export const STEP = 14;

/** Letters of a table in points: the more columns, the smaller. */
export const tableSize = (columns: number): number => (columns <= 6 ? 9 : columns <= 9 ? 8 : columns <= 12 ? 7 : 6);

const ITEM_MARK = /^(?:[□■○●ㅇ◦◯◎·ㆍ※▲△▶*-]|\d{1,2}[.)]|[가-하][.)]|\((?:\d{1,2}|[가-하])\)) +/;

/** The mark an item begins with, and the blank behind it; empty where there is none. Further lines start where its text does. */
export const itemMarkOf = (text: PaperText): string => ITEM_MARK.exec(paperString(text))?.[0] ?? '';
