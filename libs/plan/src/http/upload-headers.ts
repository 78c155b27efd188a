import { Problem } from '@daegaejo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UploadView } from './attachment.dto.js';

/** Content type of a piece; its body is a stream (apps/api/src/upload-bodies.ts). */
export const PIECE_TYPE = 'application/offset+octet-stream';
/** Version of the tus protocol whose core is spoken here (docs/adr/0018). */
const TUS = '1.0.0';
const BYTES = /^\d{1,15}$/;

/** Where a piece begins and how long it says it is. */
export interface PieceHeaders {
  readonly offset: number;
  readonly length: number | null;
}

/** Reads the headers of a piece: 415 for anything but bytes, 400 without an offset, 412 from a client of another version of the protocol. */
export function pieceHeaders({ headers }: FastifyRequest): PieceHeaders {
  if (headers['content-type'] !== PIECE_TYPE) throw new Problem(415, 'request.media-type');
  const version = headers['tus-resumable'];
  if (version !== undefined && version !== TUS) throw new Problem(412, 'upload.protocol', { version: TUS });
  const offset = String(headers['upload-offset'] ?? '');
  if (!BYTES.test(offset))
    throw new Problem(
      400,
      'request.malformed',
      {},
      { findings: [{ field: 'Upload-Offset', code: 'upload.offset.form' }] },
    );
  const length = headers['content-length'];
  return { offset: Number(offset), length: length !== undefined && BYTES.test(length) ? Number(length) : null };
}

/** How far the upload is, for clients that read headers only. */
export function tellOffset(reply: FastifyReply, { offset, size, expiresAt }: UploadView): void {
  void reply.headers({
    'Tus-Resumable': TUS,
    'Upload-Offset': String(offset),
    'Upload-Length': String(size),
    'Upload-Expires': new Date(expiresAt).toUTCString(),
  });
}

/** A client of the protocol is answered with headers alone; everybody else is told in words what there is now. */
export function answerPiece(reply: FastifyReply, view: UploadView): UploadView | undefined {
  tellOffset(reply, view);
  if (reply.request.headers['tus-resumable'] === undefined) return view;
  void reply.status(204);
  return undefined;
}
