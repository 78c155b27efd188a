import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';

/** Under this the place where files are kept is injected. */
export const BLOBS = Symbol('BLOBS');

/** What was kept: how many bytes, and their SHA-256 in hex. */
export interface KeptBlob {
  readonly size: number;
  readonly sha256: string;
}

/** So many bytes from `offset` on. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where the bytes of files are kept, by key (docs/adr/0018). A key is a UUID the programme made: no name of a user's ever
 * reaches a path. A blob is written once and never changed.
 */
export interface Blobs {
  /** Keeps what `source` gives, to its end, without holding it in memory; resolves once it would survive a power cut. */
  put(key: string, source: AsyncIterable<Buffer>): Promise<KeptBlob>;
  /** Opens a blob, or a part of it. Throws BlobMissing where there is none. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Throws a blob away; nothing happens where there is none. */
  remove(key: string): Promise<void>;
  /** Keys whose bytes, whole or broken off, were last written before that moment of the system clock. */
  olderThan(before: Date): AsyncIterable<string>;
}

/** There is no such blob. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';

  constructor(key: string) {
    super(`no blob ${key}`);
  }
}

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isBlobKey = (text: string): boolean => KEY.test(text);

/** Throws on anything that is no key, before it could become a path. */
export function assertBlobKey(key: string): void {
  if (!isBlobKey(key)) throw new RangeError('a blob key is a UUID');
}

/** Counts and hashes what passes. */
export class BlobMeter {
  private size = 0;
  private readonly hash = createHash('sha256');

  async *passing(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      this.size += chunk.length;
      this.hash.update(chunk);
      yield chunk;
    }
  }

  /** Once everything has passed. */
  kept(): KeptBlob {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }
}

/** A key nobody has used. */
export const newBlobKey = (): string => randomUUID();
