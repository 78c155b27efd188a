import { Choice, DayField, Flag, Id, Moment, Nested, pageClass, Score, Text, Whole } from '@daegaejo/platform';
import {
  DESIGNATION_STATES,
  MEETING_STATES,
  OBJECTION_ACTIONS,
  OBJECTION_STATES,
  RESOLUTION_OUTCOMES,
} from '../rules/index.js';

export class CreateMeetingDto {
  @Moment({ description: 'when the committee meets; the agenda counts as sent now' })
  heldAt!: string;
  @Text({ max: 64, description: 'code of the ministry whose vice-minister takes the chair' })
  chairMinistry!: string;
  @Text({ min: 5, max: 1000, optional: true, description: '긴급한 경우의 사유' })
  urgentReason?: string;
}
export class OpenMeetingDto {
  @Whole({ min: 0, max: 100 })
  present!: number;
}
export class CloseMeetingDto {
  @Text({ min: 5, max: 50_000, description: '회의록' })
  minutes!: string;
}
export class VotesDto {
  @Whole({ min: 0, max: 100 })
  for!: number;
  @Whole({ min: 0, max: 100 })
  against!: number;
  @Whole({ min: 0, max: 100 })
  abstain!: number;
}
export class ResolvePlanDto {
  @Id()
  planId!: string;
  @Choice(RESOLUTION_OUTCOMES, { description: '예비선정, 예비후보, 미선정' })
  outcome!: (typeof RESOLUTION_OUTCOMES)[number];
  @Nested(() => VotesDto)
  votes!: VotesDto;
  @Text({ min: 2, max: 2000, optional: true, description: 'needed where the decision leaves the ranking' })
  reason?: string;
}
export class AnnouncedFigureDto {
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 200 })
  label!: string;
  @Text({ max: 40 })
  value!: string;
  @Text({ max: 20 })
  unit!: string;
  @Text({ max: 300, nullable: true })
  source!: string | null;
  @Flag()
  fictional!: boolean;
}
export class AnnounceDto {
  @Text({ max: 200 })
  title!: string;
  @Nested(() => AnnouncedFigureDto, { listOf: 60, description: 'headline figures as announced' })
  figures!: AnnouncedFigureDto[];
}
export class FileObjectionDto {
  @Choice(['method', 'procedure'], { description: '평가 방법, 절차' })
  ground!: 'method' | 'procedure';
  @Text({ min: 10, max: 10_000 })
  text!: string;
}
export class DecideObjectionDto {
  @Choice(OBJECTION_ACTIONS, { description: '기각, 인용' })
  decision!: (typeof OBJECTION_ACTIONS)[number];
  @Text({ min: 10, max: 5000 })
  reason!: string;
}
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

export class MeetingView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Choice(MEETING_STATES)
  state!: string;
  @Moment()
  agendaSentAt!: string;
  @Moment()
  heldAt!: string;
  @Text({ max: 1000, nullable: true })
  urgentReason!: string | null;
  @Id()
  chairMinistryId!: string;
  @Whole({ min: 1, max: 100 })
  members!: number;
  @Whole({ min: 0, max: 100, nullable: true })
  present!: number | null;
  @Text({ max: 50_000, nullable: true })
  minutes!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const MeetingPage = pageClass(MeetingView);

export class ResolutionView {
  @Id()
  id!: string;
  @Id()
  meetingId!: string;
  @Id()
  planId!: string;
  @Choice(RESOLUTION_OUTCOMES)
  outcome!: string;
  @Nested(() => VotesDto)
  votes!: VotesDto;
  @Whole({ min: 1, max: 1000 })
  rank!: number;
  @Score()
  finalScore!: string;
  @Flag({ description: 'true: the decision leaves the ranking' })
  deviates!: boolean;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
  @Moment()
  resolvedAt!: string;
}
export const ResolutionPage = pageClass(ResolutionView);

export class AnnouncedRegionView {
  @Text({ max: 64, description: 'code of the 시·도' })
  province!: string;
  @Text({ max: 200 })
  title!: string;
  @Score({ nullable: true, description: 'where the policy discloses totals' })
  total!: string | null;
}
export class OwnResultView {
  @Id()
  planId!: string;
  @Choice(RESOLUTION_OUTCOMES)
  outcome!: string;
  @Score({ nullable: true })
  total!: string | null;
  @Whole({ min: 1, max: 1000, nullable: true })
  rank!: number | null;
}
export class AnnouncementView {
  @Id()
  roundId!: string;
  @Text({ max: 200 })
  title!: string;
  @Moment()
  announcedAt!: string;
  @Text({ max: 64 })
  contentHash!: string;
  @Nested(() => AnnouncedRegionView, { listOf: 100, description: '예비선정 지역' })
  regions!: AnnouncedRegionView[];
  @Nested(() => AnnouncedFigureDto, { listOf: 60 })
  figures!: AnnouncedFigureDto[];
  @Text({ max: 100, listOf: 100, description: 'where the policy discloses them' })
  evaluators!: string[];
  @Nested(() => OwnResultView, { nullable: true, description: 'result of the reader’s own province' })
  own!: OwnResultView | null;
}

export class ObjectionView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Choice(OBJECTION_STATES)
  state!: string;
  @Choice(['method', 'procedure'])
  ground!: string;
  @Text({ max: 10_000 })
  text!: string;
  @Moment()
  filedAt!: string;
  @Text({ max: 5000, nullable: true })
  decision!: string | null;
  @Moment({ nullable: true })
  decidedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ObjectionPage = pageClass(ObjectionView);

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
  @Text({ max: 64 })
  contentHash!: string;
  @Id({ listOf: 10, description: 'ministries that signed' })
  signedBy!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const DesignationPage = pageClass(DesignationView);
