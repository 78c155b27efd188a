import { escapeHtml } from '../../rules/index.js';

/** Every namespace of the format; readers want them all declared, used or not. */
export const NAMESPACES = Object.entries({
  ha: 'http://www.hancom.co.kr/hwpml/2011/app',
  hp: 'http://www.hancom.co.kr/hwpml/2011/paragraph',
  hp10: 'http://www.hancom.co.kr/hwpml/2016/paragraph',
  hs: 'http://www.hancom.co.kr/hwpml/2011/section',
  hc: 'http://www.hancom.co.kr/hwpml/2011/core',
  hh: 'http://www.hancom.co.kr/hwpml/2011/head',
  hhs: 'http://www.hancom.co.kr/hwpml/2011/history',
  hm: 'http://www.hancom.co.kr/hwpml/2011/master-page',
  hpf: 'http://www.hancom.co.kr/schema/2011/hpf',
  dc: 'http://purl.org/dc/elements/1.1/',
  opf: 'http://www.idpf.org/2007/opf/',
  epub: 'http://www.idpf.org/2007/ops',
  config: 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>';

/** How letters look. Size in points; font by its place in FONTS. */
export interface CharLook {
  readonly size: number;
  readonly font?: 'body' | 'head';
  readonly bold?: boolean;
  readonly color?: string;
  readonly underline?: boolean;
  readonly strikeout?: boolean;
}

/** How a paragraph looks. Measures in points, line spacing in percent. */
export interface ParaLook {
  readonly align?: 'JUSTIFY' | 'LEFT' | 'CENTER' | 'RIGHT';
  readonly left?: number;
  /** First line further to the left than the others. */
  readonly hang?: number;
  readonly before?: number;
  readonly after?: number;
  readonly spacing?: number;
  /** Level of a heading, from 1: shown in the outline and taken into a table of contents. */
  readonly outline?: number;
}

/** Ids of what tables and pages are drawn with. */
export const BORDERS = { none: 1, cell: 2, shaded: 3 } as const;

const FONTS = { body: '함초롬바탕', head: '함초롬돋움' } as const;
const LANGUAGES = ['HANGUL', 'LATIN', 'HANJA', 'JAPANESE', 'OTHER', 'SYMBOL', 'USER'] as const;
const PLAIN: CharLook = { size: 10.5 };
const OUTLINE_LEVELS = 3;

const unit = (points: number): number => Math.round(points * 100);
/** One value for each of the languages a font is chosen by. */
const each = (value: number): string => LANGUAGES.map((name) => `${name.toLowerCase()}="${value}"`).join(' ');
const list = (name: string, items: readonly string[]): string =>
  `<hh:${name} itemCnt="${items.length}">${items.join('')}</hh:${name}>`;

/** The looks a document uses, numbered in the order of their first use: what header.xml lists and the text refers to. */
export class HwpxStyles {
  private readonly chars: string[] = [];
  private readonly paras: string[] = [];

  constructor() {
    this.char(PLAIN);
    this.para({});
  }

  char(look: CharLook): number {
    return numberOf(this.chars, charProperties(look));
  }

  para(look: ParaLook): number {
    return numberOf(this.paras, paraProperties(look));
  }

  /** Contents/header.xml. */
  header(): string {
    const outlines = Array.from({ length: OUTLINE_LEVELS }, (_, level) =>
      styleOf(level + 1, `개요 ${level + 1}`, `Outline ${level + 1}`, this.para({ outline: level + 1 })),
    );
    const references = [
      list('fontfaces', LANGUAGES.map(fontface)),
      list('borderFills', [
        borderFill(BORDERS.none, 'NONE', null),
        borderFill(BORDERS.cell, 'SOLID', null),
        borderFill(BORDERS.shaded, 'SOLID', '#EEF1F4'),
      ]),
      list(
        'charProperties',
        this.chars.map((inner, id) => inner.replace('<hh:charPr', `<hh:charPr id="${id}"`)),
      ),
      list('tabProperties', ['<hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/>']),
      list('numberings', [NO_NUMBERS]),
      list(
        'paraProperties',
        this.paras.map((inner, id) => inner.replace('<hh:paraPr', `<hh:paraPr id="${id}"`)),
      ),
      list('styles', [styleOf(0, '바탕글', 'Normal', 0), ...outlines]),
    ];
    return `${XML_HEAD}<hh:head ${NAMESPACES} version="1.2" secCnt="1"><hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/><hh:refList>${references.join('')}</hh:refList><hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument><hh:docOption><hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption><hh:trackchageConfig flags="0"/></hh:head>`;
  }
}

function numberOf(known: string[], look: string): number {
  const at = known.indexOf(look);
  return at < 0 ? known.push(look) - 1 : at;
}

const fontface = (language: string): string =>
  `<hh:fontface lang="${language}" fontCnt="2">${Object.values(FONTS)
    .map((face, id) => `<hh:font id="${id}" face="${face}" type="TTF" isEmbedded="0"/>`)
    .join('')}</hh:fontface>`;

/** The headings carry their numbers in their text: the outline adds none. */
const NO_NUMBERS = `<hh:numbering id="1" start="0">${Array.from(
  { length: 7 },
  (_, level) =>
    `<hh:paraHead start="1" level="${level + 1}" align="LEFT" useInstWidth="1" autoIndent="1" widthAdjust="0" textOffsetType="PERCENT" textOffset="50" numFormat="DIGIT" charPrIDRef="4294967295" checkable="0"></hh:paraHead>`,
).join('')}</hh:numbering>`;

const styleOf = (id: number, name: string, english: string, para: number): string =>
  `<hh:style id="${id}" type="PARA" name="${escapeHtml(name)}" engName="${english}" paraPrIDRef="${para}" charPrIDRef="0" nextStyleIDRef="0" langID="1042" lockForm="0"/>`;

function borderFill(id: number, type: 'NONE' | 'SOLID', fill: string | null): string {
  const sides = ['left', 'right', 'top', 'bottom']
    .map((side) => `<hh:${side}Border type="${type}" width="0.12 mm" color="#000000"/>`)
    .join('');
  const brush =
    fill === null
      ? ''
      : `<hc:fillBrush><hc:winBrush faceColor="${fill}" hatchColor="#000000" alpha="0"/></hc:fillBrush>`;
  return `<hh:borderFill id="${id}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0"><hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>${sides}<hh:diagonal type="SOLID" width="0.1 mm" color="#000000"/>${brush}</hh:borderFill>`;
}

function charProperties({ size, font = 'body', bold, color = '#000000', underline, strikeout }: CharLook): string {
  const face = font === 'body' ? 0 : 1;
  const marks = [
    bold === true ? '<hh:bold/>' : '',
    `<hh:underline type="${underline === true ? 'BOTTOM' : 'NONE'}" shape="SOLID" color="${color}"/>`,
    `<hh:strikeout shape="${strikeout === true ? 'SOLID' : 'NONE'}" color="${color}"/>`,
  ];
  return `<hh:charPr height="${unit(size)}" textColor="${color}" shadeColor="none" useFontSpace="0" useKerning="0" symMark="NONE" borderFillIDRef="${BORDERS.none}"><hh:fontRef ${each(face)}/><hh:ratio ${each(100)}/><hh:spacing ${each(0)}/><hh:relSz ${each(100)}/><hh:offset ${each(0)}/>${marks.join('')}<hh:outline type="NONE"/><hh:shadow type="NONE" color="#B2B2B2" offsetX="10" offsetY="10"/></hh:charPr>`;
}

function paraProperties({
  align = 'LEFT',
  left = 0,
  hang = 0,
  before = 0,
  after = 0,
  spacing = 160,
  outline,
}: ParaLook): string {
  const heading =
    outline === undefined ? 'type="NONE" idRef="0" level="0"' : `type="OUTLINE" idRef="0" level="${outline - 1}"`;
  const keep = outline === undefined ? 0 : 1;
  const margins = [
    ['intent', -hang],
    ['left', left + hang],
    ['right', 0],
    ['prev', before],
    ['next', after],
  ] as const;
  const margin = margins.map(([name, value]) => `<hc:${name} value="${unit(value)}" unit="HWPUNIT"/>`).join('');
  return `<hh:paraPr tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="1" suppressLineNumbers="0" checked="0"><hh:align horizontal="${align}" vertical="BASELINE"/><hh:heading ${heading}/><hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="KEEP_WORD" widowOrphan="0" keepWithNext="${keep}" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/><hh:autoSpacing eAsianEng="0" eAsianNum="0"/><hh:margin>${margin}</hh:margin><hh:lineSpacing type="PERCENT" value="${spacing}" unit="HWPUNIT"/><hh:border borderFillIDRef="${BORDERS.none}" offsetLeft="0" offsetRight="0" offsetTop="0" offsetBottom="0" connect="0" ignoreMargin="0"/></hh:paraPr>`;
}
