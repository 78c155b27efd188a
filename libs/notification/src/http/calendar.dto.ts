import { Choice, DayField, Flag, Id, Moment, Nested, pageClass, PageQuery, Text, Whole } from '@daegaejo/platform';
import { Transform } from 'class-transformer';
import { REQUEST_KINDS, REQUEST_STATES, STALLED_RANGE, STEP_RANGE, TERM_RANGE } from '../rules/index.js';

export class HolidayQuery extends PageQuery {
  @Transform(({ value }) => (/^\d{4}$/.test(String(value)) ? Number(value) : value))
  @Whole({ min: 1900, max: 2200, optional: true })
  year?: number;
}
export class AddHolidayDto {
  @DayField()
  day!: string;
  @Text({ max: 100 })
  name!: string;
  @Text({ min: 5, max: 200, description: 'the notice it rests on, e.g. 관보 제00000호' })
  source!: string;
}
export class HolidayView {
  @Id()
  id!: string;
  @DayField()
  day!: string;
  @Text({ max: 100 })
  name!: string;
  @Text({ max: 200 })
  source!: string;
}
export const HolidayPage = pageClass(HolidayView);

export class ReminderStepDto {
  @Whole({ ...STEP_RANGE, description: 'calendar days from the deadline, negative before it' })
  days!: number;
  @Text({ min: 5, max: 5, description: 'HH:MM, Korean time' })
  at!: string;
  @Flag({ description: 'a copy to the superior' })
  copySuperior!: boolean;
}
export class StalledStepDto {
  @Whole({ ...STALLED_RANGE, description: 'business days since everything is in' })
  days!: number;
  @Text({ min: 5, max: 5 })
  at!: string;
  @Flag()
  copySuperior!: boolean;
}
export class TermsDto {
  @Whole(TERM_RANGE)
  answerOpinion!: number;
  @Whole(TERM_RANGE)
  giveOpinion!: number;
  @Whole(TERM_RANGE)
  signPledge!: number;
  @Whole({ ...TERM_RANGE, optional: true, description: 'from the filing of the challenge; 5 unless told' })
  voteOnChallenge?: number;
  @Whole(TERM_RANGE)
  decideObjection!: number;
  @Whole(TERM_RANGE)
  reviewFinalDraft!: number;
  @Whole(TERM_RANGE)
  answerRequest!: number;
}
export class SetRemindersDto {
  @Nested(() => ReminderStepDto, { listOf: 20 })
  steps!: ReminderStepDto[];
  @Nested(() => StalledStepDto, { listOf: 20 })
  stalledSteps!: StalledStepDto[];
  @Nested(() => TermsDto, { description: 'terms in business days' })
  terms!: TermsDto;
}
export class RemindersView extends SetRemindersDto {
  @Whole({ min: 0, max: 100_000, description: '0 = what every round starts with' })
  version!: number;
}

export class IssueRequestDto {
  @Id({ description: 'the province or ministry that is asked' })
  organisationId!: string;
  @Choice(REQUEST_KINDS)
  kind!: (typeof REQUEST_KINDS)[number];
  @Text({ min: 2, max: 200 })
  title!: string;
  @Text({ min: 5, max: 5000 })
  text!: string;
  @Moment()
  dueAt!: string;
}
export class AnswerRequestDto {
  @Text({ min: 2, max: 5000 })
  answer!: string;
}
export class DecideRequestDto {
  @Choice(['accept', 'reopen', 'withdraw'])
  decision!: 'accept' | 'reopen' | 'withdraw';
}
export class RequestView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  organisationId!: string;
  @Choice(REQUEST_KINDS)
  kind!: string;
  @Choice(REQUEST_STATES)
  state!: string;
  @Text({ max: 200 })
  title!: string;
  @Text({ max: 5000 })
  text!: string;
  @Moment()
  dueAt!: string;
  @Moment()
  issuedAt!: string;
  @Text({ max: 5000, nullable: true })
  answer!: string | null;
  @Moment({ nullable: true })
  answeredAt!: string | null;
  @Text({ max: 64, listOf: 5 })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const RequestPage = pageClass(RequestView);
