import { Choice, DayField, Id, Moment, Nested, Text, Whole } from '@daegaejo/platform';
import { CLOCK_GROUNDS, REVOCATION_GROUNDS, REVOCATION_STATES, type RevocationGrounds } from '../rules/index.js';

export class OpenRevocationDto {
  @Choice(REVOCATION_GROUNDS, { description: '사업계획 미신청(2년), 미착공(1년), 포기, 중단' })
  grounds!: RevocationGrounds;
  @Text({ min: 5, max: 5000 })
  reason!: string;
  @Moment({ description: 'until when the province may state its view' })
  hearBy!: string;
}
export class StateOnRevocationDto {
  @Text({ min: 2, max: 20_000 })
  statement!: string;
  @Text({ max: 100, description: '공문 번호' })
  letterNumber!: string;
}
export class DecideRevocationDto {
  @Choice(['keep', 'revoke'])
  outcome!: 'keep' | 'revoke';
  @Text({ min: 2, max: 200, description: 'meeting or number of the minutes' })
  resolution!: string;
  @DayField()
  resolvedOn!: string;
  @Text({ min: 5, max: 5000, description: 'reasons' })
  decision!: string;
}
export class RevocationNoticeDto {
  @Text({ max: 100, description: '고시번호' })
  noticeNumber!: string;
  @DayField()
  noticeDate!: string;
  @Text({ max: 100, description: '관보 호수' })
  gazette!: string;
  @DayField({ description: 'first day of the posting' })
  postedFrom!: string;
  @DayField({ description: 'last day of the posting' })
  postedUntil!: string;
}
export class SignRevocationDto {
  @Text({ min: 64, max: 64, description: 'content hash of the notice being signed' })
  contentHash!: string;
}

export class RevocationReviewView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Choice(REVOCATION_STATES)
  state!: string;
  @Choice(REVOCATION_GROUNDS)
  grounds!: string;
  @Text({ max: 5000 })
  reason!: string;
  @Moment()
  openedAt!: string;
  @Moment()
  hearBy!: string;
  @Text({ max: 20_000, nullable: true })
  statement!: string | null;
  @Text({ max: 100, nullable: true })
  statementLetter!: string | null;
  @Moment({ nullable: true })
  heardAt!: string | null;
  @Text({ max: 200, nullable: true })
  resolution!: string | null;
  @DayField({ nullable: true })
  resolvedOn!: string | null;
  @Text({ max: 5000, nullable: true })
  decision!: string | null;
  @Nested(() => RevocationNoticeDto, { nullable: true })
  notice!: RevocationNoticeDto | null;
  @Text({ max: 64, nullable: true, description: 'what is signed' })
  contentHash!: string | null;
  @Id({ listOf: 10, description: 'ministries that signed' })
  signedBy!: string[];
  @Text({ max: 40, listOf: 10, description: 'what is open now' })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export class DueRevocationView {
  @Choice(CLOCK_GROUNDS)
  grounds!: string;
  @Moment()
  since!: string;
}
export class RevocationView {
  @Id()
  planId!: string;
  @Text({ max: 64, description: 'state of the plan' })
  state!: string;
  @DayField({ nullable: true, description: 'day of the notice of designation' })
  designatedOn!: string | null;
  @DayField({ nullable: true, description: 'last day to apply for a 사업계획; null: applied for' })
  applyBy!: string | null;
  @DayField({ nullable: true, description: 'last day to start the works; null: nothing approved, or begun' })
  startBy!: string | null;
  @Nested(() => DueRevocationView, { nullable: true, description: 'a clock that ran out' })
  due!: DueRevocationView | null;
  @Nested(() => RevocationReviewView, { listOf: 1000 })
  reviews!: RevocationReviewView[];
}
