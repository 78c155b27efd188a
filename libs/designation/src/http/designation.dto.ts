import { Choice, DayField, Flag, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { DESIGNATION_STATES, POSTING_STANDINGS } from '../rules/index.js';

export class ReviewPlanDto {
  @Choice(['adequate', 'return'], { description: '적정, 보완' })
  verdict!: 'adequate' | 'return';
  @Text({ min: 2, max: 5000 })
  comment!: string;
}
export class ProposeDesignationDto {
  @Text({ max: 100, description: '고시번호' })
  noticeNumber!: string;
  @DayField()
  noticeDate!: string;
  @DayField()
  effectiveDate!: string;
  @Text({ max: 40, listOf: 50, description: 'keys of the sites being designated' })
  siteKeys!: string[];
}
export class ApproveDesignationDto {
  @Text({ min: 64, max: 64, description: 'content hash of the notice being signed' })
  contentHash!: string;
}

export class MinistryReviewView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000 })
  versionNo!: number;
  @Text({ max: 64 })
  contentHash!: string;
  @Id()
  ministryId!: string;
  @Choice(['adequate', 'return'])
  verdict!: string;
  @Text({ max: 5000 })
  comment!: string;
  @Moment()
  reviewedAt!: string;
}
export const MinistryReviewPage = pageClass(MinistryReviewView);

export class PostLocallyDto {
  @DayField({ description: 'first day it could be read' })
  startedOn!: string;
  @Text({ min: 2, max: 300, description: 'where: page, room' })
  place!: string;
}
export class PostingView {
  @DayField()
  startedOn!: string;
  @DayField({ description: 'the day after its last' })
  endsOn!: string;
  @Text({ max: 300 })
  place!: string;
  @Flag({ description: 'the 14 days are over' })
  done!: boolean;
}
export class DesignationView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Choice(DESIGNATION_STATES)
  state!: string;
  @Text({ max: 100 })
  noticeNumber!: string;
  @DayField()
  noticeDate!: string;
  @DayField()
  effectiveDate!: string;
  @Text({ max: 40, listOf: 50 })
  siteKeys!: string[];
  @Text({ max: 20_000, nullable: true, description: '관보 문안, part of what is signed' })
  gazetteText!: string | null;
  @Text({ max: 64 })
  contentHash!: string;
  @Id({ listOf: 10, description: 'ministries that signed' })
  signedBy!: string[];
  @Choice(POSTING_STANDINGS, { nullable: true, description: 'missing: a finding; null: not designated yet' })
  postingStanding!: string | null;
  @Nested(() => PostingView, { nullable: true, description: '지방 공고·열람; null: not posted' })
  posting!: PostingView | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const DesignationPage = pageClass(DesignationView);
