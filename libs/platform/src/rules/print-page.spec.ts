import { printPage } from './print-page.js';

const PAGE = {
  heading: '평가집계표',
  about: ['경북', '2020년 <1>'],
  rehearsal: false,
  issuedAt: '2020-05-07T05:00:00.000Z',
  contentHash: 'ab'.repeat(32),
  facts: [['회차', '<b>']],
  body: '<h2>표</h2>',
} as const;

describe('a page to be printed', () => {
  it('is a heading, facts, what was given, and time and hash at its end and on every sheet', () => {
    const page = printPage(PAGE);
    for (const part of [
      '<title>평가집계표 · 경북 · 2020년 &lt;1&gt;</title>',
      '<dl><dt>회차</dt><dd>&lt;b&gt;</dd></dl>\n<h2>표</h2>',
      `<footer>2020. 5. 7. 14:00 · ${PAGE.contentHash}</footer>`,
      '@page{size:A4 landscape;',
      `${PAGE.contentHash}";`,
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('모의');
  });

  it('says so where it is a rehearsal’s, at its head and on every sheet', () => {
    const page = printPage({ ...PAGE, rehearsal: true });
    expect(page).toContain('<p class="rehearsal" role="note">모의 운영');
    expect(page).toContain('@top-center{content:"모의\\20 운영');
  });
});
