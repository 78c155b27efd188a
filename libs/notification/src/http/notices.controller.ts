import { type Call, CurrentCall, IdPath, requireSignedIn, Route } from '@daegaejo/identity';
import { Commands, localeOf, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { DutySources } from '@daegaejo/round';
import { Controller, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  getMail,
  listDuties,
  listMails,
  listNotices,
  listReminders,
  noticeView,
  readNotice,
} from '../notices.query.js';
import { CHANNELS, type Channels } from '../options.js';
import {
  DutyPage,
  type DutyView,
  MailPage,
  MailView,
  NoticePage,
  NoticeQuery,
  NoticeView,
  ReminderPage,
  type ReminderView,
} from './notice.dto.js';

@ApiTags('notification')
@Controller()
export class NoticesController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly sources: DutySources,
    @Inject(CHANNELS) private readonly channels: Channels,
  ) {}

  @Get('notices')
  @Route('listNotices', { summary: '알림함', answers: NoticePage })
  notices(
    @CurrentCall() call: Call,
    @Query() query: NoticeQuery,
    @Headers('accept-language') language?: string,
  ): Promise<Page<NoticeView>> {
    return this.queries.run((reading) => listNotices(reading, call.actor, query, this.channels, localeOf(language)));
  }

  @Post('notices/:noticeId/reading')
  @Route('readNotice', { summary: '알림 읽음', answers: NoticeView, decides: true })
  read(
    @CurrentCall() call: Call,
    @Param('noticeId', IdPath) noticeId: string,
    @Headers('accept-language') language?: string,
  ): Promise<NoticeView> {
    return this.commands.run(call, async (tx) =>
      noticeView(await readNotice(tx, call.actor, { noticeId }), this.channels, localeOf(language)),
    );
  }

  @Get('duties')
  @Route('listDuties', { summary: '내가 할 일', answers: DutyPage })
  async duties(@CurrentCall() call: Call, @Headers('accept-language') language?: string): Promise<Page<DutyView>> {
    const { person } = requireSignedIn(call);
    const items = await this.queries.run((reading) =>
      listDuties(reading, person.id, this.sources, this.channels, localeOf(language)),
    );
    return { items, nextCursor: null };
  }

  @Get('mails')
  @Route('listMails', { summary: '메일(받은 사람과 관리자)', answers: MailPage })
  mails(@CurrentCall() call: Call, @Query() query: PageQuery): Promise<Page<MailView>> {
    return this.queries.run((reading) => listMails(reading, call.actor, query, this.channels));
  }

  @Get('mails/:mailId')
  @Route('getMail', { summary: '메일 한 통', answers: MailView })
  mail(@CurrentCall() call: Call, @Param('mailId', IdPath) id: string): Promise<MailView> {
    return this.queries.run((reading) => getMail(reading, call.actor, id, this.channels));
  }

  @Get('rounds/:roundId/reminders')
  @Route('listReminders', { summary: '누구에게 언제 무엇을 알렸는지', answers: ReminderPage })
  reminders(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ReminderView>> {
    return this.queries.run((reading) => listReminders(reading, call.actor, roundId, query));
  }
}
