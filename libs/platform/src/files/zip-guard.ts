import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

/** Why a file is not unpacked. */
export type ZipFault = 'not-a-zip' | 'damaged' | 'encrypted' | 'too-large';

export class ZipRefused extends Error {
  override readonly name = 'ZipRefused';

  constructor(readonly fault: ZipFault) {
    super(fault);
  }
}

/** One file in an archive, as the central directory declares it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes once unpacked, as declared. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly crc: number;
  readonly flags: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** What an archive may unpack to: entries, bytes altogether, and how many times its packed size a large entry may be. */
export interface ZipLimits {
  readonly entries: number;
  readonly bytes: number;
  readonly ratio: number;
  /** The ratio is asked of entries above this many bytes: short parts of a workbook pack very well. */
  readonly ratioFrom: number;
}

export const WORKBOOK_LIMITS: ZipLimits = {
  entries: 200,
  bytes: 20 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 1024 * 1024,
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ZIP64 = 0xffff_ffff;
const ENCRYPTED = 0x1;
export const STORED = 0;
export const DEFLATED = 8;

/** Does the file begin like a ZIP archive with something in it? */
export const isZip = (file: Buffer): boolean => file.length >= 22 && file.readUInt32LE(0) === LOCAL;

/**
 * The entries of an archive, read from its central directory alone: nothing is unpacked. Throws `ZipRefused` where there are
 * too many, where they declare too much, or where the directory does not hold together. ZIP64 and names that appear twice have
 * no place in documents of this size and count as damage.
 */
export function zipEntries(file: Buffer, limits: ZipLimits): ZipEntry[] {
  if (!isZip(file)) throw new ZipRefused('not-a-zip');
  const { count, start, end } = endRecord(file, 0, limits);
  return entriesIn(file.subarray(start, end), count, limits);
}

/** Bytes at the end of an archive among which its end record is: behind it there may be a comment, and nothing else. */
export const END_BYTES = 22 + 0xffff;

/** Where the directory of an archive is. `tail` are its last bytes, which begin at `offset`. */
export function endRecord(
  tail: Buffer,
  offset: number,
  limits: ZipLimits,
): { readonly count: number; readonly start: number; readonly end: number } {
  for (let at = tail.length - 22; at >= Math.max(0, tail.length - END_BYTES); at -= 1) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const count = tail.readUInt16LE(at + 10);
    if (count > limits.entries) throw new ZipRefused('too-large');
    return { count, start: tail.readUInt32LE(at + 16), end: offset + at };
  }
  throw new ZipRefused('damaged');
}

/** The entries a directory lists. */
export function entriesIn(directory: Buffer, count: number, limits: ZipLimits): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new ZipRefused('damaged');
    const entry = entryAt(directory, at);
    total += entry.size;
    if (total > limits.bytes || isTooDense(entry, limits)) throw new ZipRefused('too-large');
    entries.push(entry);
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  if (at > directory.length || new Set(entries.map(({ name }) => name)).size !== count) throw new ZipRefused('damaged');
  return entries;
}

function entryAt(file: Buffer, at: number): ZipEntry {
  const nameEnd = at + 46 + file.readUInt16LE(at + 28);
  const entry: ZipEntry = {
    name: file.toString('utf8', at + 46, nameEnd),
    size: file.readUInt32LE(at + 24),
    packedSize: file.readUInt32LE(at + 20),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    flags: file.readUInt16LE(at + 8),
    offset: file.readUInt32LE(at + 42),
  };
  const zip64 = [entry.size, entry.packedSize, entry.offset].includes(ZIP64);
  if ((entry.flags & ENCRYPTED) !== 0) throw new ZipRefused('encrypted');
  if (zip64 || (entry.method !== STORED && entry.method !== DEFLATED)) throw new ZipRefused('damaged');
  return entry;
}

const isTooDense = ({ size, packedSize }: ZipEntry, { ratio, ratioFrom }: ZipLimits): boolean =>
  size > ratioFrom && size > packedSize * ratio;

const inflate = promisify(inflateRaw);

/** One entry unpacked: never more bytes than it declared, and exactly those its checksum is of. */
export async function unpack(file: Buffer, entry: ZipEntry): Promise<Buffer> {
  const start = packedStart(file.subarray(entry.offset, entry.offset + LOCAL_BYTES), entry);
  return unpacked(file.subarray(start, start + entry.packedSize), entry);
}

/** Length of a local header, without its name and extra fields. */
export const LOCAL_BYTES = 30;

/** Where the packed bytes of an entry begin, by its local header. */
export function packedStart(header: Buffer, { offset }: ZipEntry): number {
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL) throw new ZipRefused('damaged');
  return offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The packed bytes of an entry, unpacked and checked. */
export async function unpacked(packed: Buffer, { method, packedSize, size, crc }: ZipEntry): Promise<Buffer> {
  if (packed.length !== packedSize) throw new ZipRefused('damaged');
  const bytes = method === STORED ? packed : await inflated(packed, size);
  if (bytes.length !== size || crc32(bytes) !== crc) throw new ZipRefused('damaged');
  return bytes;
}

async function inflated(packed: Buffer, size: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ZipRefused('damaged');
  }
}
