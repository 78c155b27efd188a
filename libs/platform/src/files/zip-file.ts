import type { BytesAt } from './bytes-at.js';
import {
  END_BYTES,
  endRecord,
  entriesIn,
  isZip,
  LOCAL_BYTES,
  packedStart,
  unpacked,
  type ZipEntry,
  type ZipLimits,
  ZipRefused,
} from './zip-guard.js';

const MB = 1024 * 1024;
/** A document somebody files: many pictures, long tables, and no more than a machine can hold. */
export const DOCUMENT_LIMITS: ZipLimits = { entries: 5_000, bytes: 512 * MB, ratio: 200, ratioFrom: 10 * MB };
/** Most bytes of a directory: names and extra fields of all entries, with room to spare. */
const MOST_DIRECTORY = 8 * MB;
/** Bytes of one read while packed bytes are copied. */
const PIECE = MB;

/** The entries of an archive that is not in memory: only its end and its directory are read. Refuses what `zipEntries` refuses. */
export async function zipEntriesAt(source: BytesAt, limits: ZipLimits): Promise<ZipEntry[]> {
  const from = Math.max(0, source.size - END_BYTES);
  const [head, tail] = [await source.read(0, 22), await source.read(from, END_BYTES)];
  if (!isZip(head)) throw new ZipRefused('not-a-zip');
  const { count, start, end } = endRecord(tail, from, limits);
  if (start > end) throw new ZipRefused('damaged');
  if (end - start > MOST_DIRECTORY) throw new ZipRefused('too-large');
  return entriesIn(await source.read(start, end - start), count, limits);
}

/** One entry unpacked into memory and checked; `most` bytes at most. */
export async function unpackAt(source: BytesAt, entry: ZipEntry, most: number): Promise<Buffer> {
  if (entry.size > most) throw new ZipRefused('too-large');
  const start = await startOf(source, entry);
  return unpacked(await source.read(start, entry.packedSize), entry);
}

/** The bytes of an entry as they lie in the archive, piece by piece. */
export async function* packedAt(source: BytesAt, entry: ZipEntry): AsyncGenerator<Buffer> {
  const start = await startOf(source, entry);
  if (start + entry.packedSize > source.size) throw new ZipRefused('damaged');
  for (let at = 0; at < entry.packedSize; at += PIECE)
    yield source.read(start + at, Math.min(PIECE, entry.packedSize - at));
}

const startOf = async (source: BytesAt, entry: ZipEntry): Promise<number> =>
  packedStart(await source.read(entry.offset, LOCAL_BYTES), entry);
