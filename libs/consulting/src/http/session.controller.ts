import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { closeConsultingRound } from '../close-consulting-round.js';
import { openConsultingRound } from '../open-consulting-round.js';
import { recordConsultingMeeting } from '../record-consulting-meeting.js';
import {
  consultingMeetingView,
  consultingRoundView,
  listConsultingMeetings,
  listConsultingRounds,
} from '../sessions.query.js';
import {
  ConsultingMeetingPage,
  ConsultingMeetingView,
  ConsultingRoundPage,
  ConsultingRoundView,
  OpenConsultingRoundDto,
  RecordConsultingMeetingDto,
} from './session.dto.js';

/** Rounds of consulting, and the visits and meetings in them. */
@ApiTags('consulting')
@Controller()
export class SessionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('plans/:planId/consulting-rounds')
  @Route('listConsultingRounds', { summary: '컨설팅 차수', answers: ConsultingRoundPage })
  rounds(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ConsultingRoundView>> {
    return this.queries.run((reading) => listConsultingRounds(reading, actor, planId, query));
  }

  @Post('plans/:planId/consulting-rounds')
  @Route('openConsultingRound', {
    summary: '컨설팅 차수 추가',
    answers: ConsultingRoundView,
    status: 201,
    decides: true,
  })
  open(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { reason }: OpenConsultingRoundDto,
  ): Promise<ConsultingRoundView> {
    return this.commands.run(call, async (tx) =>
      consultingRoundView(await openConsultingRound(tx, call.actor, { planId, reason })),
    );
  }

  @Post('consulting-rounds/:consultingRoundId/close')
  @Route('closeConsultingRound', {
    summary: '컨설팅 차수 종료',
    answers: ConsultingRoundView,
    ifMatch: 'taken',
    decides: true,
  })
  close(
    @CurrentCall() call: Call,
    @Param('consultingRoundId', IdPath) consultingRoundId: string,
  ): Promise<ConsultingRoundView> {
    const input = { consultingRoundId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      consultingRoundView(await closeConsultingRound(tx, call.actor, input)),
    );
  }

  @Get('plans/:planId/consulting-meetings')
  @Route('listConsultingMeetings', { summary: '현장 방문과 회의', answers: ConsultingMeetingPage })
  meetings(
    @CurrentCall() { actor }: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ConsultingMeetingView>> {
    return this.queries.run((reading) => listConsultingMeetings(reading, actor, planId, query));
  }

  @Post('plans/:planId/consulting-meetings')
  @Route('recordConsultingMeeting', {
    summary: '현장 방문·회의 기록',
    answers: ConsultingMeetingView,
    status: 201,
    decides: true,
  })
  record(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: RecordConsultingMeetingDto,
  ): Promise<ConsultingMeetingView> {
    const { consultingRound = null, correctsId = null, ...met } = body;
    const meeting = { ...met, planId, consultingRound, correctsId };
    return this.commands.run(call, async (tx) =>
      consultingMeetingView(await recordConsultingMeeting(tx, call.actor, meeting)),
    );
  }
}
