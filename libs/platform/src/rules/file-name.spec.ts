import fc from 'fast-check';
import { attachmentDisposition, cleanFileName, extensionOf, MOST_NAME } from './file-name.js';

const long = '가'.repeat(300);

describe('a file name', () => {
  it.each<[string, string, string | null]>([
    ['as it should be', '혁신계획 (최종).hwpx', '혁신계획 (최종).hwpx'],
    ['in decomposed letters', '한글 보고서.pdf'.normalize('NFD'), '한글 보고서.pdf'],
    ['after a path', '../../etc/passwd.pdf', 'passwd.pdf'],
    ['after a path of Windows', 'C:\\Users\\홍길동\\보고서.docx', '보고서.docx'],
    ['that turns its ending round', '보고서\u202Efdp.exe', '보고서fdp.exe'],
    ['with letters nobody sees', 'a\u0000b\u200B\u2066c\uFEFF.pdf', 'abc.pdf'],
    ['with line breaks', '보고\r\n서.pdf', '보고서.pdf'],
    ['with what some systems refuse', 'a:b*"c"?.pdf', 'a_b__c__.pdf'],
    ['with half a letter', 'a\uD83D.pdf', 'a.pdf'],
    ['hidden', '.pdf', 'pdf'],
    ['of dots', '...', null],
    ['of nothing', ' ', null],
    ['that is only its ending', '\u200B.pdf', 'pdf'],
    ['far too long', `${long}.pdf`, `${'가'.repeat(MOST_NAME - 4)}.pdf`],
  ])('%s', (_what, given, expected) => {
    expect(cleanFileName(given)).toBe(expected);
  });

  it('is clean once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanFileName(given);
        if (name === null) return;
        expect(cleanFileName(name)).toBe(name);
        expect(name).not.toMatch(/[/\\\u0000-\u001F\u202A-\u202E\u2066-\u2069]/);
        expect([...name].length).toBeLessThanOrEqual(MOST_NAME);
        expect(attachmentDisposition(name)).toMatch(/^[\x20-\x7e]+$/);
        expect(decodeURIComponent(String(attachmentDisposition(name).split("''")[1]))).toBe(name);
      }),
      { numRuns: 100 },
    );
  });

  it('tells its ending', () => {
    expect(['a.PDF', 'a.tar.gz', 'a', 'a.', 'a.한글'].map(extensionOf)).toEqual(['pdf', 'gz', '', '', '']);
  });
});
