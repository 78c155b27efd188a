import {
  escapeHtml,
  type Paper,
  type PaperBlock,
  type PaperMark,
  type PaperTable,
  type PaperText,
  REHEARSAL_MARK,
  seoulText,
} from '../../rules/index.js';
import { BORDERS, type CharLook, type HwpxStyles, NAMESPACES, type ParaLook, XML_HEAD } from './hwpx-styles.js';
import { itemMarkOf, STEP, tableSize } from './looks.js';
import { visibleText } from './signs.js';

/** A4, in hundredths of a point. */
const [SHORT, LONG] = [59_528, 84_188];
const MARGIN = 5_669;
const BODY: CharLook = { size: 11 };
const NOTE: CharLook = { size: 9, font: 'head', color: '#58616A' };
const CELL_MARGIN = { side: 283, edge: 113 };

const HEADINGS = { 1: { size: 15, before: 16 }, 2: { size: 13, before: 12 }, 3: { size: 11, before: 8 } } as const;
const MARKS: Readonly<Record<PaperMark, Partial<CharLook>>> = {
  strong: { bold: true },
  added: { bold: true, color: '#0B50D0', underline: true },
  removed: { bold: true, color: '#B81F1F', strikeout: true },
};

/** Contents/section0.xml: the document as paragraphs and tables, line by line as they come. */
export class HwpxBody {
  private readonly parts: string[] = [];
  private tables = 0;
  /** What the next paragraph begins with: before the first one the page as such. */
  private lead = '';
  private breaks = false;
  private readonly room: number;

  constructor(
    private readonly styles: HwpxStyles,
    paper: Paper,
  ) {
    const landscape = paper.landscape === true;
    this.room = (landscape ? LONG : SHORT) - 2 * MARGIN;
    this.lead = sectionSetUp(landscape) + this.headerAndFooter(paper);
  }

  add(block: PaperBlock): void {
    switch (block.is) {
      case 'title':
        return this.text(
          block.text,
          { size: 20, font: 'head', bold: true },
          { align: 'CENTER', before: block.cover === true ? 150 : 0, after: 20 },
        );
      case 'heading': {
        const { size, before } = HEADINGS[block.level];
        return this.text(block.text, { size, font: 'head', bold: true }, { before, after: 4, outline: block.level });
      }
      case 'paragraph': {
        const mark = itemMarkOf(block.text);
        const hang = [...mark].length * (BODY.size / 2);
        return this.text(block.text, BODY, { align: 'JUSTIFY', left: (block.indent ?? 0) * STEP, hang, after: 3 });
      }
      case 'note':
        return this.text(block.text, NOTE, { spacing: 140, after: 4 });
      case 'facts':
        return this.facts(block.facts);
      case 'table':
        return this.table(block);
      case 'new-page':
        this.breaks = true;
    }
  }

  section(): string {
    return `${XML_HEAD}<hs:sec ${NAMESPACES}>${this.parts.join('')}</hs:sec>`;
  }

  private text(text: PaperText, char: CharLook, para: ParaLook): void {
    this.parts.push(this.paragraphs(text, char, para));
  }

  /** One paragraph for every line of the text. */
  private paragraphs(text: PaperText, char: CharLook, para: ParaLook): string {
    const lines: string[] = [''];
    for (const { text: run, mark } of typeof text === 'string' ? [{ text, mark: undefined }] : text) {
      const look = this.styles.char(mark === undefined ? char : { ...char, ...MARKS[mark] });
      visibleText(run)
        .split('\n')
        .forEach((part, index) => {
          if (index > 0) lines.push('');
          if (part !== '')
            lines[lines.length - 1] += `<hp:run charPrIDRef="${look}"><hp:t>${escapeHtml(part)}</hp:t></hp:run>`;
        });
    }
    const empty = `<hp:run charPrIDRef="${this.styles.char(char)}"><hp:t></hp:t></hp:run>`;
    return lines.map((runs) => this.paragraph(runs === '' ? empty : runs, para)).join('');
  }

  private paragraph(runs: string, para: ParaLook): string {
    const [lead, breaks] = [this.lead, this.breaks];
    this.lead = '';
    this.breaks = false;
    return `<hp:p id="0" paraPrIDRef="${this.styles.para(para)}" styleIDRef="${para.outline ?? 0}" pageBreak="${breaks ? 1 : 0}" columnBreak="0" merged="0">${lead}${runs}</hp:p>`;
  }

  private facts(facts: readonly (readonly [string, PaperText])[]): void {
    const rows = facts.map(([name, value]) => ({ cells: [name, value] }));
    const widths = widthsOf([22, 78], this.room);
    this.drawTable(widths, 0, rows.length, (row, column) => {
      const text = rows[row]?.cells[column] ?? '';
      return { text, look: { size: 10, font: 'head', bold: column === 0 }, align: 'LEFT', shaded: column === 0 };
    });
  }

  private table({ caption, unit, columns, rows }: PaperTable): void {
    const heading = [caption ?? '', unit === undefined ? '' : `(단위: ${unit})`]
      .filter((part) => part !== '')
      .join(' ');
    if (heading !== '') this.text(heading, { size: 10, font: 'head', bold: true }, { before: 4, after: 2 });
    const size = tableSize(columns.length);
    const widths = widthsOf(
      columns.map(({ width }) => width),
      this.room,
    );
    const ALIGN = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;
    this.drawTable(widths, 1, rows.length + 1, (row, column) => {
      const line = rows[row - 1];
      const strong = line === undefined || line.strong === true;
      return {
        text: line === undefined ? (columns[column]?.heading ?? '') : (line.cells[column] ?? ''),
        look: { size, font: 'head', bold: strong },
        align: line === undefined ? 'CENTER' : ALIGN[columns[column]?.align ?? 'left'],
        shaded: strong,
      };
    });
  }

  private drawTable(
    widths: readonly number[],
    heads: number,
    count: number,
    cell: (row: number, column: number) => CellLook,
  ): void {
    const rows = Array.from({ length: count }, (_, row) => {
      const cells = widths.map((width, column) =>
        this.cell(cell(row, column), { row, column, width, head: row < heads }),
      );
      return `<hp:tr>${cells.join('')}</hp:tr>`;
    });
    const whole = widths.reduce((sum, width) => sum + width, 0);
    this.tables += 1;
    const table = `<hp:tbl id="${1_000 + this.tables}" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="CELL" repeatHeader="${heads}" rowCnt="${count}" colCnt="${widths.length}" cellSpacing="0" borderFillIDRef="${BORDERS.cell}" noAdjust="0"><hp:sz width="${whole}" widthRelTo="ABSOLUTE" height="${count * ROW_HEIGHT}" heightRelTo="ABSOLUTE" protect="0"/><hp:pos treatAsChar="0" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/><hp:outMargin left="0" right="0" top="0" bottom="850"/><hp:inMargin left="${CELL_MARGIN.side}" right="${CELL_MARGIN.side}" top="${CELL_MARGIN.edge}" bottom="${CELL_MARGIN.edge}"/>${rows.join('')}</hp:tbl>`;
    this.parts.push(this.paragraph(`<hp:run charPrIDRef="0">${table}<hp:t></hp:t></hp:run>`, { spacing: 130 }));
  }

  private cell(
    { text, look, align, shaded }: CellLook,
    { row, column, width, head }: { row: number; column: number; width: number; head: boolean },
  ): string {
    const lines = this.paragraphs(text, look, { align, spacing: 130 });
    const border = shaded ? BORDERS.shaded : BORDERS.cell;
    return `<hp:tc name="" header="${head ? 1 : 0}" hasMargin="0" protect="0" editable="0" dirty="0" borderFillIDRef="${border}"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER" linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">${lines}</hp:subList><hp:cellAddr colAddr="${column}" rowAddr="${row}"/><hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz width="${width}" height="${ROW_HEIGHT}"/><hp:cellMargin left="${CELL_MARGIN.side}" right="${CELL_MARGIN.side}" top="${CELL_MARGIN.edge}" bottom="${CELL_MARGIN.edge}"/></hp:tc>`;
  }

  /** What stands on every page: the mark of a rehearsal above; name, time, hash and page number below. */
  private headerAndFooter({ title, issuedAt, contentHash, rehearsal }: Paper): string {
    const small: CharLook = { size: 8, font: 'head', color: '#58616A' };
    const warn: CharLook = { size: 9, font: 'head', bold: true, color: '#9E6A00' };
    const look = this.styles.char(small);
    const run = (inner: string): string => `<hp:run charPrIDRef="${look}">${inner}</hp:run>`;
    const foot = `<hp:p id="0" paraPrIDRef="${this.styles.para({ align: 'CENTER', spacing: 130 })}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">${run(`<hp:t>${escapeHtml(visibleText(`${title} · ${seoulText(issuedAt)} · `))}</hp:t>`)}${run(pageNumber('PAGE'))}${run('<hp:t> / </hp:t>')}${run(pageNumber('TOTAL_PAGE'))}</hp:p>`;
    const hash = this.paragraphs(
      `내용 해시(SHA-256) ${contentHash}`,
      { ...small, size: 6.5 },
      { align: 'CENTER', spacing: 130 },
    );
    const top = rehearsal ? this.paragraphs(REHEARSAL_MARK, warn, { align: 'CENTER' }) : null;
    const header = top === null ? '' : `<hp:ctrl>${onEveryPage('header', 1, top)}</hp:ctrl>`;
    return `<hp:run charPrIDRef="0">${header}<hp:ctrl>${onEveryPage('footer', 2, foot + hash)}</hp:ctrl></hp:run>`;
  }
}

interface CellLook {
  readonly text: PaperText;
  readonly look: CharLook;
  readonly align: NonNullable<ParaLook['align']>;
  readonly shaded: boolean;
}

/** Least height; a row grows with what is in it. */
const ROW_HEIGHT = 1_400;

/** Whole widths that sum to the room. */
function widthsOf(shares: readonly number[], room: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share / whole) * room));
  widths[widths.length - 1] = room - widths.slice(0, -1).reduce((sum, width) => sum + width, 0);
  return widths;
}

const pageNumber = (kind: 'PAGE' | 'TOTAL_PAGE'): string =>
  `<hp:ctrl><hp:autoNum num="1" numType="${kind}"><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar="" supscript="0"/></hp:autoNum></hp:ctrl>`;

const onEveryPage = (where: 'header' | 'footer', id: number, paragraphs: string): string =>
  `<hp:${where} id="${id}" applyPageType="BOTH"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="${where === 'header' ? 'TOP' : 'BOTTOM'}" linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">${paragraphs}</hp:subList></hp:${where}>`;

/** The page: size, margins and the rest a section states, notes in the way of the format's own default. */
function sectionSetUp(landscape: boolean): string {
  const note = (kind: 'foot' | 'end', place: string, length: number): string =>
    `<hp:${kind}NotePr><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/><hp:noteLine length="${length}" type="SOLID" width="0.12 mm" color="#000000"/><hp:noteSpacing betweenNotes="283" belowLine="567" aboveLine="850"/><hp:numbering type="CONTINUOUS" newNum="1"/><hp:placement place="${place}" beneathText="0"/></hp:${kind}NotePr>`;
  const borders = ['BOTH', 'EVEN', 'ODD']
    .map(
      (type) =>
        `<hp:pageBorderFill type="${type}" borderFillIDRef="${BORDERS.none}" textBorder="PAPER" headerInside="0" footerInside="0" fillArea="PAPER"><hp:offset left="1417" right="1417" top="1417" bottom="1417"/></hp:pageBorderFill>`,
    )
    .join('');
  return `<hp:run charPrIDRef="0"><hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" tabStopVal="4000" tabStopUnit="HWPUNIT" outlineShapeIDRef="1" memoShapeIDRef="0" textVerticalWidthHead="0" masterPageCnt="0"><hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/><hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/><hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/><hp:lineNumberShape restartType="0" countBy="0" distance="0" startNumber="0"/><hp:pagePr landscape="${landscape ? 'NARROWLY' : 'WIDELY'}" width="${SHORT}" height="${LONG}" gutterType="LEFT_ONLY"><hp:margin header="2835" footer="2835" gutter="0" left="${MARGIN}" right="${MARGIN}" top="2835" bottom="2835"/></hp:pagePr>${note('foot', 'EACH_COLUMN', -1)}${note('end', 'END_OF_DOCUMENT', 0)}${borders}</hp:secPr><hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/></hp:ctrl></hp:run>`;
}
