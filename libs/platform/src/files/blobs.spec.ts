import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FakeBucket } from '../../../../test/support/bucket.js';
import { BlobMissing, type Blobs } from './blobs.js';
import { DiskBlobs } from './disk-blobs.js';
import { S3Blobs } from './s3-blobs.js';

const MB = 1024 * 1024;
const folder = mkdtempSync(path.join(tmpdir(), 'blobs-'));
const bucket = new FakeBucket();
beforeAll(() => bucket.up());
afterAll(async () => {
  await bucket.down();
  rmSync(folder, { recursive: true, force: true });
});

async function* pieces(...parts: (Buffer | Error)[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield part;
  }
}
const later = (): Date => new Date(Date.now() + 60_000);
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe.each<[string, () => Blobs]>([
  ['on the disk', () => new DiskBlobs(folder)],
  [
    'in a bucket',
    () => new S3Blobs({ bucket: 'files', prefix: 'plans/', endpoint: bucket.url, region: 'kr-standard' }),
  ],
])('blobs %s', (_where, make) => {
  const blobs = make;

  it.each([0, 1, 5 * MB, 8 * MB, 17 * MB + 3])('of %d bytes are kept, hashed and read again', async (size) => {
    const content = randomBytes(size);
    const key = randomUUID();
    const half = Math.floor(size / 2);
    const kept = await blobs().put(key, pieces(content.subarray(0, half), content.subarray(half)));
    expect(kept).toEqual({ size, sha256: createHash('sha256').update(content).digest('hex') });
    expect((await buffer(await blobs().open(key))).equals(content)).toBe(true);
    if (size > 10)
      expect(await buffer(await blobs().open(key, { offset: 5, length: 4 }))).toEqual(content.subarray(5, 9));
  });

  it('that break off are not there, and leave nothing', async () => {
    for (const content of [[Buffer.from('begun')], [Buffer.alloc(9 * MB), Buffer.alloc(9 * MB)]]) {
      const key = randomUUID();
      await expect(blobs().put(key, pieces(...content, new Error('broken')))).rejects.toThrow('broken');
      await expect(blobs().open(key)).rejects.toThrow(BlobMissing);
      expect(await all(blobs().olderThan(later()))).not.toContain(key);
    }
    expect(bucket.begun).toBe(0);
  });

  it('are thrown away once, and nobody minds a second time', async () => {
    const key = randomUUID();
    await blobs().put(key, pieces(Buffer.from('x')));
    await blobs().remove(key);
    await blobs().remove(key);
    await expect(blobs().open(key)).rejects.toThrow(BlobMissing);
  });

  it('are listed by when they were written', async () => {
    const key = randomUUID();
    await blobs().put(key, pieces(Buffer.from('x')));
    expect(await all(blobs().olderThan(later()))).toContain(key);
    expect(await all(blobs().olderThan(new Date(Date.now() - 60_000)))).not.toContain(key);
  });

  it.each(['../../etc/passwd', 'a', '', 'A0000000-0000-0000-0000-000000000000'])('have no key like %s', async (key) => {
    await expect(blobs().put(key, pieces(Buffer.from('x')))).rejects.toThrow(RangeError);
    await expect(blobs().open(key)).rejects.toThrow(RangeError);
    await expect(blobs().remove(key)).rejects.toThrow(RangeError);
  });
});

describe('blobs on the disk', () => {
  it('are swept with what a crash left half written, in folders by the beginning of their key', async () => {
    const key = randomUUID();
    const blobs = new DiskBlobs(folder);
    await blobs.put(key, pieces(Buffer.from('x')));
    const file = path.join(folder, key.slice(0, 2), key.slice(2, 4), key);
    expect(statSync(file).size).toBe(1);
    rmSync(file);
    writeFileSync(`${file}.part`, 'half');
    utimesSync(`${file}.part`, new Date(0), new Date(0));
    expect(await all(blobs.olderThan(new Date(1000)))).toEqual([key]);
    await blobs.remove(key);
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('say that the disk is in trouble, not that the file is', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    await expect(new DiskBlobs(folder).put(randomUUID(), pieces(full))).rejects.toMatchObject({
      name: 'StoreUnavailable',
      reason: 'full',
    });
  });
});

describe('blobs in a bucket', () => {
  it('are asked for with a signature and never with the secret', () => {
    expect(bucket.seen.length).toBeGreaterThan(10);
    for (const { authorization, url } of bucket.seen) {
      expect(authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=test-key\/\d{8}\/kr-standard\/s3\/aws4_request/);
      expect(`${authorization}${url}`).not.toContain('test-secret');
    }
    const places = bucket.seen.map(({ url }) => /^\/files\/(?:plans\/[0-9a-f-]{36})?(?:\?|$)/.test(url));
    expect(places).not.toContain(false);
  });

  it('are a trouble of the store where nobody answers', async () => {
    const away = new S3Blobs({ bucket: 'files', prefix: '', endpoint: 'http://127.0.0.1:9', region: 'kr' });
    await expect(away.open(randomUUID())).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'connection' });
  });
});
