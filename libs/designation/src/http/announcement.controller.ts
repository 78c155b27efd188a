import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, PDF_TYPE, pdfAnswer, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { announcePreselection } from '../announcement/announce-preselection.js';
import { announcementViewFor, getAnnouncement, listAnnouncements } from '../announcement/announcements.query.js';
import { getReasonsLetter, reasonsLetterPaper } from '../announcement/reasons-letter.query.js';
import { reviseAnnouncement } from '../announcement/revise-announcement.js';
import { withdrawAnnouncement } from '../announcement/withdraw-announcement.js';
import {
  AnnounceDto,
  AnnouncementPage,
  AnnouncementView,
  ReasonsLetterView,
  ReviseAnnouncementDto,
  WithdrawAnnouncementDto,
} from './announcement.dto.js';

@ApiTags('decision')
@Controller()
export class AnnouncementController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('rounds/:roundId/announcement')
  @Route('announcePreselection', {
    summary: '예비선정 공표',
    answers: AnnouncementView,
    status: 201,
    ifMatch: 'taken',
    decides: true,
  })
  announce(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: AnnounceDto,
  ): Promise<AnnouncementView> {
    const input = { ...body, roundId, publishAt: body.publishAt ?? null, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      announcementViewFor(tx, call.actor, await announcePreselection(tx, call.actor, input)),
    );
  }

  @Post('rounds/:roundId/announcement/withdrawal')
  @Route('withdrawAnnouncement', { summary: '봉인 공고 철회(공표 시각 전)', answers: AnnouncementView, decides: true })
  withdraw(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: WithdrawAnnouncementDto,
  ): Promise<AnnouncementView> {
    const input = { roundId, ...body };
    return this.commands.run(call, async (tx) =>
      announcementViewFor(tx, call.actor, await withdrawAnnouncement(tx, call.actor, input)),
    );
  }

  @Get('rounds/:roundId/announcement')
  @Route('getAnnouncement', { summary: '예비선정 결과', answers: AnnouncementView })
  announcement(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<AnnouncementView> {
    return this.queries.run((reading) => getAnnouncement(reading, call.actor, roundId));
  }

  @Post('rounds/:roundId/announcements')
  @Route('reviseAnnouncement', {
    summary: '바뀐 결과 재공표(새 판)',
    answers: AnnouncementView,
    status: 201,
    ifMatch: 'taken',
    decides: true,
  })
  revise(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: ReviseAnnouncementDto,
  ): Promise<AnnouncementView> {
    const input = { ...body, roundId, figures: body.figures ?? null, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      announcementViewFor(tx, call.actor, await reviseAnnouncement(tx, call.actor, input)),
    );
  }

  @Get('rounds/:roundId/announcements')
  @Route('listAnnouncements', { summary: '예비선정 공표의 모든 판', answers: AnnouncementPage })
  versions(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AnnouncementView>> {
    return this.queries.run((reading) => listAnnouncements(reading, call.actor, roundId, query));
  }

  @Get('plans/:planId/reasons-letter')
  @Route('getReasonsLetter', { summary: '미선정 사유서', answers: ReasonsLetterView })
  letter(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<ReasonsLetterView> {
    return this.queries.run((reading) => getReasonsLetter(reading, call.actor, planId));
  }

  @Get('plans/:planId/reasons-letter.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportReasonsLetter', { summary: '미선정 사유서(PDF)' })
  async letterPdf(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return pdfAnswer(reply, await this.queries.run((reading) => reasonsLetterPaper(reading, call.actor, planId)));
  }
}
