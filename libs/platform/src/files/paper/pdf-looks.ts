import type { Content } from 'pdfmake/interfaces.js';
import type { PaperMark } from '../../rules/index.js';
import type { Line } from './lines.js';

export const INK = {
  text: '#1e2124',
  faint: '#58616a',
  line: '#8a949e',
  shade: '#eef1f4',
  warn: '#9e6a00',
  added: '#0b50d0',
  removed: '#b81f1f',
};

const MARKS: Readonly<Record<PaperMark, object>> = {
  strong: { bold: true },
  added: { bold: true, color: INK.added, decoration: 'underline' },
  removed: { bold: true, color: INK.removed, decoration: 'lineThrough' },
};

/** One line as the library takes it: a string, or its stretches. */
export const line = (runs: Line): { text: Content } => {
  const [first] = runs;
  if (first === undefined) return { text: ' ' };
  if (runs.length === 1 && first.mark === null) return { text: first.text };
  return { text: runs.map(({ text, mark }) => (mark === null ? { text } : { text, ...MARKS[mark] })) as Content };
};

/** A stretch of nothing, `height` points high. */
const blank = (height: number): Content => ({ text: '', fontSize: 1, lineHeight: 1, margin: [0, height - 1, 0, 0] });

/**
 * What must not stand alone at the foot of a page: below it an empty stretch is kept with it and taken back at once, so that it goes
 * to the next page where less than `room` points of what follows would be beside it.
 */
export const keptWithNext = (content: object & { readonly stack: Content[] }, room: number): Content[] => [
  { ...content, stack: [...content.stack, blank(room)], unbreakable: true } as Content,
  blank(-room),
];
