import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { parse, validateHwpx } from 'kordoc';
import { hwpxText } from '../../../../../test/support/hwpx-text.js';
import { dense, pdfFonts, pdfText } from '../../../../../test/support/pdf-text.js';
import type { Paper, PaperBlock } from '../../rules/index.js';
import { hwpxOf, pdfOf } from './papers.js';
import { renderHwpx } from './render-hwpx.js';
import { renderPdf } from './render-pdf.js';

const HASH = 'ab'.repeat(32);
const HOSTILE = '<script>alert(1)</script> {{x}} &amp; ]]> "\'\u0000\u202e\ud800';
const SHOWN = '<script>alert(1)</script> {{x}} &amp; ]]> "\'';
const PROSE = '산업단지 대개조는 거점산단과 연계산단을 묶어 지역의 산업과 일자리를 바꾸는 사업이다.';

const paperWith = (blocks: readonly PaperBlock[], more: Partial<Paper> = {}): Paper => ({
  title: '시험 문서',
  contentHash: HASH,
  issuedAt: '2026-11-24T09:00:00.000Z',
  rehearsal: false,
  blocks,
  ...more,
});

const FEW: readonly PaperBlock[] = [
  { is: 'title', text: '표제' },
  { is: 'heading', level: 1, text: '1. 첫째' },
  { is: 'paragraph', text: `□ ${PROSE}` },
  { is: 'heading', level: 2, text: '가. 둘째' },
  {
    is: 'paragraph',
    text: [{ text: '남은 말 ' }, { text: '빠진 말', mark: 'removed' }, { text: ' 넣은 말', mark: 'added' }],
  },
  { is: 'note', text: '※ 단위는 ㎡, ① ㉮ ｢법｣' },
  {
    is: 'facts',
    facts: [
      ['접수번호', '2026-경북-01'],
      ['적힌 그대로', HOSTILE],
    ],
  },
  {
    is: 'table',
    caption: '재원',
    unit: '백만원',
    columns: [
      { heading: '이름', width: 3 },
      { heading: '금액', width: 1, align: 'right' },
    ],
    rows: [{ cells: ['스마트물류', '1,234.5'] }, { cells: ['계', '1,234.5'], strong: true }],
  },
];

/** A table of the size of the largest budget cube, far wider and longer than a page. */
const CUBE: PaperBlock = {
  is: 'table',
  columns: Array.from({ length: 15 }, (_none, at) => ({
    heading: at === 0 ? '세부사업' : `머리${at}`,
    width: at === 0 ? 14 : 6,
    align: at === 0 ? ('left' as const) : ('right' as const),
  })),
  rows: Array.from({ length: 400 }, (_none, row) => ({
    cells: Array.from({ length: 15 }, (_cell, at) => (at === 0 ? `사업 ${row}` : `${row},${100 + at}`)),
  })),
};

describe('a paper as PDF', () => {
  it('reads as it was written, in an embedded font, on every page its name, time, hash and number', async () => {
    const file = await pdfOf(paperWith(FEW));
    const { pages, info } = pdfText(file);
    expect(pages).toHaveLength(1);
    const text = dense(pages.join(''));
    for (const part of ['표제', '1. 첫째', `□ ${PROSE}`, '남은 말 빠진 말 넣은 말', SHOWN, '스마트물류1,234.5'])
      expect(text).toContain(dense(part));
    expect(text).toContain(dense('※ 단위는 ㎡, ① ㉮ 「법」'));
    expect(text).toContain(dense(`시험 문서 · 2026. 11. 24. 18:00 내용 해시(SHA-256) ${HASH}`));
    expect(text).toContain('1/1');
    expect(text).toContain('(단위:백만원)');
    expect(info).toMatchObject({ Title: '시험 문서', Keywords: HASH, CreationDate: 'D:20261124090000Z' });
    const { names, embedded } = pdfFonts(file);
    expect(names.map((name) => name.replace(/^[A-Z]{6}\+/, '')).toSorted()).toEqual([
      'NanumGothic',
      'NanumGothicBold',
      'NotoSansKR-Regular',
    ]);
    expect(embedded).toBe(3);
  });

  it('is equal byte for byte, here and in another process', async () => {
    const one = await pdfOf(paperWith(FEW));
    expect((await renderPdf(paperWith(FEW))).equals(one)).toBe(true);
    const elsewhere = execFileSync(
      process.execPath,
      [path.join(__dirname, '../../../../../test/support/make-paper.cjs')],
      {
        input: JSON.stringify(paperWith(FEW)),
      },
    );
    expect(String(elsewhere)).toBe(createHash('sha256').update(one).digest('hex'));
    expect((await pdfOf(paperWith(FEW, { contentHash: 'cd'.repeat(32) }))).equals(one)).toBe(false);
  });

  it('breaks a large table over pages, with its headings on each and no figure broken', async () => {
    const { pages } = pdfText(await pdfOf(paperWith([CUBE], { landscape: true })));
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) expect(dense(page)).toContain('세부사업머리1머리2');
    const text = pages.join('\n');
    for (const figure of ['0,101', '199,107', '399,114']) expect(text).toContain(figure);
    expect(dense(pages.at(-1) ?? '')).toContain(`${pages.length}/${pages.length}`);
  });

  it('breaks a cell longer than a page, and words longer than a line', async () => {
    const long = Array.from({ length: 900 }, (_none, at) => `낱말${at}`).join(' ');
    const columns = [
      { heading: '앞', width: 1 },
      { heading: '뒤', width: 1 },
    ];
    const table: PaperBlock = { is: 'table', columns, rows: [{ cells: [long, 'x'.repeat(3_000)] }] };
    const { pages } = pdfText(await pdfOf(paperWith([table])));
    const text = dense(pages.join(''));
    expect(pages.length).toBeGreaterThan(1);
    expect(text).toContain('낱말899');
    expect([...text].filter((letter) => letter === 'x')).toHaveLength(3_000);
  });

  it('carries the mark of a rehearsal on every page, and no other document does', async () => {
    const blocks: PaperBlock[] = [
      { is: 'paragraph', text: '하나' },
      { is: 'new-page' },
      { is: 'paragraph', text: '둘' },
    ];
    const marked = pdfText(await pdfOf(paperWith(blocks, { rehearsal: true }))).pages;
    expect(marked).toHaveLength(2);
    for (const page of marked) expect(page).toContain('모의 운영: 이 문서는 연습이며 효력이 없습니다.');
    expect(pdfText(await pdfOf(paperWith(blocks))).pages.join('')).not.toContain('모의');
  });

  it('draws Hanja and what else the first font lacks, in lines no higher than others', async () => {
    const lines = (text: string): PaperBlock[] => Array.from({ length: 200 }, () => ({ is: 'paragraph', text }));
    const [hanja, hangul] = [
      await pdfOf(paperWith(lines('第3條(金甲乙) 産業團地 Ⅱ ① 100㎡ α'))),
      await pdfOf(paperWith(lines('제3조(김갑을) 산업단지 2 1 100제곱 가'))),
    ];
    const [one, other] = [pdfText(hanja), pdfText(hangul)];
    expect(dense(one.pages.join(''))).toContain('第3條(金甲乙)産業團地Ⅱ①100㎡α');
    expect(one.pages).toHaveLength(other.pages.length);
    // A subset: the whole font has 6 MB.
    expect(hanja.length - hangul.length).toBeLessThan(30_000);
  });

  it('embeds no second font where nothing is written in it', async () => {
    const { names } = pdfFonts(await pdfOf(paperWith([{ is: 'paragraph', text: '한글과 Latin, 100.5%' }])));
    expect(names.filter((name) => name.includes('Noto'))).toEqual([]);
  });

  it('says so where a letter cannot be drawn, and which', async () => {
    const cell = { is: 'table', columns: [{ heading: '이름', width: 1 }], rows: [{ cells: ['\u{1f44d}'] }] } as const;
    const text = pdfText(await pdfOf(paperWith([{ is: 'paragraph', text: '\u1980산업' }, cell]))).pages.join('');
    expect(text).toContain('〓산업');
    expect(dense(text)).toContain(dense('이 문서의 글꼴에 없는 글자입니다(U+1980, U+1F44D)'));
    expect(pdfText(await pdfOf(paperWith([{ is: 'paragraph', text: '第' }]))).pages.join('')).not.toContain(
      '없는 글자',
    );
  });

  it('is made once for all who ask for the same', async () => {
    const paper = (text: string) => paperWith([{ is: 'paragraph', text }]);
    const [one, other] = [pdfOf(paper('같은 글')), pdfOf(paper('같은 글'))];
    expect(await one).toBe(await other);
    expect(await pdfOf(paper('다른 글'))).not.toBe(await one);
  });

  it('makes several at once, each for whom it was ordered', async () => {
    const texts = ['하나', '둘', '셋', '넷'];
    const files = await Promise.all(texts.map((text) => pdfOf(paperWith([{ is: 'paragraph', text }]))));
    for (const [at, file] of files.entries()) expect(pdfText(file).pages.join('')).toContain(texts[at]);
  });
});

describe('a paper as HWPX', () => {
  it('is read by another program: headings, paragraphs, every cell', async () => {
    const file = await hwpxOf(paperWith([...FEW, CUBE], { rehearsal: true }));
    expect(await validateHwpx(file)).toMatchObject({ ok: true, issues: [] });
    const read = await parse(file);
    if (!read.success) throw new Error(read.error);
    const texts = read.blocks
      .filter(({ type }) => type !== 'table')
      .map(({ type, level, text }) => [type, level, text]);
    expect(texts).toEqual([
      ['paragraph', undefined, '모의 운영: 이 문서는 연습이며 효력이 없습니다.'],
      ['paragraph', undefined, '표제'],
      ['heading', 1, '1. 첫째'],
      ['paragraph', undefined, `□ ${PROSE}`],
      ['heading', 2, '가. 둘째'],
      ['paragraph', undefined, '남은 말 빠진 말 넣은 말'],
      ['paragraph', undefined, '※ 단위는 ㎡, ① ㉮ ｢법｣'],
      ['paragraph', undefined, '재원 (단위: 백만원)'],
      ['paragraph', undefined, expect.stringContaining(HASH)],
    ]);
    const tables = read.blocks.flatMap(({ table }) =>
      table === undefined ? [] : [table.cells.map((row) => row.map(({ text }) => text))],
    );
    expect(tables).toEqual([
      [
        ['접수번호', '2026-경북-01'],
        ['적힌 그대로', SHOWN],
      ],
      [
        ['이름', '금액'],
        ['스마트물류', '1,234.5'],
        ['계', '1,234.5'],
      ],
      [CUBE.columns.map(({ heading }) => heading), ...CUBE.rows.map(({ cells }) => [...cells])],
    ]);
  });

  it('is laid out by a word processor that is not ours: headings as outline, cells, Hanja, and what stands on every page', async () => {
    const many = Array.from({ length: 60 }, (_none, at): PaperBlock => ({
      is: 'paragraph',
      text: `□ 第${at}條 ${PROSE}`,
    }));
    const read = hwpxText(await hwpxOf(paperWith([...FEW, ...many], { rehearsal: true })));
    expect(read.outline).toEqual([
      [1, '1. 첫째'],
      [2, '가. 둘째'],
    ]);
    expect(read.text).toEqual(expect.arrayContaining(['표제', '남은 말 빠진 말 넣은 말', `□ 第59條 ${PROSE}`]));
    expect(read.tables).toEqual([
      [
        ['접수번호', '2026-경북-01'],
        ['적힌 그대로', SHOWN],
      ],
      [
        ['이름', '금액'],
        ['스마트물류', '1,234.5'],
        ['계', '1,234.5'],
      ],
    ]);
    expect(read.drawn.length).toBeGreaterThan(1);
    for (const page of read.drawn)
      for (const part of ['모의 운영: 이 문서는 연습이며 효력이 없습니다.', '시험 문서 · 2026. 11. 24. 18:00', HASH])
        expect(page).toContain(dense(part));
    // Where lines end is left to whoever opens it; nothing else is found fault with.
    expect(read.warnings).toEqual(['LinesegArrayEmpty']);
  });

  it('is an archive whose first part is its type, uncompressed, and equal byte for byte', async () => {
    const file = await hwpxOf(paperWith(FEW));
    expect(file.toString('latin1', 30, 57)).toBe('mimetypeapplication/hwp+zip');
    expect(renderHwpx(paperWith(FEW)).equals(file)).toBe(true);
  });
});
