import { attachmentDisposition } from '@daegaejo/platform/rules';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Content } from '../attachments/open-content.js';

/** Sends a file to be saved: never shown in a page of this server, never run, never kept by anybody on the way. */
export function sendContent(reply: FastifyReply, { bytes, name, mediaType, size, sha256 }: Content): StreamableFile {
  void reply.headers({
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    ETag: `"${sha256}"`,
  });
  const file = new StreamableFile(bytes, { type: mediaType, length: size, disposition: attachmentDisposition(name) });
  // What breaks off on the way breaks the connection: half a file must not look whole.
  return file.setErrorHandler((_error, response) => response.destroy?.());
}
