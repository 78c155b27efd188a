/**
 * A picture without what says who made it, when and where (EXIF, XMP, IPTC, comments): the segments that hold it are left out,
 * the picture itself is not touched. Whatever follows its end is left out as well. null for what is no PNG, JPEG, GIF or WebP
 * by its first bytes; throws RangeError where it does not hold together.
 */
export function strippedPicture(file: Buffer): Buffer | null {
  const head = file.toString('latin1', 0, 12);
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return stripPng(file);
  if (head.startsWith('\u00ff\u00d8\u00ff')) return stripJpeg(file);
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return stripGif(file);
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? stripWebp(file) : null;
}

/** Chunks a PNG is drawn from; everything else is text, time, EXIF or private. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST acTL fcTL fdAT'.split(' '),
);

function stripPng(file: Buffer): Buffer {
  const kept = [file.subarray(0, 8)];
  for (let at = 8; ;) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (end > file.length) throw new RangeError('the picture breaks off');
    if (PNG_CHUNKS.has(type)) kept.push(file.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COMMENT] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];

/** JFIF, colour profile and Adobe's colour transform are needed to draw it; of EXIF only which way is up. */
function stripJpeg(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let turned = 1;
  for (let at = 2; ;) {
    if (file.readUInt8(at) !== 0xff) throw new RangeError('no JPEG segment');
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill bytes may stand before a marker
      continue;
    }
    if (marker === EOI) return Buffer.concat([file.subarray(0, 2), ...withOrientation(kept, turned), MARK_OF_END]);
    if (marker === SOI) throw new RangeError('a picture within the picture');
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) throw new RangeError('the picture breaks off');
    const segment = file.subarray(at, end);
    if (marker === APP1) turned = orientationIn(segment) ?? turned;
    if (isDrawn(marker, segment)) kept.push(segment);
    at = marker === SOS ? endOfScan(file, end) : end;
    if (marker === SOS) kept.push(file.subarray(end, at));
  }
}

const MARK_OF_END = Buffer.from([0xff, EOI]);

/** A JFIF segment must stay the first. */
function withOrientation(segments: readonly Buffer[], turned: number): Buffer[] {
  if (turned === 1) return [...segments];
  const head = segments[0]?.readUInt8(1) === APP0 ? 1 : 0;
  return [...segments.slice(0, head), orientationSegment(turned), ...segments.slice(head)];
}

function isDrawn(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  const name = segment.toString('latin1', 4, 15);
  return (
    (marker === APP0 && name.startsWith('JFIF\0')) || (marker === APP2 && name === 'ICC_PROFILE') || marker === APP14
  );
}

/** Where the next marker after the data of a scan is: zero and restart markers belong to the data. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RangeError('the picture breaks off');
}

const ORIENTATION = 0x0112;

/** The orientation an EXIF segment states, 1 (as it lies) to 8; null where it states none. */
function orientationIn(segment: Buffer): number | null {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || tiff.length < 10) return null;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return null;
  for (let entry = first + 2, left = short(first); left > 0 && entry + 12 <= tiff.length; entry += 12, left -= 1)
    if (short(entry) === ORIENTATION) {
      const value = short(entry + 8);
      return value >= 1 && value <= 8 ? value : null;
    }
  return null;
}

/** An EXIF segment that says which way is up, and nothing else. */
function orientationSegment(value: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(value, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The screen, its pictures and their control blocks; of the applications' own blocks only the one that makes it repeat. */
function stripGif(file: Buffer): Buffer {
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  let at = 13 + table(file.readUInt8(10));
  const kept = [file.subarray(0, at)];
  for (;;) {
    const start = at;
    const kind = file.readUInt8(at);
    if (kind === 0x3b) return Buffer.concat([...kept, file.subarray(at, at + 1)]);
    if (kind === 0x2c) at = endOfBlocks(file, at + 11 + table(file.readUInt8(at + 9)));
    else if (kind === 0x21) at = endOfBlocks(file, at + 2);
    else throw new RangeError('no GIF block');
    const label = file.readUInt8(start + 1);
    const repeats = label === 0xff && file.toString('latin1', start + 3, start + 14) === 'NETSCAPE2.0';
    if (kind === 0x2c || label === 0xf9 || repeats) kept.push(file.subarray(start, at));
  }
}

function endOfBlocks(file: Buffer, from: number): number {
  let at = from;
  while (file.readUInt8(at) !== 0) at += file.readUInt8(at) + 1;
  return at + 1;
}

/** Marks in VP8X that EXIF and XMP follow. */
const WEBP_MARKS = 0x08 | 0x04;
const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function stripWebp(file: Buffer): Buffer {
  const end = Math.min(file.length, 8 + file.readUInt32LE(4));
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= end;) {
    const size = file.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > end) throw new RangeError('the picture breaks off');
    const type = file.toString('latin1', at, at + 4);
    const chunk = Buffer.from(file.subarray(at, next));
    if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_MARKS, 8);
    if (WEBP_CHUNKS.has(type)) kept.push(chunk);
    at = next;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(file.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
