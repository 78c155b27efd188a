import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { cancelMeeting } from '../cancel-meeting.js';
import { closeMeeting, correctMinutes, createMeeting, openMeeting } from '../meeting.js';
import {
  itemResolutionView,
  listItemResolutions,
  listMeetings,
  listResolutions,
  meetingView,
  resolutionView,
} from '../meetings.query.js';
import { recuseMember } from '../recuse-member.js';
import { resolveItem } from '../resolve-item.js';
import { resolvePlan } from '../resolve-plan.js';
import {
  CancelMeetingDto,
  CloseMeetingDto,
  CorrectMinutesDto,
  CreateMeetingDto,
  ItemResolutionList,
  ItemResolutionView,
  MeetingPage,
  MeetingView,
  OpenMeetingDto,
  RecusalDto,
  RecusalView,
  ResolutionPage,
  ResolutionView,
  ResolveItemDto,
  ResolvePlanDto,
} from './meeting.dto.js';

@ApiTags('decision')
@Controller()
export class MeetingController {
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
    const { chairReason, urgentReason, agenda, ...given } = body;
    const items = agenda?.map(({ planId, title }) => ({ planId: planId ?? null, title: title ?? null })) ?? null;
    const reasons = { chairReason: chairReason ?? null, urgentReason: urgentReason ?? null };
    const input = { roundId, ...given, ...reasons, agenda: items };
    return this.commands.run(call, async (tx) => meetingView(await createMeeting(tx, call.actor, input)));
  }

  @Post('meetings/:meetingId/opening')
  @Route('openMeeting', { summary: '개의', answers: MeetingView, decides: true })
  open(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() { present, attendance, chairMinistry, chairReason }: OpenMeetingDto,
  ): Promise<MeetingView> {
    const roll = attendance?.map(({ memberId, delegate }) => ({ memberId, delegate: delegate ?? null })) ?? null;
    const chair = { chairMinistry: chairMinistry ?? null, chairReason: chairReason ?? null };
    const input = { meetingId, present: present ?? null, attendance: roll, ...chair };
    return this.commands.run(call, async (tx) => meetingView(await openMeeting(tx, call.actor, input)));
  }

  @Post('meetings/:meetingId/cancellation')
  @Route('cancelMeeting', { summary: '회의 취소(개의 전)', answers: MeetingView, decides: true })
  cancel(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() body: CancelMeetingDto,
  ): Promise<MeetingView> {
    const input = { meetingId, ...body };
    return this.commands.run(call, async (tx) => meetingView(await cancelMeeting(tx, call.actor, input)));
  }

  @Post('meetings/:meetingId/recusals')
  @Route('recordRecusal', { summary: '회피·제척 기록', answers: RecusalView, status: 201, decides: true })
  recuse(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() body: RecusalDto,
  ): Promise<RecusalView> {
    const input = { ...body, meetingId, planId: body.planId ?? null, itemNo: body.itemNo ?? null };
    return this.commands.run(call, (tx) => recuseMember(tx, call.actor, input));
  }

  @Post('meetings/:meetingId/resolutions')
  @Route('resolvePlan', { summary: '의결 기록', answers: ResolutionView, status: 201, decides: true })
  resolve(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() body: ResolvePlanDto,
  ): Promise<ResolutionView> {
    const vote = { votes: body.votes ?? null, ballots: body.ballots ?? null };
    const rest = { reserveOrder: body.reserveOrder ?? null, reason: body.reason ?? null };
    const input = { ...body, meetingId, ...vote, ...rest };
    return this.commands.run(call, async (tx) => resolutionView(await resolvePlan(tx, call.actor, input)));
  }

  @Get('meetings/:meetingId/item-resolutions')
  @Route('listItemResolutions', { summary: '기타 안건 의결', answers: ItemResolutionList })
  items(@CurrentCall() call: Call, @Param('meetingId', IdPath) meetingId: string): Promise<ItemResolutionList> {
    return this.queries.run((reading) => listItemResolutions(reading, call.actor, meetingId));
  }

  @Post('meetings/:meetingId/item-resolutions')
  @Route('resolveItem', { summary: '기타 안건 의결 기록', answers: ItemResolutionView, status: 201, decides: true })
  resolveItem(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() { itemNo, decision, votes, ballots, reason }: ResolveItemDto,
  ): Promise<ItemResolutionView> {
    const vote = { votes: votes ?? null, ballots: ballots ?? null };
    const input = { meetingId, itemNo, decision, ...vote, reason: reason ?? null };
    return this.commands.run(call, async (tx) => itemResolutionView(await resolveItem(tx, call.actor, input)));
  }

  @Post('meetings/:meetingId/closing')
  @Route('closeMeeting', { summary: '폐의(회의록)', answers: MeetingView, decides: true })
  close(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() { minutes, closedById }: CloseMeetingDto,
  ): Promise<MeetingView> {
    const input = { meetingId, minutes, closedById: closedById ?? null };
    return this.commands.run(call, async (tx) => meetingView(await closeMeeting(tx, call.actor, input)));
  }

  @Put('meetings/:meetingId/minutes')
  @Route('correctMinutes', { summary: '회의록 정정', answers: MeetingView, decides: true })
  correct(
    @CurrentCall() call: Call,
    @Param('meetingId', IdPath) meetingId: string,
    @Body() body: CorrectMinutesDto,
  ): Promise<MeetingView> {
    const input = { meetingId, ...body };
    return this.commands.run(call, async (tx) => meetingView(await correctMinutes(tx, call.actor, input)));
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
}
