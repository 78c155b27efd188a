import type { Paper } from './paper.js';
import { paperPage } from './paper-page.js';

const PAPER: Paper = {
  title: '대비표 <1>',
  contentHash: 'ab'.repeat(32),
  issuedAt: '2020-05-07T05:00:00.000Z',
  rehearsal: false,
  blocks: [],
};

/** What a string of CSS stands for. */
const textOfCss = (css: string): string =>
  css.replaceAll(/\\([\da-f]+) /g, (_sign, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

describe('a paper as a page', () => {
  it('holds every block, with a heading for each column and a mark for what came and went', () => {
    const page = paperPage({
      ...PAPER,
      landscape: true,
      blocks: [
        { is: 'title', text: '대비표' },
        { is: 'heading', level: 1, text: '요약' },
        {
          is: 'paragraph',
          text: [
            { text: '옛', mark: 'removed' },
            { text: '새', mark: 'added' },
            { text: '\n글', mark: 'strong' },
          ],
          indent: 1,
        },
        { is: 'note', text: '비고' },
        { is: 'facts', facts: [['계획', '경북']] },
        { is: 'new-page' },
        {
          is: 'table',
          caption: '재원',
          unit: '억원',
          columns: [
            { heading: '구분', width: 1 },
            { heading: '금액', width: 3, align: 'right' },
          ],
          rows: [{ cells: ['합계', '1'], strong: true }],
        },
      ],
    });
    for (const part of [
      '<html lang="ko">',
      '<h1>대비표</h1>',
      '<h2>요약</h2>',
      '<p style="margin-left:2em"><del>옛</del><ins>새</ins><strong><br>글</strong></p>',
      '<p class="note">비고</p>',
      '<dl><dt>계획</dt><dd>경북</dd></dl>',
      '<div class="page"></div>',
      '<caption>재원 (단위: 억원)</caption><colgroup><col style="width:25.00%"><col style="width:75.00%"></colgroup>',
      '<thead><tr><th scope="col">구분</th><th scope="col">금액</th></tr></thead>',
      '<tr class="sum"><td class="left">합계</td><td class="right">1</td></tr>',
      '@page{size:A4 landscape;',
      'thead{display:table-header-group}',
      `<footer>2020. 5. 7. 14:00 · ${PAPER.contentHash}</footer>`,
    ])
      expect(page).toContain(part);
  });

  it.each(['title', 'paragraph', 'facts', 'table'] as const)('takes nothing in a %s for markup', (is) => {
    const evil = '<script>alert("&")</script>';
    const blocks = {
      title: { is: 'title', text: evil },
      paragraph: { is: 'paragraph', text: [{ text: evil, mark: 'added' }] },
      facts: { is: 'facts', facts: [[evil, evil]] },
      table: {
        is: 'table',
        caption: evil,
        unit: evil,
        columns: [{ heading: evil, width: 1 }],
        rows: [{ cells: [evil] }],
      },
    } as const;
    const page = paperPage({ ...PAPER, title: evil, contentHash: evil, blocks: [blocks[is]] });
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;');
  });

  it('states name, time, hash and number on every sheet, whatever the name holds', () => {
    const title = '대비표 "가" \\ </style><script>';
    const page = paperPage({ ...PAPER, title });
    const [, name = '', hash = ''] = /@bottom-left\{content:"(.*?)" "\\a " "(.*?)";/.exec(page) ?? [];
    expect(textOfCss(name)).toBe(`${title} · 2020. 5. 7. 14:00`);
    expect(textOfCss(hash)).toBe(`내용 해시(SHA-256) ${PAPER.contentHash}`);
    expect(page).toContain('@bottom-right{content:counter(page) " / " counter(pages);');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it('is marked on every sheet where it is a rehearsal’s, and only there', () => {
    const markOf = (page: string) => textOfCss(/@top-center\{content:"(.*?)";/.exec(page)?.[1] ?? '');
    expect(markOf(paperPage({ ...PAPER, rehearsal: true }))).toBe('모의 운영: 이 문서는 연습이며 효력이 없습니다.');
    expect(markOf(paperPage(PAPER))).toBe('');
  });

  it('is marked where it is a rehearsal’s, and only there', () => {
    expect(paperPage({ ...PAPER, rehearsal: true })).toContain('모의 운영: 이 문서는 연습이며 효력이 없습니다.');
    expect(paperPage(PAPER)).not.toContain('모의 운영');
  });
});
