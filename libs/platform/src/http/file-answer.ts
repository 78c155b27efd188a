import { createHash } from 'node:crypto';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { hwpxOf, pdfOf } from '../files/paper/papers.js';
import { attachmentDisposition, cleanFileName, DOCUMENT_TYPES, type Paper } from '../rules/index.js';

export const PDF_TYPE = DOCUMENT_TYPES.pdf.media;
export const HWPX_TYPE = DOCUMENT_TYPES.hwpx.media;

/** A document as PDF, to be saved under its title and never shown in the page. */
export const pdfAnswer = async (reply: FastifyReply, paper: Paper): Promise<StreamableFile> =>
  fileAnswer(reply, await pdfOf(paper), 'pdf', paper.title);

/** The same as HWPX. */
export const hwpxAnswer = async (reply: FastifyReply, paper: Paper): Promise<StreamableFile> =>
  fileAnswer(reply, await hwpxOf(paper), 'hwpx', paper.title);

/**
 * Its ETag is the hash of its bytes, so that two downloads can be told to be the same. Like every answer it is private and not
 * stored, and its type is not guessed.
 */
function fileAnswer(reply: FastifyReply, file: Buffer, kind: 'pdf' | 'hwpx', title: string): StreamableFile {
  void reply.header('ETag', `"${createHash('sha256').update(file).digest('hex')}"`);
  const disposition = attachmentDisposition(`${cleanFileName(title) ?? 'document'}.${kind}`);
  return new StreamableFile(file, { type: DOCUMENT_TYPES[kind].media, disposition, length: file.length });
}
