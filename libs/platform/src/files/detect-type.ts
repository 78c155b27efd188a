import { fileTypeFromBuffer } from 'file-type/core';
import type { DetectedType, DocumentKind } from '../rules/index.js';
import type { BytesAt } from './bytes-at.js';
import { compoundNames, isCompoundFile } from './compound-file.js';
import { DOCUMENT_LIMITS, unpackAt, zipEntriesAt } from './zip-file.js';
import { isZip, type ZipEntry, ZipRefused } from './zip-guard.js';

/** Bytes at the beginning that tell most types. */
const HEAD = 4_100;
const MOST_TYPES = 1024 * 1024;
const PICTURES: Readonly<Record<string, DocumentKind>> = {
  pdf: 'pdf',
  png: 'png',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
};
/** Main parts of Office documents, by the content type the package declares. */
const MAIN_PARTS: readonly (readonly [RegExp, DocumentKind | 'pptx'])[] = [
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/presentationml\.(?:presentation|slideshow)\.main\+xml/, 'pptx'],
];
const MACROS = /vbaProject|vbaData|macrosheets/i;

/** Looks into a file; reads its beginning, and of an archive the directory and one or two small parts. */
export async function detectType(source: BytesAt): Promise<DetectedType> {
  const head = await source.read(0, HEAD);
  if (isCompoundFile(head)) return compoundType(await compoundNames(source));
  if (isZip(head)) return packageType(source).catch(asRefused);
  const found = await fileTypeFromBuffer(head);
  const kind = PICTURES[found?.ext ?? ''];
  return kind === undefined ? { is: 'other', like: found?.ext ?? textLike(head) } : { is: 'document', kind };
}

function compoundType(names: readonly string[]): DetectedType {
  const has = (name: string): boolean => names.includes(name);
  if (has('EncryptedPackage')) return { is: 'refused', why: 'password' };
  if (has('FileHeader') && has('DocInfo')) return { is: 'document', kind: 'hwp' };
  if (has('WordDocument')) return { is: 'other', like: 'doc' };
  if (has('Workbook') || has('Book')) return { is: 'other', like: 'xls' };
  if (has('PowerPoint Document')) return { is: 'other', like: 'ppt' };
  return { is: 'other', like: 'cfb' };
}

async function packageType(source: BytesAt): Promise<DetectedType> {
  const entries = await zipEntriesAt(source, DOCUMENT_LIMITS);
  const text = async (entry: ZipEntry | undefined): Promise<string> =>
    entry === undefined ? '' : (await unpackAt(source, entry, MOST_TYPES)).toString('utf8');
  const named = (name: string): ZipEntry | undefined => entries.find((entry) => entry.name === name);
  const type = await text(named('mimetype'));
  if (type.trim() === 'application/hwp+zip') {
    const manifest = await text(named('META-INF/manifest.xml'));
    return manifest.includes('encryption-data') ? { is: 'refused', why: 'password' } : { is: 'document', kind: 'hwpx' };
  }
  const types = await text(named('[Content_Types].xml'));
  if (types === '') return { is: 'other', like: 'zip' };
  if (/macroEnabled/i.test(types) || entries.some(({ name }) => MACROS.test(name)))
    return { is: 'refused', why: 'macros' };
  const kind = MAIN_PARTS.find(([pattern]) => pattern.test(types))?.[1];
  if (kind === undefined) return { is: 'other', like: 'zip' };
  return kind === 'pptx' ? { is: 'other', like: kind } : { is: 'document', kind };
}

function asRefused(error: unknown): DetectedType {
  if (!(error instanceof ZipRefused)) throw error;
  if (error.fault === 'encrypted') return { is: 'refused', why: 'password' };
  return { is: 'refused', why: error.fault === 'too-large' ? 'too-large' : 'damaged' };
}

/** Texts have no magic bytes; of some the beginning says enough. */
function textLike(head: Buffer): string | null {
  const text = head.toString('utf8').replace(/\uFFFD$/, ''); // the last letter may be cut
  if (/^\s*<(?:!doctype html|html|head|script|body)/i.test(text)) return 'html';
  if (/^\s*<(?:\?xml|svg)/i.test(text)) return 'xml';
  if (text.startsWith('HWP Document File')) return 'hwp 3.0';
  return /^[^\u0000-\u0008\u000E-\u001F\uFFFD]+$/.test(text) ? 'txt' : null;
}
