import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { markdownToHwpx } from 'kordoc';
import { type Packed, workbookParts, zipOf } from './zip.js';

/** Whom no copy for a blind reader may name. */
export const AUTHOR = '홍길동-CANARY';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

const types = (part: string, type: string): Packed => ({
  name: '[Content_Types].xml',
  content: `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/${part}" ContentType="${type}"/></Types>`,
});

/** Properties as Word and Excel write them. */
export const PROPERTIES: readonly Packed[] = [
  {
    name: 'docProps/core.xml',
    content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${AUTHOR}</dc:creator><cp:lastModifiedBy>${AUTHOR}</cp:lastModifiedBy></cp:coreProperties>`,
  },
  {
    name: 'docProps/app.xml',
    content: `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${AUTHOR}</Company></Properties>`,
  },
];

/** A Word document with one tracked paragraph, its author everywhere Word puts him. */
export const docxOf = (text: string, more: readonly Packed[] = []): Buffer =>
  zipOf([
    types('word/document.xml', WORD_TYPE),
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p><w:ins w:id="1" w:author="${AUTHOR}"><w:r><w:t>덧붙인 문장 &amp; 끝</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    },
    {
      name: 'word/comments.xml',
      content: `<w:comments xmlns:w="${WORD}"><w:comment w:id="0" w:author="${AUTHOR}" w:initials='${AUTHOR}'><w:p/></w:comment></w:comments>`,
    },
    {
      name: 'word/_rels/settings.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/attachedTemplate" Target="file:///C:\\Users\\${AUTHOR}\\Normal.dotm" TargetMode="External"/></Relationships>`,
    },
    ...PROPERTIES,
    ...more,
  ]);

/** An Excel workbook with one cell, its author everywhere Excel puts him. */
export const xlsxOf = (text: string, more: readonly Packed[] = []): Buffer =>
  zipOf(
    workbookParts(
      '재원',
      `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`,
      [
        types('xl/workbook.xml', BOOK_TYPE),
        {
          name: 'xl/comments1.xml',
          content: `<comments><authors><author>${AUTHOR}</author></authors><commentList/></comments>`,
        },
        {
          name: 'xl/persons/person.xml',
          content: `<personList><person displayName="${AUTHOR}" userId="x"/></personList>`,
        },
        ...PROPERTIES,
        ...more,
      ],
    ),
  );

/** A 한글 document (HWPX), its author in the place 한글 puts him. */
export async function hwpxOf(text: string): Promise<Buffer> {
  const made = Buffer.from(await markdownToHwpx(`# 혁신계획\n\n${text}\n`));
  const { unzipSync, zipSync } = await import('fflate');
  const files = unzipSync(made);
  const metadata = `<opf:metadata><opf:title>${AUTHOR}</opf:title><opf:meta name="creator" content="text">${AUTHOR}</opf:meta><opf:meta name="lastsaveby" content="${AUTHOR}"/></opf:metadata>`;
  const hpf = Buffer.from(files['Contents/content.hpf'] ?? []).toString('utf8');
  files['Contents/content.hpf'] = Buffer.from(
    hpf.replace(/<opf:metadata>[\s\S]*?<\/opf:metadata>|<opf:metadata\/>/, metadata),
  );
  const packed = Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: name === 'mimetype' ? 0 : 6 }]]);
  return Buffer.from(zipSync(Object.fromEntries(packed)));
}

/** A PDF with a page for each text, its author in the Info dictionary, in XMP, and in an object nothing leads to. */
export async function pdfOf(...pages: readonly string[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage().drawText(text, { font, x: 50, y: 700 });
  document.setAuthor(AUTHOR);
  document.setCreator('AUTHOR-CANARY');
  const xmp = document.context.stream(`<x:xmpmeta><dc:creator>AUTHOR-CANARY</dc:creator></x:xmpmeta>`, {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(xmp));
  document.context.register(document.context.obj({ Author: 'AUTHOR-CANARY' }));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG of one red pixel that says who made it. */
export const pngOf = (author: string = AUTHOR): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    chunk('tEXt', Buffer.from(`Author\0${author}`, 'utf8')),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(`trailing ${author}`),
  ]);

/** A JPEG of one grey pixel, turned by 90 degrees, that says who made it. */
export const jpgOf = (author: string = AUTHOR): Buffer => {
  const segment = (marker: number, data: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const exif = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const [before, after] = [PIXEL.subarray(0, 20), PIXEL.subarray(20)];
  return Buffer.concat([
    before,
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif, Buffer.from(author)])),
    segment(0xfe, Buffer.from(author)),
    after,
    Buffer.from(`trailing ${author}`),
  ]);
};

/** A whole JPEG: one grey pixel. */
const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

/** A compound file with streams of these names and nothing in them. */
export function compoundOf(...names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48); // the directory is in sector 1
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76); // the allocation table is in sector 0
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xffff_fffd, 512);
  file.writeUInt32LE(0xffff_fffe, 516);
  for (const [index, name] of ['Root Entry', ...names].slice(0, 4).entries()) {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  }
  return file;
}
