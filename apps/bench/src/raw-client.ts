import { connect, type Socket } from 'node:net';

/** What a server answered, to its last byte. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: string;
}

const END_OF_HEAD = '\r\n\r\n';

/**
 * One kept connection, one question at a time, as little work as an HTTP client can have: what is measured is the server.
 * Reads answers that say their length.
 */
export class RawClient {
  private head: Buffer = Buffer.alloc(0);
  private parts: Buffer[] = [];
  /** Bytes of the body still to come; -1 = its head is not complete yet. */
  private left = -1;
  private status = 0;
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  static open(address: string): Promise<RawClient> {
    const { hostname, port, host } = new URL(address);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.off('error', reject);
        resolve(new RawClient(socket, host));
      });
      socket.once('error', reject);
    });
  }

  ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    const all = {
      Host: this.host,
      ...(body === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    let rest = chunk;
    if (this.left < 0) {
      this.head = this.head.length === 0 ? chunk : Buffer.concat([this.head, chunk]);
      const end = this.head.indexOf(END_OF_HEAD);
      if (end < 0) return;
      const text = this.head.toString('latin1', 0, end);
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
      if (length === undefined) return this.fail(new Error(`an answer without its length\n${text}`));
      this.status = Number(text.slice(9, 12));
      this.left = Number(length);
      rest = this.head.subarray(end + END_OF_HEAD.length);
      this.head = Buffer.alloc(0);
    }
    this.parts.push(rest);
    this.left -= rest.length;
    if (this.left > 0) return;
    const answer = { status: this.status, body: this.parts.length === 1 ? rest : Buffer.concat(this.parts) };
    const { waiting } = this;
    this.parts = [];
    this.left = -1;
    this.waiting = null;
    waiting?.resolve(answer);
  }

  private fail(error: Error): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.reject(error);
  }
}

/** The answer, which must be a success. */
export async function asked(client: RawClient, path: string, question: Asked = {}): Promise<Buffer> {
  const { status, body } = await client.ask(path, question);
  if (status >= 300) throw new Error(`${question.method ?? 'GET'} ${path}: ${status} ${body.toString('utf8', 0, 500)}`);
  return body;
}
