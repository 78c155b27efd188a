import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** Under this the virus scanner is injected; null = there is none, and files are taken unscanned. */
export const SCANNER = Symbol('SCANNER');

export type Verdict = { readonly infected: false } | { readonly infected: true; readonly signature: string };

/** Looks for viruses. */
export interface Scanner {
  /** Throws ScanFailed where no verdict can be had: nobody answers, or the file is too large for it. */
  scan(bytes: AsyncIterable<Buffer>): Promise<Verdict>;
}

export class ScanFailed extends Error {
  override readonly name = 'ScanFailed';
}

/** Silence after which clamd is given up, in milliseconds. */
const SILENCE_MS = 60_000;
const PIECE = 64 * 1024;
/** An answer is a line; more than this is none. */
const MOST_ANSWER = 4_096;

/** clamd over TCP: the file is streamed to it (INSTREAM), nothing is kept there. */
export class ClamdScanner implements Scanner {
  private readonly host: string;
  private readonly port: number;

  /** `address` is tcp://host:port. */
  constructor(address: string) {
    const { hostname, port } = new URL(address);
    this.host = hostname.replaceAll(/^\[|\]$/g, '');
    this.port = Number(port || 3310);
  }

  async scan(bytes: AsyncIterable<Buffer>): Promise<Verdict> {
    const socket = connect(this.port, this.host);
    socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('no answer')));
    try {
      await once(socket, 'connect');
      // An answer before the end (too large) breaks the sending off; it is the answer all the same.
      const [sent, answer] = await Promise.allSettled([
        pipeline(framed(bytes), socket, { end: false }).catch((error: unknown) => {
          socket.destroy();
          throw error;
        }),
        answerOf(socket),
      ]);
      if (answer.status === 'fulfilled' && answer.value !== '') return verdictIn(answer.value);
      throw sent.status === 'rejected' ? sent.reason : new Error('no answer');
    } catch (error) {
      throw error instanceof ScanFailed ? error : new ScanFailed(`clamd: ${textOf(error)}`);
    } finally {
      socket.destroy();
    }
  }
}

/** Each piece after its length in four bytes; a length of nothing ends the file. */
async function* framed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      yield lengthOf(piece.length);
      yield piece;
    }
  yield lengthOf(0);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes('\0') || text.length > MOST_ANSWER) break;
  }
  return text.split('\0')[0] ?? '';
}

function verdictIn(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return { infected: false };
  const signature = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (signature !== undefined) return { infected: true, signature };
  throw new ScanFailed(`clamd: ${answer.slice(0, 200)}`);
}

const textOf = (error: unknown): string => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return String(code ?? message ?? error);
};
