import { DayCalendar, DutySources } from '@daegaejo/round';
import { type DynamicModule, Module } from '@nestjs/common';
import { readHolidays } from './holidays.js';
import { HandoverController } from './handover/http/handover.controller.js';
import { DutyHolderEntity, HandoverEntity } from './handover/store/handover.entity.js';
import { CalendarController } from './http/calendar.controller.js';
import { ChannelsController } from './http/channels.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { DeliveryJobs, ReminderJobs } from './jobs/notification-jobs.js';
import { CHANNELS, type Channels } from './options.js';
import { REQUEST_DUTIES } from './requests.js';
import { CalendarFeedEntity, ChannelPreferenceEntity, WebhookEndpointEntity } from './store/channel.entity.js';
import { DeliveryEntity, NoticeEntity } from './store/notice.entity.js';
import { DeadlineRequestEntity, PublicHolidayEntity, ReminderSettingsEntity } from './store/reminder.entity.js';

export { knowsYearOf, loadHolidays, missingHolidays } from './holidays.js';
export { SEND_MAIL } from './jobs/delivery-jobs.js';
export { NOTIFICATION_JOBS } from './jobs/notification-jobs.js';
export { SWEEP_REMINDERS } from './jobs/reminder-jobs.js';
export { NOTIFICATION_MESSAGES } from './messages.js';
export { type Channels } from './options.js';
export { DeliveryEntity, NoticeEntity } from './store/notice.entity.js';
export const NOTIFICATION_ENTITIES = [
  NoticeEntity,
  DeliveryEntity,
  ChannelPreferenceEntity,
  WebhookEndpointEntity,
  CalendarFeedEntity,
  ReminderSettingsEntity,
  PublicHolidayEntity,
  DeadlineRequestEntity,
  DutyHolderEntity,
  HandoverEntity,
];

/** Reminders, notices and their channels. Hears of every stage and is asked for no decision. */
@Module({})
export class NotificationModule {
  static with(channels: Channels): DynamicModule {
    return {
      module: NotificationModule,
      controllers: [NoticesController, ChannelsController, CalendarController, HandoverController],
      providers: [{ provide: CHANNELS, useValue: channels }, ReminderJobs, DeliveryJobs],
    };
  }

  constructor(duties: DutySources, calendar: DayCalendar) {
    duties.register(REQUEST_DUTIES);
    calendar.register((manager) => readHolidays(manager));
  }
}
