import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addHoliday, listHolidays, revokeHoliday } from '../holidays.js';
import { getReminderSettings, setReminderSettings } from '../reminder-settings.js';
import { DEFAULT_REMINDERS } from '../rules/index.js';
import { answerRequest, decideRequest, getRequest, issueRequest, listRequests, requestView } from '../requests.js';
import {
  AddHolidayDto,
  AnswerRequestDto,
  DecideRequestDto,
  HolidayPage,
  HolidayQuery,
  HolidayView,
  IssueRequestDto,
  RemindersView,
  RequestPage,
  RequestView,
  SetRemindersDto,
} from './calendar.dto.js';

@ApiTags('notification')
@Controller()
export class CalendarController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('holidays')
  @Route('listHolidays', { summary: '공휴일', answers: HolidayPage })
  holidays(@Query() query: HolidayQuery): Promise<Page<HolidayView>> {
    return this.queries.run((reading) => listHolidays(reading, query));
  }

  @Post('holidays')
  @Route('addHoliday', { summary: '임시공휴일 등록', answers: HolidayView, status: 201, decides: true })
  addHoliday(@CurrentCall() call: Call, @Body() body: AddHolidayDto): Promise<HolidayView> {
    return this.commands.run(call, (tx) => addHoliday(tx, call.actor, body));
  }

  @Delete('holidays/:holidayId')
  @Route('revokeHoliday', { summary: '공휴일 효력 종료', answers: HolidayView, decides: true })
  revokeHoliday(@CurrentCall() call: Call, @Param('holidayId', IdPath) holidayId: string): Promise<HolidayView> {
    return this.commands.run(call, (tx) => revokeHoliday(tx, call.actor, { holidayId }));
  }

  @Get('rounds/:roundId/reminder-settings')
  @Route('getReminderSettings', { summary: '알림 시점', answers: RemindersView })
  settings(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<RemindersView> {
    return this.queries.run((reading) => getReminderSettings(reading, call.actor, roundId));
  }

  @Put('rounds/:roundId/reminder-settings')
  @Route('setReminderSettings', {
    summary: '알림 시점 정하기',
    answers: RemindersView,
    ifMatch: 'required',
    decides: true,
  })
  setSettings(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: SetRemindersDto,
  ): Promise<RemindersView> {
    const settings = { ...body, terms: { ...DEFAULT_REMINDERS.terms, ...body.terms } };
    const input = { roundId, settings, expectedVersion: requireVersion(call) };
    return this.commands.run(call, (tx) => setReminderSettings(tx, call.actor, input));
  }

  @Get('rounds/:roundId/requests')
  @Route('listRequests', { summary: '기한 요청', answers: RequestPage })
  requests(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<RequestView>> {
    return this.queries.run((reading) => listRequests(reading, call.actor, roundId, query));
  }

  @Post('rounds/:roundId/requests')
  @Route('issueRequest', { summary: '기한 요청하기', answers: RequestView, status: 201, decides: true })
  issue(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: IssueRequestDto,
  ): Promise<RequestView> {
    return this.commands.run(call, async (tx) => requestView(await issueRequest(tx, call.actor, { ...body, roundId })));
  }

  @Get('requests/:requestId')
  @Route('getRequest', { summary: '기한 요청 하나', answers: RequestView })
  request(@CurrentCall() call: Call, @Param('requestId', IdPath) id: string): Promise<RequestView> {
    return this.queries.run(async (reading) => requestView(await getRequest(reading, call.actor, id)));
  }

  @Post('requests/:requestId/answer')
  @Route('answerRequest', { summary: '기한 요청에 회신', answers: RequestView, ifMatch: 'taken', decides: true })
  answer(
    @CurrentCall() call: Call,
    @Param('requestId', IdPath) requestId: string,
    @Body() body: AnswerRequestDto,
  ): Promise<RequestView> {
    const input = { requestId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => requestView(await answerRequest(tx, call.actor, input)));
  }

  @Post('requests/:requestId/decision')
  @Route('decideRequest', { summary: '회신 수락·재요청·철회', answers: RequestView, ifMatch: 'taken', decides: true })
  decide(
    @CurrentCall() call: Call,
    @Param('requestId', IdPath) requestId: string,
    @Body() body: DecideRequestDto,
  ): Promise<RequestView> {
    const input = { requestId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => requestView(await decideRequest(tx, call.actor, input)));
  }
}
