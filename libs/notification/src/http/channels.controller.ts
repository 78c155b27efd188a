import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, Queries } from '@daegaejo/platform';
import { DutySources } from '@daegaejo/round';
import { Body, Controller, Delete, Get, Header, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  addWebhook,
  closeCalendarFeed,
  getPreference,
  listWebhooks,
  openCalendarFeed,
  readCalendarFeed,
  removeWebhook,
  setPreference,
} from '../channels.js';
import { CHANNELS, type Channels } from '../options.js';
import {
  AddWebhookDto,
  CalendarFeedView,
  PreferenceView,
  SetPreferenceDto,
  WebhookPage,
  WebhookView,
} from './channel.dto.js';

@ApiTags('notification')
@Controller()
export class ChannelsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly sources: DutySources,
    @Inject(CHANNELS) private readonly channels: Channels,
  ) {}

  @Get('channel-preference')
  @Route('getChannelPreference', { summary: '알림 받는 방식', answers: PreferenceView })
  preference(@CurrentCall() call: Call): Promise<PreferenceView> {
    return this.queries.run((reading) => getPreference(reading, call.actor));
  }

  @Put('channel-preference')
  @Route('setChannelPreference', {
    summary: '알림 받는 방식 정하기',
    answers: PreferenceView,
    ifMatch: 'taken',
    decides: true,
  })
  setPreference(@CurrentCall() call: Call, @Body() body: SetPreferenceDto): Promise<PreferenceView> {
    const input = { ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, (tx) => setPreference(tx, call.actor, input));
  }

  @Get('webhooks')
  @Route('listWebhooks', { summary: '알림을 받는 내 시스템', answers: WebhookPage })
  webhooks(@CurrentCall() call: Call): Promise<Page<WebhookView>> {
    return this.queries.run((reading) => listWebhooks(reading, call.actor));
  }

  @Post('webhooks')
  @Route('addWebhook', { summary: '내 시스템 등록', answers: WebhookView, status: 201, decides: true })
  addWebhook(@CurrentCall() call: Call, @Body() body: AddWebhookDto): Promise<WebhookView> {
    return this.commands.run(call, (tx) => addWebhook(tx, call.actor, body));
  }

  @Delete('webhooks/:webhookId')
  @Route('removeWebhook', { summary: '내 시스템 등록 해제', answers: WebhookView, decides: true })
  removeWebhook(@CurrentCall() call: Call, @Param('webhookId', IdPath) webhookId: string): Promise<WebhookView> {
    return this.commands.run(call, (tx) => removeWebhook(tx, call.actor, { webhookId }));
  }

  @Post('calendar-feed')
  @Route('openCalendarFeed', { summary: '내 마감 달력 주소 만들기', answers: CalendarFeedView, status: 201 })
  openFeed(@CurrentCall() call: Call): Promise<CalendarFeedView> {
    // Answers of commands with a key are kept; this one holds the secret of which only the hash may be.
    const unkept = { ...call, idempotencyKey: null };
    return this.commands.run(unkept, (tx) => openCalendarFeed(tx, call.actor, this.channels));
  }

  @Delete('calendar-feed')
  @Route('closeCalendarFeed', { summary: '내 마감 달력 주소 없애기', status: 204 })
  closeFeed(@CurrentCall() call: Call): Promise<void> {
    return this.commands.run(call, (tx) => closeCalendarFeed(tx, call.actor));
  }

  @Get('calendar-feeds/:token')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'inline; filename="daegaejo.ics"')
  @Route('readCalendarFeed', { summary: '마감 달력(iCalendar); 주소가 곧 열쇠' })
  feed(@Param('token') token: string): Promise<string> {
    return this.queries.run((reading) => readCalendarFeed(reading, token, this.sources, this.channels));
  }
}
