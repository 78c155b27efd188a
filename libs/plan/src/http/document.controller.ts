import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import {
  HWPX_TYPE,
  hwpxAnswer,
  PDF_TYPE,
  pdfAnswer,
  Queries,
  type Reading,
  type Sentences,
  SENTENCES,
} from '@daegaejo/platform';
import type { Paper } from '@daegaejo/platform/rules';
import { Controller, Get, Inject, Param, ParseIntPipe, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readBook, readReceipt, type VersionWish } from '../documents/documents.query.js';
import { diffPaperOf } from '../plan-diff.query.js';
import { ReadingGates } from '../reading-gates.js';
import { PlanDiffQuery } from './plan-diff.dto.js';

type PaperRead = (reading: Reading) => Promise<Paper>;

/** What is handed out on paper: receipt, plan book, comparison. Read as the JSON reads; drawn after the read, in a thread of its own. */
@ApiTags('documents')
@Controller('plans/:planId')
export class DocumentController {
  constructor(
    private readonly queries: Queries,
    private readonly gates: ReadingGates,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Get('versions/:no/receipt.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportReceiptPdf', { summary: '접수증(PDF)' })
  receiptPdf(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Param('no', ParseIntPipe) no: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.pdf(reply, this.receipt(actor, { planId, no }));
  }

  @Get('versions/:no/receipt.hwpx')
  @ApiProduces(HWPX_TYPE)
  @Route('exportReceiptHwpx', { summary: '접수증(한글)' })
  receiptHwpx(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Param('no', ParseIntPipe) no: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.hwpx(reply, this.receipt(actor, { planId, no }));
  }

  @Get('versions/:no/book.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportBookPdf', { summary: '계획서(PDF)' })
  bookPdf(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Param('no', ParseIntPipe) no: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.pdf(reply, this.book(actor, { planId, no }));
  }

  @Get('versions/:no/book.hwpx')
  @ApiProduces(HWPX_TYPE)
  @Route('exportBookHwpx', { summary: '계획서(한글)' })
  bookHwpx(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Param('no', ParseIntPipe) no: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.hwpx(reply, this.book(actor, { planId, no }));
  }

  @Get('diff.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportDiffPdf', { summary: '두 판의 대비표(PDF)' })
  diffPdf(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PlanDiffQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.pdf(reply, (reading) => diffPaperOf(reading, actor, this.gates, planId, query));
  }

  private receipt(actor: Actor, wish: VersionWish): PaperRead {
    return (reading) => readReceipt(reading, actor, this.gates, wish);
  }

  private book(actor: Actor, wish: VersionWish): PaperRead {
    return (reading) => readBook(reading, actor, this.gates, this.sentences, wish);
  }

  private async pdf(reply: FastifyReply, read: PaperRead): Promise<StreamableFile> {
    return pdfAnswer(reply, await this.queries.run(read));
  }

  private async hwpx(reply: FastifyReply, read: PaperRead): Promise<StreamableFile> {
    return hwpxAnswer(reply, await this.queries.run(read));
  }
}
