import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { parse } from 'kordoc';
import mammoth from 'mammoth';
import {
  AUTHOR,
  docxOf,
  hwpxOf,
  jpgOf,
  pdfOf,
  pngOf,
  PROPERTIES,
  xlsxOf,
} from '../../../../../test/support/documents.js';
import { zipOf } from '../../../../../test/support/zip.js';
import type { DocumentKind } from '../../rules/index.js';
import { unpack, zipEntries } from '../zip-guard.js';
import { DOCUMENT_LIMITS } from '../zip-file.js';
import { lookThroughInThread } from './documents.js';

const folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let no = 0;

/** Looks through a document; answers what came out and the copy. */
async function look(kind: DocumentKind, content: Buffer, timeMs?: number) {
  const [file, copy] = [path.join(folder, `${(no += 1)}`), path.join(folder, `${no}.copy`)];
  writeFileSync(file, content);
  const { obstacle, text } = await lookThroughInThread({ kind, file, copy }, timeMs);
  return { obstacle, text: text?.text ?? null, copy: obstacle === null ? readFileSync(copy) : null };
}

/** Everything an archive holds, as one text. */
async function contents(file: Buffer | null): Promise<string> {
  if (file === null) return '';
  const parts = zipEntries(file, DOCUMENT_LIMITS).map(
    async (entry) => `${entry.name}\n${String(await unpack(file, entry))}`,
  );
  return (await Promise.all(parts)).join('\n');
}

const GIF = '47494638396101000100800000000000ffffff2c00000000010001000002024401003b';
const WEBP = 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA';

/** A GIF with a comment in it. */
const gifOf = (): Buffer =>
  Buffer.concat([
    Buffer.from(GIF.slice(0, 38), 'hex'),
    Buffer.from([0x21, 0xfe, 6]),
    Buffer.from('CANARY\0'),
    Buffer.from(GIF.slice(38), 'hex'),
  ]);

/** A WebP with a chunk of EXIF behind it. */
const webpOf = (): Buffer => {
  const file = Buffer.concat([Buffer.from(WEBP, 'base64'), Buffer.from('EXIF\u0006\0\0\0CANARY', 'latin1')]);
  file.writeUInt32LE(file.length - 8, 4);
  return file;
};

/** A PDF under a password, and one with a file in it. */
async function guarded(how: 'password' | 'file'): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  if (how === 'password') document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  else await document.attach(Buffer.from('author'), 'author.txt', { mimeType: 'text/plain' });
  return Buffer.from(await document.save());
}

describe('a document looked through in a thread', () => {
  it('of Word: its copy names nobody, other programs read it, its text is found', async () => {
    const { copy, text } = await look(
      'docx',
      docxOf('산업단지 대개조', [{ name: 'word/media/image1.png', content: pngOf() }]),
    );
    expect(await contents(copy)).not.toContain('CANARY');
    expect(text).toBe('산업단지 대개조\n덧붙인 문장 & 끝');
    const { value } = await mammoth.extractRawText({ buffer: copy as Buffer });
    expect(value).toContain('산업단지 대개조');
    expect(value).toContain('덧붙인 문장 & 끝');
  });

  it('of Excel: the same', async () => {
    const { copy, text } = await look('xlsx', xlsxOf('국비 100억원'));
    expect(await contents(copy)).not.toContain('CANARY');
    expect(text).toBe('국비 100억원');
    const read = await parse(new Uint8Array(copy as Buffer).buffer);
    expect(read.success && read.markdown).toContain('국비 100억원');
  });

  it('of 한글: the same', async () => {
    const original = await hwpxOf('거점산단 스마트화');
    expect(await contents(original)).toContain(AUTHOR);
    const { copy, text } = await look('hwpx', original);
    expect(await contents(copy)).not.toContain('CANARY');
    expect(text).toContain('거점산단 스마트화');
    const read = await parse(new Uint8Array(copy as Buffer).buffer);
    expect(read.success && read.markdown).toContain('거점산단 스마트화');
    expect(copy?.toString('latin1', 30, 57)).toBe('mimetypeapplication/hwp+zip');
  });

  it('of pages: nothing in the bytes of the copy tells of its author, not even what nothing leads to', async () => {
    const original = await pdfOf('Innovation plan', 'Second page');
    expect(original.toString('latin1')).toContain('AUTHOR-CANARY');
    const { copy, text } = await look('pdf', original);
    expect(text?.split('\n').filter((line) => line !== '')).toEqual(['Innovation plan', 'Second page']);
    const read = await PDFDocument.load(copy as Buffer, { updateMetadata: false });
    expect([read.getPageCount(), read.getAuthor(), read.getCreator()]).toEqual([2, undefined, undefined]);
    const plain = await read.save({ useObjectStreams: false });
    expect(Buffer.from(plain).toString('latin1')).not.toContain('CANARY');
    expect((await look('pdf', copy as Buffer)).text).toBe(text);
  });

  it('of pictures: as they are drawn, without a word', async () => {
    const png = await look('png', pngOf());
    expect(png.copy?.toString('latin1')).not.toContain('CANARY');
    expect(png.copy?.toString('latin1')).toMatch(/IHDR[\s\S]*IDAT[\s\S]*IEND/);
    const jpg = await look('jpg', jpgOf());
    expect(jpg.copy?.toString('latin1')).not.toContain('CANARY');
    // turned pictures stay turned: which way is up is all that is left of EXIF
    expect(jpg.copy?.toString('hex')).toMatch(
      /^ffd8ffe0.{32}ffe100224578696600004d4d002a0000000800010112000300000001000600000000/,
    );
    expect(jpg.copy?.subarray(-2).toString('hex')).toBe('ffd9');
    expect(png.text).toBeNull();
    const gif = await look('gif', gifOf());
    expect(gif.copy?.toString('hex')).toBe(GIF);
    const webp = await look('webp', webpOf());
    expect(webp.copy?.toString('base64')).toBe(WEBP);
  });

  it('within a document: pictures and workbooks are looked through in their turn', async () => {
    const inside = xlsxOf('차트 자료');
    const { copy } = await look(
      'docx',
      docxOf('본문', [{ name: 'word/embeddings/Microsoft_Excel.xlsx', content: inside }]),
    );
    const book = zipEntries(copy as Buffer, DOCUMENT_LIMITS).find(({ name }) => name.includes('embeddings'));
    expect(await contents(await unpack(copy as Buffer, book!))).not.toContain('CANARY');
  });

  it.each<[string, DocumentKind, () => Buffer | Promise<Buffer>, string]>([
    ['is an old 한글 document', 'hwp', () => Buffer.from('x'), 'no-way'],
    [
      'holds what cannot be looked into',
      'docx',
      () => docxOf('a', [{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
      'embedded',
    ],
    [
      'is written in letters no pattern finds',
      'docx',
      () => docxOf('a', [{ name: 'word/footer1.xml', content: Buffer.from('\ufeff<a/>', 'utf16le') }]),
      'damaged',
    ],
    [
      'unpacks to far too much',
      'docx',
      () => docxOf('a', [{ name: 'word/x.xml', content: Buffer.alloc(50 * 1024 * 1024) }]),
      'too-much',
    ],
    ['is no archive', 'xlsx', () => Buffer.from('PK'), 'damaged'],
    ['is no PDF', 'pdf', () => Buffer.from('%PDF-1.7\nnothing'), 'damaged'],
    ['is a PDF under a password', 'pdf', () => guarded('password'), 'password'],
    ['is a PDF with a file in it', 'pdf', () => guarded('file'), 'embedded'],
    ['breaks off', 'png', () => pngOf().subarray(0, 60), 'damaged'],
    ['is a picture in name only', 'jpg', () => Buffer.from('no picture'), 'damaged'],
  ])('has no copy where it %s', async (_what, kind, content, expected) => {
    expect((await look(kind, await content())).obstacle).toBe(expected);
  });

  it('has no copy where it takes too long, and nobody waits for it', async () => {
    expect(await look('docx', docxOf('a'), 1)).toEqual({ obstacle: 'too-much', text: null, copy: null });
  });

  it('keeps what is not metadata byte for byte', async () => {
    const parts = [...PROPERTIES, { name: 'word/media/film.bin', content: Buffer.from('as it is'), method: 0 }];
    const { copy } = await look('docx', zipOf(parts));
    expect(await contents(copy)).toContain('as it is');
  });
});
