import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PIECE_TYPE } from '@daegaejo/plan';
import type { Answer, TestApp } from './app.js';

export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Files on their way into a plan, as a client sends them. */
export class Uploads {
  constructor(private readonly app: TestApp) {}

  open(as: string, planId: string, name: string, size: number, sha256?: string): Promise<Answer> {
    return this.app.ask('POST', `/plans/${planId}/uploads`, { as, body: { name, size, sha256 } });
  }

  send(
    as: string,
    uploadId: string,
    offset: number,
    piece: Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.app.ask('PATCH', `/uploads/${uploadId}`, {
      as,
      body: piece,
      headers: { 'content-type': PIECE_TYPE, 'upload-offset': String(offset), ...headers },
    });
  }

  get(as: string, uploadId: string): Promise<Answer> {
    return this.app.ask('GET', `/uploads/${uploadId}`, { as });
  }

  /** Sends a whole file, in one piece; answers what came of it. */
  async file(as: string, planId: string, name: string, content: Buffer): Promise<Answer> {
    const opened = await this.open(as, planId, name, content.length);
    if (opened.status !== 201) return opened;
    return this.send(as, opened.body.id, 0, content);
  }

  /** The same for one that must be taken; answers the attachment. */
  async taken(
    as: string,
    planId: string,
    name: string,
    content: Buffer,
  ): Promise<{ id: string; no: number; version: number }> {
    const sent = await this.file(as, planId, name, content);
    if (sent.status !== 200 || sent.body.attachment === null) throw new Error(`${name}: ${sent.status} ${sent.text}`);
    return sent.body.attachment;
  }

  /**
   * Sends a piece over a real connection, `sent` chunk by chunk, and then breaks it off, or ends it and answers the status.
   * `length` is what the client announces; null = nothing.
   */
  async overWire(
    as: string,
    uploadId: string,
    offset: number,
    chunks: Iterable<Buffer>,
    end: 'break' | 'end',
    length: number | null = null,
  ): Promise<number> {
    const { port } = this.app.app.getHttpServer().address() as AddressInfo;
    const token = await this.app.tokenOf(as);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': PIECE_TYPE,
      'upload-offset': String(offset),
      ...(length === null ? {} : { 'content-length': String(length) }),
    };
    return new Promise((resolve, reject) => {
      const piece = request({ port, method: 'PATCH', path: `/api/v1/uploads/${uploadId}`, headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      const closed = new Promise((done) => piece.once('close', done));
      piece.on('error', (error) => (end === 'break' ? resolve(0) : reject(error)));
      void (async () => {
        for (const chunk of chunks) if (!piece.write(chunk)) await Promise.race([once(piece, 'drain'), closed]);
        if (end === 'end') piece.end();
        else setTimeout(() => piece.destroy(), 100);
      })();
    });
  }
}
