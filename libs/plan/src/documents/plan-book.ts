import { itemMark, type Paper, type PaperBlock } from '@daegaejo/platform/rules';
import { NARRATIVE_HEAD_NAMES, NARRATIVE_HEADS, type PlanContent } from '../rules/index.js';
import { budgetBlocks } from './book-budget.js';
import { indicatorBlocks, reportedBlocks } from './book-figures.js';
import { consultationBlocks, evidenceBlocks, siteBlocks, subProjectBlocks } from './book-tables.js';
import { factsOf, paperOf, type VersionFrame } from './version-frame.js';

/** What the book needs beside the content. */
export interface BookFrame extends VersionFrame {
  /** Short names of ministries by code. */
  readonly ministries: ReadonlyMap<string, string>;
  /** Where reported figures differ from the tables, in words. */
  readonly warnings: readonly string[];
}

/** 계획서: everything a version holds, to be read and printed. Figures as filed, sums of the tables apart from what was reported. */
export function planBook(content: PlanContent, frame: BookFrame): Paper {
  const chapters: readonly (readonly [string, readonly PaperBlock[]])[] = [
    ['계획 내용', narrativeBlocks(content)],
    ['산업단지와 연계지역', siteBlocks(content)],
    ['세부사업', subProjectBlocks(content, frame.ministries)],
    ['재원 계획', budgetBlocks(content)],
    ['성과지표', indicatorBlocks(content)],
    ['발표 수치', reportedBlocks(content, frame.warnings)],
    ['협의', consultationBlocks(content)],
    ['구비서류', evidenceBlocks(content)],
  ];
  return paperOf(frame, '산업단지 혁신계획서', [
    { is: 'title', text: `${content.title === '' ? '산업단지 혁신계획' : content.title}`, cover: true },
    { is: 'facts', facts: [...factsOf(frame), ['주력산업(테마)', content.theme === '' ? '-' : content.theme]] },
    { is: 'new-page' },
    ...chapters.flatMap(([name, blocks], index): PaperBlock[] => [
      { is: 'heading', level: 1, text: `${itemMark(0, index)} ${name}` },
      ...(blocks.length === 0 ? [NOTHING] : blocks),
    ]),
  ]);
}

const NOTHING: PaperBlock = { is: 'paragraph', text: '적은 내용이 없습니다.' };

/** The ten heads in the order of the law, those left empty too: a reader sees that nothing was written. */
const narrativeBlocks = ({ narrative }: PlanContent): PaperBlock[] =>
  NARRATIVE_HEADS.flatMap((head, index): PaperBlock[] => {
    const text = (narrative[head] ?? '').trim();
    return [
      { is: 'heading', level: 2, text: `${itemMark(1, index)} ${NARRATIVE_HEAD_NAMES[head]}` },
      ...(text === '' ? [NOTHING] : text.split(/\r?\n/).flatMap(lineBlocks)),
    ];
  });

/** Marks officials write before an item, by the depth they stand for (보고서 관행: □ ㅇ - ※). */
const DEPTHS: readonly RegExp[] = [/^[□■○◯●◎]/, /^[ㅇ◦]/, /^[-·ㆍ]/, /^[※*]/];

function lineBlocks(line: string): PaperBlock[] {
  const text = line.trim();
  if (text === '') return [];
  const depth = DEPTHS.findIndex((mark) => mark.test(text));
  return [{ is: 'paragraph', text, indent: Math.max(0, depth) }];
}
