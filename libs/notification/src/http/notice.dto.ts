import { Choice, Flag, Id, Moment, Nested, pageClass, PageQuery, Text } from '@daegaejo/platform';
import { DUTY_KINDS } from '@daegaejo/round/rules';
import { Transform } from 'class-transformer';
import { DELIVERY_STATES } from '../store/notice.entity.js';

export class NoticeQuery extends PageQuery {
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @Flag({ optional: true, description: 'true: only what was not read yet' })
  unread?: boolean;
}

export class NoticeView {
  @Id()
  id!: string;
  @Text({ max: 64, description: 'kind of duty, or type of event' })
  kind!: string;
  @Choice(['before', 'day', 'after', 'stalled', 'event'])
  relation!: string;
  @Text({ max: 20, nullable: true })
  step!: string | null;
  @Flag({ description: 'a copy to a superior' })
  copy!: boolean;
  @Id({ nullable: true })
  roundId!: string | null;
  @Id({ nullable: true })
  subjectId!: string | null;
  @Moment({ nullable: true })
  dueAt!: string | null;
  @Text({ max: 300 })
  subject!: string;
  @Text({ max: 3000, listOf: 20 })
  paragraphs!: string[];
  @Text({ max: 500, description: 'where it is done' })
  where!: string;
  @Moment()
  createdAt!: string;
  @Moment({ nullable: true })
  readAt!: string | null;
}
export const NoticePage = pageClass(NoticeView);

export class ResponsibleView {
  @Id()
  personId!: string;
  @Text({ max: 100 })
  name!: string;
}

export class DutyView {
  @Text({ max: 120 })
  key!: string;
  @Choice(DUTY_KINDS)
  kind!: string;
  @Id()
  roundId!: string;
  @Id()
  subjectId!: string;
  @Choice(['deadline', 'stalled'], {
    description: 'deadline: `at` is when; stalled: `at` is since when everything is in',
  })
  clock!: string;
  @Moment()
  at!: string;
  @Text({ max: 300 })
  title!: string;
  @Nested(() => ResponsibleView, { listOf: 20, description: 'who is named for it; none = everybody of the role' })
  responsible!: ResponsibleView[];
  @Text({ max: 500 })
  where!: string;
}
export const DutyPage = pageClass(DutyView);

export class MailView {
  @Id({ description: 'also the Message-ID' })
  id!: string;
  @Id()
  personId!: string;
  @Text({ max: 200 })
  to!: string;
  @Choice(DELIVERY_STATES)
  state!: string;
  @Text({ max: 300 })
  subject!: string;
  @Text({ max: 100_000, description: 'plain text' })
  text!: string;
  @Text({ max: 200_000 })
  html!: string;
  @Moment({ description: 'not before' })
  sendAfter!: string;
  @Moment({ nullable: true })
  sentAt!: string | null;
  @Text({ max: 300, nullable: true })
  error!: string | null;
}
export const MailPage = pageClass(MailView);

export class ReminderView {
  @Id()
  id!: string;
  @Id()
  personId!: string;
  @Text({ max: 100 })
  person!: string;
  @Text({ max: 64 })
  kind!: string;
  @Text({ max: 20, nullable: true })
  step!: string | null;
  @Flag()
  copy!: boolean;
  @Id({ nullable: true })
  subjectId!: string | null;
  @Moment({ nullable: true })
  dueAt!: string | null;
  @Moment()
  createdAt!: string;
  @Moment({ nullable: true })
  readAt!: string | null;
  @Text({ max: 100, listOf: 20, description: 'channel:state, e.g. mail:sent' })
  deliveries!: string[];
}
export const ReminderPage = pageClass(ReminderView);
