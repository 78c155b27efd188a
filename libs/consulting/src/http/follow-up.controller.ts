import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { PDF_TYPE, pdfAnswer, Queries, type Reading, XLSX_TYPE } from '@daegaejo/platform';
import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { followUpPage } from '../follow-up-page.js';
import { followUpPaper } from '../follow-up-paper.js';
import { followUpWorkbook } from '../follow-up-workbook.js';
import { readFollowUp } from '../follow-up.query.js';
import { FollowUpQuery, FollowUpView } from './follow-up.dto.js';
import { followUpView } from './follow-up.mapper.js';

const FILE = { type: XLSX_TYPE, disposition: 'attachment; filename="follow-up.xlsx"' };

/** What came of the advice on a plan, in the forms people read it in. */
@ApiTags('consulting')
@Controller('plans/:planId')
export class FollowUpController {
  constructor(private readonly queries: Queries) {}

  @Get('follow-up')
  @Route('followUp', { summary: '컨설팅 후속조치표', answers: FollowUpView })
  matrix(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: FollowUpQuery,
  ): Promise<FollowUpView> {
    return this.queries.run(async (reading) =>
      followUpView(await readFollowUp(reading, actor, 'followUp', planId, query)),
    );
  }

  @Get('follow-up.html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Route('followUpPage', { summary: '컨설팅 후속조치표(인쇄용)' })
  page(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: FollowUpQuery,
  ): Promise<string> {
    return this.queries.run(async (reading) =>
      followUpPage(await readFollowUp(reading, actor, 'followUpPage', planId, query)),
    );
  }

  @Get('follow-up.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportFollowUpPdf', { summary: '컨설팅 후속조치표(PDF)' })
  async pdf(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: FollowUpQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const read = (reading: Reading) => readFollowUp(reading, actor, 'exportFollowUpPdf', planId, query);
    return pdfAnswer(reply, followUpPaper(await this.queries.run(read)));
  }

  @Get('follow-up.xlsx')
  @Route('exportFollowUp', { summary: '컨설팅 후속조치표(Excel)' })
  workbook(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: FollowUpQuery,
  ): Promise<StreamableFile> {
    return this.queries.run(async (reading) => {
      const sheet = await readFollowUp(reading, actor, 'exportFollowUp', planId, query);
      return new StreamableFile(await followUpWorkbook(sheet), FILE);
    });
  }
}
