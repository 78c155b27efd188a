import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  type Paper,
  type PaperBlock,
  paperString,
  type PaperText,
  REHEARSAL_MARK,
  seoulText,
} from '../../rules/index.js';
import { drawnText, type Lettering, linesOf, widthOf } from './lines.js';
import { itemMarkOf, STEP } from './looks.js';
import { FONTS, INK, keptWithNext, line } from './pdf-looks.js';
import { factsOf, tableOf } from './pdf-table.js';
import { UNKNOWN_SIGN, visibleText } from './signs.js';

/** A4, in points. */
const [SHORT, LONG] = [595.28, 841.89];
const MARGIN = { side: 56.7, top: 56.7, bottom: 62 }; // 20 mm; below there is room for the two lines of the footer
/** Of a line, in sizes of its letters: the 160 % word processors for Korean start with. */
const LEADING = 1.6;
/** A heading stays with at least so much of what follows it. */
const KEPT = 64;

const HEADINGS = {
  1: { size: 14, before: 16, after: 6 },
  2: { size: 12, before: 12, after: 4 },
  3: { size: 10.5, before: 8, after: 3 },
} as const;
const BODY: Lettering = { size: 10.5, weight: 'normal' };
const NOTE: Lettering = { size: 8.5, weight: 'normal' };

/**
 * The document in the terms of the library. Texts are broken into lines here, so that the library is handed whole lines and
 * never looks for places to break: that is how words stay whole, and it is several times faster (ADR 0020).
 */
export function pdfDefinition(paper: Paper): TDocumentDefinitions {
  const [width, height] = paper.landscape === true ? [LONG, SHORT] : [SHORT, LONG];
  const room = width - 2 * MARGIN.side;
  const content = paper.blocks.flatMap((block) => drawBlock(block, room));
  const undrawn = undrawnIn(paper.blocks);
  if (undrawn.length > 0) content.push(...drawBlock(undrawnNote(undrawn), room));
  return {
    info: {
      title: drawnText(paper.title),
      creator: 'Daegaejo',
      producer: 'Daegaejo',
      creationDate: new Date(paper.issuedAt),
      keywords: paper.contentHash,
    },
    language: 'ko-KR',
    displayTitle: true,
    version: '1.7',
    compress: true,
    pageSize: { width, height },
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
    defaultStyle: { font: FONTS.main, fontSize: BODY.size, lineHeight: LEADING, color: INK.text, noWrap: true },
    content,
    footer: (page, pages) => footer(paper, room, page, pages),
    ...(paper.rehearsal ? { header: rehearsalHeader(), watermark: REHEARSAL_SIGN } : {}),
  };
}

const REHEARSAL_SIGN = { text: '모의', color: INK.warn, opacity: 0.08, bold: true, fontSize: 180, angle: -45 };
const rehearsalHeader = (): Content => ({
  text: REHEARSAL_MARK,
  bold: true,
  color: INK.warn,
  fontSize: 9,
  alignment: 'center',
  margin: [0, 24, 0, 0],
});

function footer({ title, issuedAt, contentHash }: Paper, room: number, page: number, pages: number): Content {
  const [name = []] = linesOf(`${title} · ${seoulText(issuedAt)}`, room - 60, { size: 8, weight: 'normal' });
  return {
    margin: [MARGIN.side, 14, MARGIN.side, 0],
    fontSize: 8,
    color: INK.faint,
    columns: [
      { width: '*', stack: [line(name), { text: `내용 해시(SHA-256) ${contentHash}`, fontSize: 6.5 }] },
      { width: 60, text: `${page} / ${pages}`, alignment: 'right' },
    ],
  };
}

/** So many of the signs that could not be drawn are named. */
const NAMED = 10;

/** Tells which signs could not be drawn, by their numbers in Unicode, and where they can be seen. */
function undrawnNote(signs: readonly string[]): PaperBlock {
  const named = signs.slice(0, NAMED).map((sign) => `U+${codeOf(sign).toString(16).toUpperCase().padStart(4, '0')}`);
  const list = `${named.join(', ')}${signs.length > NAMED ? ` 등 ${signs.length}자` : ''}`;
  return {
    is: 'note',
    text: `${UNKNOWN_SIGN}: 이 문서의 글꼴에 없는 글자입니다(${list}). 원문은 시스템 화면이나 한글(HWPX) 문서에서 확인할 수 있습니다.`,
  };
}

const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0;

const textsOf = (block: PaperBlock): readonly PaperText[] => {
  if (block.is === 'table') return block.rows.flatMap(({ cells }) => cells);
  if (block.is === 'facts') return block.facts.map(([, value]) => value);
  return block.is === 'new-page' ? [] : [block.text];
};

/** Signs no font of ours has, nor anything near them; each once, in their order. */
function undrawnIn(blocks: readonly PaperBlock[]): string[] {
  const texts = blocks.flatMap(textsOf).map(paperString);
  const lacking = texts.filter((text) => drawnText(text).includes(UNKNOWN_SIGN));
  const signs = new Set(lacking.flatMap((text) => [...visibleText(text)]));
  return [...signs].filter((sign) => sign !== UNKNOWN_SIGN && drawnText(sign) === UNKNOWN_SIGN);
}

const stackOf = (text: PaperText, width: number, lettering: Lettering): Content[] =>
  linesOf(text, width, lettering).map(line);

function drawBlock(block: PaperBlock, room: number): Content[] {
  switch (block.is) {
    case 'title':
      return [titleOf(block, room)];
    case 'heading':
      return headingOf(block, room);
    case 'paragraph':
      return [paragraphOf(block, room)];
    case 'note':
      return [
        {
          stack: stackOf(block.text, room, NOTE),
          fontSize: NOTE.size,
          color: INK.faint,
          lineHeight: 1.4,
          margin: [0, 0, 0, 6],
        },
      ];
    case 'facts':
      return [factsOf(block.facts, room)];
    case 'table':
      return tableOf(block, room);
    case 'new-page':
      return [{ text: '', pageBreak: 'after', fontSize: 1, lineHeight: 1 }];
  }
}

function titleOf({ text, cover }: PaperBlock & { is: 'title' }, room: number): Content {
  const lettering: Lettering = { size: cover === true ? 26 : 20, weight: 'bold' };
  return {
    stack: stackOf(text, room, lettering),
    fontSize: lettering.size,
    bold: true,
    lineHeight: 1.4,
    alignment: 'center',
    margin: cover === true ? [0, 170, 0, 60] : [0, 8, 0, 18],
  };
}

function paragraphOf({ text, indent = 0 }: PaperBlock & { is: 'paragraph' }, room: number): Content {
  const left = indent * STEP;
  const hang = widthOf(drawnText(itemMarkOf(text)), BODY);
  const [first = [], ...more] = linesOf(text, room - left, BODY, hang);
  return {
    stack: [line(first), ...more.map((runs) => ({ ...line(runs), margin: [hang, 0, 0, 0] }) as Content)],
    margin: [left, 0, 0, 4],
  };
}

function headingOf({ text, level }: PaperBlock & { is: 'heading' }, room: number): Content[] {
  const { size, before, after } = HEADINGS[level];
  const [first = { text: ' ' }, ...more] = stackOf(text, room, { size, weight: 'bold' }) as { text: Content }[];
  const stack: Content[] = [{ ...first, outline: level < 3, outlineExpanded: level < 2 } as Content, ...more];
  const looks = { bold: true, fontSize: size, lineHeight: 1.4, margin: [0, before, 0, after] };
  return keptWithNext({ stack, ...looks }, KEPT);
}
