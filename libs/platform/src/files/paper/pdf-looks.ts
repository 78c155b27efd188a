import type { Content } from 'pdfmake/interfaces.js';
import type { PaperMark } from '../../rules/index.js';
import type { Face } from './korean-font.js';
import { drawnText, type Line, stretchesOf } from './lines.js';

/** Names the library knows the faces by. */
export const FONTS: Readonly<Record<Face, string>> = { main: 'Korean', wide: 'KoreanWide' };

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
export function line(runs: Line): { text: Content } {
  const stretches = runs.flatMap(({ text, mark }) =>
    stretchesOf(text).map((stretch) => ({ ...stretch, look: mark === null ? {} : MARKS[mark], mark })),
  );
  const [first] = stretches;
  if (first === undefined) return { text: ' ' };
  if (stretches.length === 1 && first.mark === null && first.face === 'main') return { text: first.text };
  return {
    text: stretches.map(({ text, look, face }) => ({
      text,
      ...look,
      ...(face === 'main' ? {} : { font: FONTS[face] }),
    })) as Content,
  };
}

/** A short text of one line, drawn whatever its width. */
export const shortText = (text: string): { text: Content } => line([{ text: drawnText(text), mark: null }]);

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
