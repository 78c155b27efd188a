import { type BytesAt, inBuffer } from '../bytes-at.js';
import { DOCUMENT_LIMITS, unpackAt, zipEntriesAt } from '../zip-file.js';
import type { ZipEntry } from '../zip-guard.js';
import { ZipWriter } from '../zip-writer.js';
import { Unstrippable } from './outcome.js';
import { strippedPicture } from './strip-picture.js';

export type PackageKind = 'docx' | 'xlsx' | 'hwpx';

const MB = 1024 * 1024;
/** Parts that are looked into must fit into memory; a larger one cannot be vouched for. */
const MOST_PART = 64 * MB;

/** Turns the text of one part into what may be shown. */
type Change = (xml: string) => string;
type Changes = readonly (readonly [RegExp, Change])[];

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006';
/** Properties of an Office document: who wrote it, for which company, when, from which template. */
const EMPTIED: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml': `<Properties xmlns="${PROPERTIES}/extended-properties"/>`,
  'docProps/custom.xml': `<Properties xmlns="${PROPERTIES}/custom-properties"/>`,
};

/** Attributes that name people: of comments, tracked changes, threads and their list of persons. */
const PEOPLE =
  /(\s(?:\w+:)?(?:author|initials|userName|lastModifiedBy|displayName|userId|providerId))\s*=\s*(?:"[^"]*"|'[^']*')/g;
const withoutPeople: Change = (xml) => xml.replace(PEOPLE, '$1=""');
/** Links to places on somebody's own machine or network: a path names its user. */
const OWN_PLACES = /(\sTarget\s*=\s*)(?:"(?:file:|\\\\|[A-Za-z]:)[^"]*"|'(?:file:|\\\\|[A-Za-z]:)[^']*')/g;
const withoutPlaces: Change = (xml) => xml.replace(OWN_PLACES, '$1"file:///"');
/** What document management systems put in: owners, sharers, labels. */
const withoutManagement: Change = (xml) => (/schemas\.microsoft\.com\/(?:office|sharepoint)/.test(xml) ? '<x/>' : xml);

const OFFICE: Changes = [
  [/\.rels$/, withoutPlaces],
  [/^customXml\/item\d*\.xml$/, withoutManagement],
];

const CHANGES: { readonly [K in PackageKind]: Changes } = {
  docx: [...OFFICE, [/^word\/[^/]+\.xml$/, withoutPeople]],
  xlsx: [
    ...OFFICE,
    [/^xl\/(?:comments|threadedComments|persons|revisions)\/?[^/]*\.xml$/, withoutPeople],
    [/^xl\/comments[^/]*\.xml$/, (xml) => xml.replace(/(<(?:\w+:)?author>)[^<]*/g, '$1')],
    [
      /^xl\/workbook\.xml$/,
      (xml) => xml.replace(/<(?:\w+:)?fileSharing\b[^>]*>/g, '').replace(/(absPath\b[^>]*?\surl=)"[^"]*"/g, '$1""'),
    ],
  ],
  hwpx: [
    [
      /\.hpf$/,
      (xml) =>
        xml
          .replace(
            /(<(?:\w+:)?meta\b[^>]*?)\/>|(<(?:\w+:)?meta\b[^>]*>)[^<]*/g,
            (_whole, closed?: string, open?: string) =>
              closed === undefined ? String(open) : `${closed.replace(/(\scontent=)"[^"]*"/, '$1""')}/>`,
          )
          .replace(/(<(?:\w+:)?(?:title|creator|description|subject|publisher)>)[^<]*/g, '$1'),
    ],
    [/^Contents\/header\d*\.xml$/, (xml) => xml.replace(/(trackChangeAuthor\b[^>]*?\sname=)"[^"]*"/g, '$1""')],
    [/^Contents\/section\d+\.xml$/, (xml) => xml.replace(/(<[^>]*\sname="(?:Author|UserName)"[^>]*>)[^<]*/gi, '$1')],
  ],
};

/** Documents within the document that can be looked into in their turn, and those that cannot. */
const EMBEDDED = /(?:^|\/)(?:embeddings\/.+|BinData\/.+\.ole)$/i;
const EMBEDDED_PACKAGE = /\.(docx|xlsx)$/i;
/** Earlier versions a document carries with it name who wrote them. */
const EARLIER = /^(?:DocHistory|History)\//i;
const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i;

/**
 * Writes a copy of an Office or 한글 package without what names its authors: properties, comment and change authors, people,
 * paths of their machines, and what pictures carry. Everything else is copied as it lies. Throws Unstrippable where it cannot
 * vouch for the copy, ZipRefused where the package does not hold together.
 */
export async function stripPackage(
  kind: PackageKind,
  source: BytesAt,
  write: (bytes: Buffer) => Promise<void>,
  within = false,
): Promise<void> {
  const entries = await zipEntriesAt(source, DOCUMENT_LIMITS);
  const writer = new ZipWriter(write);
  for (const entry of entries) {
    const bytes = await changed(kind, source, entry, within);
    if (bytes === null) await writer.copy(source, entry);
    else await writer.replace(entry, bytes);
  }
  await writer.end();
}

/** What an entry becomes; null = it stays as it is. */
async function changed(kind: PackageKind, source: BytesAt, entry: ZipEntry, within: boolean): Promise<Buffer | null> {
  const { name } = entry;
  if (EARLIER.test(name)) throw new Unstrippable('embedded');
  const emptied = EMPTIED[name];
  if (emptied !== undefined) return Buffer.from(emptied);
  const read = (): Promise<Buffer> => unpackAt(source, entry, MOST_PART);
  if (EMBEDDED.test(name)) return embedded(name, within, read);
  if (PICTURE.test(name)) return stripped(await read());
  const changes = CHANGES[kind].filter(([pattern]) => pattern.test(name));
  if (changes.length === 0) return null;
  const bytes = await read();
  const xml = textOf(bytes);
  const after = changes.reduce((text, [, change]) => change(text), xml);
  return after === xml ? null : Buffer.from(after);
}

async function embedded(name: string, within: boolean, read: () => Promise<Buffer>): Promise<Buffer> {
  const kind = EMBEDDED_PACKAGE.exec(name)?.[1]?.toLowerCase();
  if (kind === undefined || within) throw new Unstrippable('embedded');
  const pieces: Buffer[] = [];
  await stripPackage(kind as PackageKind, inBuffer(await read()), async (bytes) => void pieces.push(bytes), true);
  return Buffer.concat(pieces);
}

function stripped(bytes: Buffer): Buffer | null {
  try {
    return strippedPicture(bytes);
  } catch {
    throw new Unstrippable('damaged');
  }
}

/** Parts are UTF-8 nearly always; where one is not, patterns would not find what they look for. */
function textOf(bytes: Buffer): string {
  const [first, second] = [bytes[0], bytes[1]];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0)
    throw new Unstrippable('damaged');
  return bytes.toString('utf8');
}
