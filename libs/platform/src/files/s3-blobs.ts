import type { Readable } from 'node:stream';
import { type CompletedPart, type S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
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

type Sdk = typeof import('@aws-sdk/client-s3');

/** Bytes of one part: S3 takes no smaller one but the last; at most two are in memory at a time. */
const PART_BYTES = 8 * 1024 * 1024;

export interface BucketAddress {
  readonly bucket: string;
  /** Put before every key. */
  readonly prefix: string;
  /** null = that of the region at AWS. */
  readonly endpoint: string | null;
  readonly region: string;
}

/** Reads `s3://bucket/prefix?endpoint=https://…&region=…`. */
export function bucketAddress(address: string): BucketAddress {
  const url = new URL(address);
  const folder = url.pathname.replaceAll(/^\/+|\/+$/g, '');
  return {
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    endpoint: url.searchParams.get('endpoint'),
    region: url.searchParams.get('region') ?? 'us-east-1',
  };
}

/**
 * Blobs in a bucket of an S3-compatible store. Keys of access come from the environment (AWS_ACCESS_KEY_ID and the like), as
 * the SDK reads them. The SDK is loaded when the first blob is asked for: nobody else waits for it.
 */
export class S3Blobs implements Blobs {
  private loaded: Promise<{ sdk: Sdk; client: S3Client }> | null = null;

  constructor(private readonly address: BucketAddress) {}

  async put(key: string, source: AsyncIterable<Buffer>): Promise<KeptBlob> {
    const at = this.at(key);
    const meter = new BlobMeter();
    const parts = inParts(meter.passing(source))[Symbol.asyncIterator]();
    const first = await parts.next();
    const second = first.done === true ? first : await parts.next();
    await this.asking(async ({ sdk, client }) => {
      if (second.done === true)
        return client.send(new sdk.PutObjectCommand({ ...at, Body: first.value ?? Buffer.alloc(0) }));
      return this.putParts(sdk, client, at, leading([first.value, second.value], parts));
    });
    return meter.kept();
  }

  /** A file of several parts. One that breaks off is taken back: nothing of it stays. */
  private async putParts(
    sdk: Sdk,
    client: S3Client,
    at: { Bucket: string; Key: string },
    parts: AsyncIterable<Buffer>,
  ): Promise<void> {
    const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(at));
    const Parts: CompletedPart[] = [];
    try {
      for await (const Body of parts) {
        const PartNumber = Parts.length + 1;
        const { ETag } = await client.send(new sdk.UploadPartCommand({ ...at, UploadId, PartNumber, Body }));
        Parts.push({ ETag, PartNumber });
      }
      await client.send(new sdk.CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }));
    } catch (error) {
      await client.send(new sdk.AbortMultipartUploadCommand({ ...at, UploadId })).catch(() => undefined);
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const at = this.at(key);
    const Range = range === undefined ? undefined : `bytes=${range.offset}-${range.offset + range.length - 1}`;
    return this.asking(async ({ sdk, client }) => {
      const { Body } = await client.send(new sdk.GetObjectCommand({ ...at, Range })).catch((error: unknown) => {
        throw statusOf(error) === 404 ? new BlobMissing(key) : error;
      });
      return Body as Readable;
    });
  }

  async remove(key: string): Promise<void> {
    const at = this.at(key);
    await this.asking(({ sdk, client }) => client.send(new sdk.DeleteObjectCommand(at)));
  }

  async *olderThan(before: Date): AsyncIterable<string> {
    const { bucket: Bucket, prefix: Prefix } = this.address;
    for (let ContinuationToken: string | undefined, more = true; more;) {
      const page = await this.asking(({ sdk, client }) =>
        client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix, ContinuationToken })),
      );
      for (const { Key, LastModified } of page.Contents ?? []) {
        const key = Key?.slice(Prefix.length) ?? '';
        if (isBlobKey(key) && LastModified !== undefined && LastModified < before) yield key;
      }
      ContinuationToken = page.NextContinuationToken;
      more = ContinuationToken !== undefined;
    }
  }

  private at(key: string): { Bucket: string; Key: string } {
    assertBlobKey(key);
    return { Bucket: this.address.bucket, Key: `${this.address.prefix}${key}` };
  }

  private async asking<T>(ask: (loaded: { sdk: Sdk; client: S3Client }) => Promise<T>): Promise<T> {
    this.loaded ??= this.load();
    const loaded = await this.loaded;
    return ask(loaded).catch((error: unknown) => {
      throw isTrouble(error) ? new StoreUnavailable('connection', error) : error;
    });
  }

  private async load(): Promise<{ sdk: Sdk; client: S3Client }> {
    const { endpoint, region } = this.address;
    const sdk = await import('@aws-sdk/client-s3');
    const own: S3ClientConfig = endpoint === null ? {} : { endpoint, forcePathStyle: true };
    // Checksums of their own newest kind are refused by many compatible stores; every file has its SHA-256 in our records.
    const checksums = {
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    } as const;
    return { sdk, client: new sdk.S3Client({ region, ...own, ...checksums }) };
  }
}

/** The same bytes in pieces of PART_BYTES, the last one shorter. */
async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= PART_BYTES) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, PART_BYTES);
      waiting = [all.subarray(PART_BYTES)];
      size -= PART_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

async function* leading(first: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

interface Asked {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly name?: unknown;
}

const statusOf = (error: unknown): number | undefined => (error as Asked | null)?.$metadata?.httpStatusCode;

/** Away, overloaded, or we are not let in: for the operator to mend, and then tried again. */
function isTrouble(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status >= 500 || status === 429 || status === 401 || status === 403;
  const { $metadata, name } = (error ?? {}) as Asked;
  return $metadata !== undefined || /Credentials/.test(String(name));
}
