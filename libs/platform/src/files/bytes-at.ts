import type { FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Blobs } from './blobs.js';

/** Bytes that can be read anywhere, without reading all of them. */
export interface BytesAt {
  readonly size: number;
  /** At most `length` bytes from `offset` on; fewer where the end comes first. */
  read(offset: number, length: number): Promise<Buffer>;
}

export const inBuffer = (bytes: Buffer): BytesAt => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

export const inFile = (handle: FileHandle, size: number): BytesAt => ({
  size,
  read: async (offset, length) => {
    const wanted = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
    const { bytesRead } = await handle.read(wanted, 0, wanted.length, offset);
    return wanted.subarray(0, bytesRead);
  },
});

export const inBlob = (blobs: Blobs, key: string, size: number): BytesAt => ({
  size,
  read: async (offset, length) => {
    const wanted = Math.max(0, Math.min(length, size - offset));
    return wanted === 0 ? Buffer.alloc(0) : buffer(await blobs.open(key, { offset, length: wanted }));
  },
});
