import { compoundOf, docxOf, hwpxOf, jpgOf, pdfOf, pngOf, xlsxOf } from '../../../../test/support/documents.js';
import { type Packed, zipOf } from '../../../../test/support/zip.js';
import type { DetectedType } from '../rules/index.js';
import { inBuffer } from './bytes-at.js';
import { detectType } from './detect-type.js';

const MB = 1024 * 1024;
const some: Packed = { name: 'a.txt', content: 'a' };
const said = (type: DetectedType): string =>
  type.is === 'document' ? type.kind : type.is === 'other' ? `looks like ${type.like}` : type.why;

describe('what a file is', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a PDF', () => pdfOf('a'), 'pdf'],
    ['a Word document', () => docxOf('a'), 'docx'],
    ['an Excel workbook', () => xlsxOf('a'), 'xlsx'],
    ['a 한글 document (HWPX)', () => hwpxOf('가'), 'hwpx'],
    ['a 한글 document (HWP)', () => compoundOf('FileHeader', 'DocInfo', 'BodyText'), 'hwp'],
    ['a PNG', () => pngOf(), 'png'],
    ['a JPEG', () => jpgOf(), 'jpg'],
    ['an old Word document', () => compoundOf('WordDocument'), 'looks like doc'],
    ['an old Excel workbook', () => compoundOf('Workbook'), 'looks like xls'],
    ['another compound file', () => compoundOf('Else'), 'looks like cfb'],
    ['an Office document under a password', () => compoundOf('EncryptionInfo', 'EncryptedPackage'), 'password'],
    ['a plain archive', () => zipOf([some]), 'looks like zip'],
    ['an archive under a password', () => zipOf([{ ...some, flags: 1 }]), 'password'],
    ['a broken archive', () => zipOf([some]).subarray(0, -4), 'damaged'],
    ['an archive of far too much', () => zipOf([{ name: 'a', content: Buffer.alloc(30 * MB) }]), 'too-large'],
    ['a Word document with macros', () => docxOf('a', [{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    [
      'a workbook that declares macros',
      () => zipOf([{ name: '[Content_Types].xml', content: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }]),
      'macros',
    ],
    [
      'a 한글 document under a password',
      () =>
        zipOf([
          { name: 'mimetype', content: 'application/hwp+zip', method: 0 },
          { name: 'META-INF/manifest.xml', content: '<odf:encryption-data/>' },
        ]),
      'password',
    ],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'looks like exe'],
    ['a page', () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'looks like html'],
    ['a drawing with script', () => Buffer.from('<svg onload="alert(1)"/>'), 'looks like xml'],
    ['a text', () => Buffer.from('가나다'.repeat(3_000)), 'looks like txt'],
    [
      'a 한글 document of the last century',
      () => Buffer.from('HWP Document File V3.00 \u001a\u0001'),
      'looks like hwp 3.0',
    ],
    ['noise', () => Buffer.from([0, 1, 2, 3, 250, 251]), 'looks like null'],
    ['nothing', () => Buffer.alloc(0), 'looks like null'],
  ])('%s', async (_what, file, expected) => {
    expect(said(await detectType(inBuffer(await file())))).toBe(expected);
  });

  it('is found without reading more of it than its ends and a few parts', async () => {
    const file = docxOf('a', [{ name: 'word/media/film.bin', content: Buffer.alloc(8 * MB, 'film'), method: 0 }]);
    let read = 0;
    const source = inBuffer(file);
    const type = await detectType({
      size: source.size,
      read: async (offset, length) => {
        const bytes = await source.read(offset, length);
        read += bytes.length;
        return bytes;
      },
    });
    expect(said(type)).toBe('docx');
    expect(read).toBeLessThan(100_000);
  });
});
