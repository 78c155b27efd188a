import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import {
  Commands,
  localeOf,
  type Page,
  PageQuery,
  PDF_TYPE,
  pdfAnswer,
  Queries,
  type Reading,
} from '@daegaejo/platform';
import { DutySources } from '@daegaejo/round';
import { Body, Controller, Delete, Get, Headers, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { handoverPaper } from '../handover-paper.js';
import {
  getHandover,
  getOpenDuties,
  handoverView,
  holderView,
  listDutyHolders,
  listHandovers,
  listRoundDuties,
  readHandoverSheet,
} from '../handovers.query.js';
import { endHolder, nameHolder } from '../name-holder.js';
import { transferPerson } from '../transfer-person.js';
import {
  DutyHolderPage,
  DutyHolderView,
  HandoverPage,
  HandoverView,
  NameHolderDto,
  OpenDutiesView,
  RoundDutyPage,
  type RoundDutyView,
  TransferDto,
} from './handover.dto.js';

/** Who answers for what, and how it goes to somebody else (담당자, 인사이동, 인계인수). */
@ApiTags('handover')
@Controller()
export class HandoverController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly sources: DutySources,
  ) {}

  @Get('rounds/:roundId/duties')
  @Route('listRoundDuties', { summary: '회차에서 할 일과 담당자', answers: RoundDutyPage })
  async duties(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Headers('accept-language') language?: string,
  ): Promise<Page<RoundDutyView>> {
    const list = (reading: Reading) => listRoundDuties(reading, call.actor, this.sources, roundId, localeOf(language));
    return { items: await this.queries.run(list), nextCursor: null };
  }

  @Get('rounds/:roundId/duty-holders')
  @Route('listDutyHolders', { summary: '담당자', answers: DutyHolderPage })
  holders(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<DutyHolderView>> {
    return this.queries.run((reading) => listDutyHolders(reading, call.actor, roundId, query));
  }

  @Post('rounds/:roundId/duty-holders')
  @Route('nameDutyHolder', { summary: '담당자 지정', answers: DutyHolderView, status: 201, decides: true })
  name(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() { organisationId, personId, kind = null, subjectId = null }: NameHolderDto,
  ): Promise<DutyHolderView> {
    const input = { roundId, organisationId, personId, kind, subjectId };
    return this.commands.run(call, async (tx) => holderView(await nameHolder(tx, this.sources, call.actor, input)));
  }

  @Delete('duty-holders/:holderId')
  @Route('endDutyHolder', { summary: '담당자 지정 해제', answers: DutyHolderView, decides: true })
  end(@CurrentCall() call: Call, @Param('holderId', IdPath) holderId: string): Promise<DutyHolderView> {
    return this.commands.run(call, async (tx) => holderView(await endHolder(tx, call.actor, { holderId })));
  }

  @Get('people/:personId/open-duties')
  @Route('getOpenDuties', { summary: '인계할 업무 미리 보기', answers: OpenDutiesView })
  open(@CurrentCall() call: Call, @Param('personId', IdPath) personId: string): Promise<OpenDutiesView> {
    return this.queries.run((reading) => getOpenDuties(reading, call.actor, this.sources, personId));
  }

  @Post('people/:personId/transfer')
  @Route('transferPerson', {
    summary: '인사이동과 인계인수',
    answers: HandoverView,
    status: 201,
    ifMatch: 'required',
    decides: true,
  })
  transfer(
    @CurrentCall() call: Call,
    @Param('personId', IdPath) personId: string,
    @Body() body: TransferDto,
  ): Promise<HandoverView> {
    const blank = { institution: null, affiliationProvinceId: null, grantMissing: false };
    const input = { ...blank, ...body, personId, expectedVersion: requireVersion(call) };
    return this.commands.run(call, async (tx) =>
      handoverView(await transferPerson(tx, this.sources, call.actor, input)),
    );
  }

  @Get('people/:personId/handovers')
  @Route('listHandovers', { summary: '인계인수 기록', answers: HandoverPage })
  list(
    @CurrentCall() call: Call,
    @Param('personId', IdPath) personId: string,
    @Query() query: PageQuery,
  ): Promise<Page<HandoverView>> {
    return this.queries.run((reading) => listHandovers(reading, call.actor, personId, query));
  }

  @Get('handovers/:handoverId')
  @Route('getHandover', { summary: '인계인수서', answers: HandoverView })
  get(@CurrentCall() call: Call, @Param('handoverId', IdPath) id: string): Promise<HandoverView> {
    return this.queries.run(async (reading) => handoverView(await getHandover(reading, call.actor, 'getHandover', id)));
  }

  @Get('handovers/:handoverId/sheet.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportHandoverPdf', { summary: '인계인수서(PDF)' })
  async pdf(
    @CurrentCall() { actor }: Call,
    @Param('handoverId', IdPath) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return pdfAnswer(reply, handoverPaper(await this.queries.run((reading) => readHandoverSheet(reading, actor, id))));
  }
}
