import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
}

/** A bucket of an S3-compatible store in this process: objects, objects in parts, ranges and lists, as far as they are used. */
export class FakeBucket {
  readonly objects = new Map<string, { bytes: Buffer; at: Date }>();
  readonly seen: Seen[] = [];
  private readonly parts = new Map<string, Map<number, Buffer>>();
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  /** Uploads in parts that were begun and neither finished nor taken back. */
  get begun(): number {
    return this.parts.size;
  }

  /** Starts it; the keys of access stand in the environment, where the SDK looks for them. */
  async up(): Promise<this> {
    process.env['AWS_ACCESS_KEY_ID'] = 'test-key';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test-secret';
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((done) => void this.server?.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  async down(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>((done) => void this.server?.close(() => done()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    this.seen.push({ method, url, authorization: String(request.headers.authorization) });
    const { pathname, searchParams } = new URL(url, 'http://bucket');
    const body = await buffer(request);
    const id = searchParams.get('uploadId');
    if (method === 'POST' && searchParams.has('uploads')) return this.begin(response);
    if (method === 'PUT' && id !== null) return this.part(response, id, Number(searchParams.get('partNumber')), body);
    if (method === 'POST' && id !== null) return this.finish(response, pathname, id);
    if (method === 'DELETE' && id !== null) this.parts.delete(id);
    else if (method === 'DELETE') this.objects.delete(pathname);
    else if (method === 'PUT') this.objects.set(pathname, { bytes: body, at: new Date() });
    else if (searchParams.get('list-type') === '2')
      return this.list(response, pathname, searchParams.get('prefix') ?? '');
    else if (method === 'GET') return this.read(response, pathname, request.headers.range);
    response.writeHead(method === 'DELETE' ? 204 : 200, { etag: '"x"' }).end();
  }

  private begin(response: ServerResponse): void {
    const id = randomUUID();
    this.parts.set(id, new Map());
    xml(response, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }

  private part(response: ServerResponse, id: string, no: number, body: Buffer): void {
    this.parts.get(id)?.set(no, body);
    response.writeHead(200, { etag: `"${no}"` }).end();
  }

  private finish(response: ServerResponse, pathname: string, id: string): void {
    const parts = [...(this.parts.get(id) ?? new Map<number, Buffer>())].sort(([a], [b]) => a - b);
    this.parts.delete(id);
    this.objects.set(pathname, { bytes: Buffer.concat(parts.map(([, bytes]) => bytes)), at: new Date() });
    xml(response, '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>');
  }

  private read(response: ServerResponse, pathname: string, range: string | undefined): void {
    const object = this.objects.get(pathname);
    if (object === undefined) return xml(response, '<Error><Code>NoSuchKey</Code></Error>', 404);
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    if (from === undefined) response.writeHead(200).end(object.bytes);
    else response.writeHead(206).end(object.bytes.subarray(Number(from), Number(to) + 1));
  }

  private list(response: ServerResponse, pathname: string, prefix: string): void {
    const bucket = pathname.replaceAll('/', '');
    const rows = [...this.objects].map(([name, { at, bytes }]) => {
      const key = name.slice(bucket.length + 2);
      return key.startsWith(prefix)
        ? `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`
        : '';
    });
    xml(response, `<ListBucketResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListBucketResult>`);
  }
}

function xml(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${body}`);
}
