import type { BytesAt } from './bytes-at.js';

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const HEADER = 512;
const END_OF_CHAIN = 0xffff_fffe;
/** Sectors of a directory that are read: four names each, many times what a document has. */
const MOST_SECTORS = 4_096;
/** Sectors of allocation the header itself lists. */
const LISTED = 109;

/** Is it a compound file: 한글 .hwp, the old Office formats, and Office documents with a password? */
export const isCompoundFile = (head: Buffer): boolean => head.subarray(0, 8).equals(MAGIC);

/**
 * Names of the streams and storages of a compound file (MS-CFB), read from its directory alone. An empty list where the
 * directory cannot be followed: whoever asks then knows nothing of it.
 */
export async function compoundNames(source: BytesAt): Promise<string[]> {
  const header = await source.read(0, HEADER);
  if (header.length < HEADER || !isCompoundFile(header)) return [];
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const bytes = 1 << shift;
  const sector = (no: number): Promise<Buffer> => source.read((no + 1) * bytes, bytes);
  const names: string[] = [];
  let at = header.readUInt32LE(48);
  for (let read = 0; at < END_OF_CHAIN && read < MOST_SECTORS; read += 1) {
    const directory = await sector(at);
    if (directory.length < bytes) return names;
    for (let entry = 0; entry < bytes; entry += 128) names.push(...nameIn(directory.subarray(entry, entry + 128)));
    const [table, place] = [Math.floor(at / (bytes / 4)), at % (bytes / 4)];
    if (table >= LISTED) return names;
    const allocation = await sector(header.readUInt32LE(76 + table * 4));
    if (allocation.length < bytes) return names;
    at = allocation.readUInt32LE(place * 4);
  }
  return names;
}

function nameIn(entry: Buffer): string[] {
  const length = entry.readUInt16LE(64);
  return length < 2 || length > 64 ? [] : [entry.toString('utf16le', 0, length - 2)];
}
