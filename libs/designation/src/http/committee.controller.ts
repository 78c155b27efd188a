import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { announcePreselection } from '../announce.js';
import {
  announcementView,
  getAnnouncement,
  listMeetings,
  listResolutions,
  meetingView,
  resolutionView,
} from '../designations.query.js';
import { closeMeeting, createMeeting, openMeeting } from '../meeting.js';
import { resolvePlan } from '../resolve-plan.js';
import {
  AnnounceDto,
  AnnouncementView,
  CloseMeetingDto,
  CreateMeetingDto,
  MeetingPage,
  MeetingView,
  OpenMeetingDto,
  ResolutionPage,
  ResolutionView,
  ResolvePlanDto,
} from './designation.dto.js';

@ApiTags('decision')
@Controller()
export class CommitteeController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('rounds/:roundId/meetings')
  @Route('listMeetings', { summary: '위원회 회의', answers: MeetingPage })
  meetings(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<MeetingView>> {
    return this.queries.run((reading) => listMeetings(reading, call.actor, roundId, query));
  }

  @Post('rounds/:roundId/meetings')
  @Route('createMeeting', { summary: '위원회 소집(안건 송부)', answers: MeetingView, status: 201, decides: true })
  create(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: CreateMeetingDto,
  ): Promise<MeetingView> {
    const input = { ...body, roundId, urgentReason: body.urgentReason ?? null };
    return this.commands.run(call, async (tx) => meetingView(await createMeeting(tx, call.actor, input)));
  }

  @Post('meetings/:meetingId/opening')
  @Route('openMeeting', { summary: '개의', answers: MeetingView, decides: true })
  open(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() body: OpenMeetingDto,
  ): Promise<MeetingView> {
    return this.commands.run(call, async (tx) =>
      meetingView(await openMeeting(tx, call.actor, { meetingId, ...body })),
    );
  }

  @Post('meetings/:meetingId/resolutions')
  @Route('resolvePlan', { summary: '의결 기록', answers: ResolutionView, status: 201, decides: true })
  resolve(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() body: ResolvePlanDto,
  ): Promise<ResolutionView> {
    const input = { ...body, meetingId, reason: body.reason ?? null };
    return this.commands.run(call, async (tx) => resolutionView(await resolvePlan(tx, call.actor, input)));
  }

  @Post('meetings/:meetingId/closing')
  @Route('closeMeeting', { summary: '폐의(회의록)', answers: MeetingView, decides: true })
  close(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() body: CloseMeetingDto,
  ): Promise<MeetingView> {
    return this.commands.run(call, async (tx) =>
      meetingView(await closeMeeting(tx, call.actor, { meetingId, ...body })),
    );
  }

  @Get('rounds/:roundId/resolutions')
  @Route('listResolutions', { summary: '의결', answers: ResolutionPage })
  resolutions(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ResolutionView>> {
    return this.queries.run((reading) => listResolutions(reading, call.actor, roundId, query));
  }

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
    const input = { ...body, roundId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      announcementView(tx.manager, call.actor, await announcePreselection(tx, call.actor, input)),
    );
  }

  @Get('rounds/:roundId/announcement')
  @Route('getAnnouncement', { summary: '예비선정 결과', answers: AnnouncementView })
  announcement(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<AnnouncementView> {
    return this.queries.run((reading) => getAnnouncement(reading, call.actor, roundId));
  }
}
