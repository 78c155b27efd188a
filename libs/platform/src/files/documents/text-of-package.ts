import type { BytesAt } from '../bytes-at.js';
import { DOCUMENT_LIMITS, unpackAt, zipEntriesAt } from '../zip-file.js';
import { MOST_TEXT, type DocumentText } from './outcome.js';
import type { PackageKind } from './strip-package.js';

const MB = 1024 * 1024;
/** A part beyond this is left out of the text: it is a search, not a copy. */
const MOST_PART = 32 * MB;

interface Reading {
  /** Parts with text, by name. */
  readonly parts: RegExp;
  /** Where a line ends. */
  readonly line: RegExp;
}

const READINGS: { readonly [K in PackageKind]: Reading } = {
  docx: {
    parts: /^word\/(?:document|footnotes|endnotes)\.xml$/,
    line: /<\/w:(?:p|tc)>|<w:(?:br|tab)\b[^>]*\/?>/g,
  },
  xlsx: {
    parts: /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/,
    line: /<\/(?:\w+:)?(?:si|is|row)>/g,
  },
  hwpx: {
    parts: /^Contents\/section\d+\.xml$/,
    line: /<\/(?:\w+:)?(?:p|tc)>/g,
  },
};

/** Elements whose content is text, in every one of the formats. */
const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g;

/** The text of an Office or 한글 package, paragraph by paragraph, up to the limit. */
export async function textOfPackage(kind: PackageKind, source: BytesAt): Promise<DocumentText> {
  const { parts, line } = READINGS[kind];
  const entries = (await zipEntriesAt(source, DOCUMENT_LIMITS)).filter(({ name }) => parts.test(name));
  const byNumber = entries.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const lines: string[] = [];
  let size = 0;
  for (const entry of byNumber) {
    if (entry.size > MOST_PART) return { text: lines.join('\n').slice(0, MOST_TEXT), whole: false };
    const xml = (await unpackAt(source, entry, MOST_PART)).toString('utf8');
    for (const paragraph of xml.split(line)) {
      const words = [...paragraph.matchAll(TEXT)].map(([, word]) => letters(String(word))).join('');
      if (words.trim() === '') continue;
      lines.push(words.trim());
      size += words.length + 1;
      if (size > MOST_TEXT) return { text: lines.join('\n').slice(0, MOST_TEXT), whole: false };
    }
  }
  return { text: lines.join('\n'), whole: true };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML text without the elements in it and with its entities resolved. */
function letters(text: string): string {
  const bare = text.replaceAll(/<[^>]*>/g, ' ');
  return bare.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, ...groups: unknown[]) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : '';
  });
}
