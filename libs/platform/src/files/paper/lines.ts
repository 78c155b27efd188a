import type { PaperMark, PaperText } from '../../rules/index.js';
import { advanceOf, type Face, faceOf, koreanFont, type Weight } from './korean-font.js';
import { inSignsOf, visibleText } from './signs.js';

/** A stretch of a line that looks alike. */
export interface LineRun {
  readonly text: string;
  readonly mark: PaperMark | null;
}
export type Line = readonly LineRun[];

/** What lines are filled with: a size in points, and how much of the text is bold. */
export interface Lettering {
  readonly size: number;
  readonly weight: Weight;
}

/** Nearly every text: signs the main font draws as they are. */
const ORDINARY = /^[\n -~가-힣ㄱ-ㅎ□○※·「」]*$/;

/** A text as it is drawn: what cannot be seen is gone, what the fonts lack is put by what is near. */
export const drawnText = (text: string): string => (ORDINARY.test(text) ? text : inSignsOf(faceOf, visibleText(text)));

/** Width of a drawn text in points. What is drawn neither kerns nor joins, so that advances simply add up. */
export function widthOf(text: string, { size, weight }: Lettering): number {
  const { advances } = koreanFont(weight);
  const ordinary = ORDINARY.test(text);
  let width = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    width += ordinary ? (advances.get(code) ?? 0) : advanceOf(code, weight);
  }
  return (width * size) / 1_000;
}

/** A drawn text by the faces it is written in, in its order; one stretch of the main face where it is empty. */
export function stretchesOf(text: string): { readonly text: string; readonly face: Face }[] {
  if (ORDINARY.test(text)) return [{ text, face: 'main' }];
  const stretches: { text: string; face: Face }[] = [];
  for (const sign of text) {
    const face = faceOf(sign.codePointAt(0) ?? 0) ?? 'main';
    const last = stretches.at(-1);
    if (last?.face === face) last.text += sign;
    else stretches.push({ text: sign, face });
  }
  return stretches;
}

const weightOf = (mark: PaperMark | null, { weight }: Lettering): Weight => (mark === null ? weight : 'bold');

/**
 * A text in lines at most `width` points wide. A line ends between two words (어절), as word processors for Korean do it;
 * a word wider than a whole line is cut wherever it must be. Lines behind the first are narrower by `hang`.
 */
export function linesOf(text: PaperText, width: number, lettering: Lettering, hang = 0): Line[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  const lines = new LineFiller(width, width - hang, lettering);
  for (const { text: run, mark = null } of runs)
    drawnText(run)
      .split('\n')
      .forEach((part, index) => {
        if (index > 0) lines.end();
        for (const [word] of part.matchAll(/ *[^ ]+| +$/g)) lines.add(word, mark);
      });
  lines.end();
  return lines.filled;
}

/** Takes words one by one and starts a new line where the next would not fit. */
class LineFiller {
  readonly filled: Line[] = [];
  private runs: LineRun[] = [];

  constructor(
    private room: number,
    private readonly width: number,
    private readonly lettering: Lettering,
  ) {}

  add(word: string, mark: PaperMark | null): void {
    const lettering = { ...this.lettering, weight: weightOf(mark, this.lettering) };
    const needed = widthOf(word, lettering);
    if (needed <= this.room) return this.put(word, mark, needed);
    const bare = word.trimStart();
    if (this.runs.length > 0 && (bare.length < word.length || this.endsWithBlank())) {
      this.end();
      return this.add(bare, mark);
    }
    this.cut(word, mark, lettering);
  }

  /** Ends the line, be it empty. */
  end(): void {
    this.filled.push(this.runs);
    this.runs = [];
    this.room = this.width;
  }

  private put(word: string, mark: PaperMark | null, width: number): void {
    const last = this.runs.at(-1);
    if (last?.mark === mark) this.runs[this.runs.length - 1] = { text: last.text + word, mark };
    else if (word !== '') this.runs.push({ text: word, mark });
    this.room -= width;
  }

  private endsWithBlank(): boolean {
    return this.runs.at(-1)?.text.endsWith(' ') ?? false;
  }

  /** Fills the line with as much of the word as fits (one sign at least in an empty line), and further lines with the rest. */
  private cut(word: string, mark: PaperMark | null, lettering: Lettering): void {
    for (let rest = word; rest !== '';) {
      let [fits, width] = ['', 0];
      for (const sign of rest) {
        const advance = widthOf(sign, lettering);
        if (width + advance > this.room && (fits !== '' || this.runs.length > 0)) break;
        fits += sign;
        width += advance;
      }
      this.put(fits, mark, width);
      rest = rest.slice(fits.length);
      if (rest !== '') this.end();
    }
  }
}
