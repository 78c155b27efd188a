import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { StoreUnavailable } from '../data/store.js';
import {
  assertBlobKey,
  BlobMeter,
  BlobMissing,
  type Blobs,
  type ByteRange,
  isBlobKey,
  type KeptBlob,
} from './blobs.js';

/** A blob that is still being written, or never was to its end. */
const UNFINISHED = '.part';
/** Trouble of the disk rather than of the file. */
const TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE']);

/**
 * Blobs as files below one folder, in directories by the beginning of their key. A file is written beside its place, synced,
 * moved into it, and the directory is synced: a blob is there whole or not at all.
 */
export class DiskBlobs implements Blobs {
  constructor(private readonly root: string) {}

  async put(key: string, source: AsyncIterable<Buffer>): Promise<KeptBlob> {
    const file = this.fileOf(key);
    const meter = new BlobMeter();
    try {
      await this.makeFolder(path.dirname(file));
      const handle = await open(`${file}${UNFINISHED}`, 'w');
      try {
        await writeFile(handle, meter.passing(source));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${file}${UNFINISHED}`, file);
      await syncFolder(path.dirname(file));
    } catch (error) {
      await rm(`${file}${UNFINISHED}`, { force: true }).catch(() => undefined);
      throw asTrouble(error);
    }
    return meter.kept();
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const part = range && { start: range.offset, end: range.offset + range.length - 1 };
    const stream = createReadStream(this.fileOf(key), part);
    try {
      await once(stream, 'open');
    } catch (error) {
      throw codeOf(error) === 'ENOENT' ? new BlobMissing(key) : asTrouble(error);
    }
    return stream;
  }

  async remove(key: string): Promise<void> {
    const file = this.fileOf(key);
    await rm(file, { force: true });
    await rm(`${file}${UNFINISHED}`, { force: true });
  }

  async *olderThan(before: Date): AsyncIterable<string> {
    for (const first of await names(this.root))
      for (const second of await names(path.join(this.root, first))) {
        const folder = path.join(this.root, first, second);
        for (const name of await names(folder)) {
          const key = name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : name;
          const known = isBlobKey(key) ? await stat(path.join(folder, name)).catch(() => null) : null;
          if (known !== null && known.mtime < before) yield key;
        }
      }
  }

  private fileOf(key: string): string {
    assertBlobKey(key);
    return path.join(this.root, key.slice(0, 2), key.slice(2, 4), key);
  }

  /** A new folder is synced into the one above it, up to the first that was there. */
  private async makeFolder(folder: string): Promise<void> {
    const made = await mkdir(folder, { recursive: true });
    if (made === undefined) return;
    for (let at = folder; at.length >= made.length; at = path.dirname(at)) await syncFolder(path.dirname(at));
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const names = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code);

function asTrouble(error: unknown): unknown {
  const code = codeOf(error);
  if (!TROUBLE.has(code)) return error;
  return new StoreUnavailable(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'io', error);
}
