import { Choice, Flag, Id, Moment, Nested, pageClass, Score, Text, Whole } from '@daegaejo/platform';
import { BALLOTS, ITEM_DECISIONS, MEETING_STATES, RESOLUTION_OUTCOMES } from '../../rules/index.js';
import { RECUSAL_KINDS } from '../../store/committee.entity.js';

export class AgendaItemDto {
  @Id({ optional: true, description: 'the plan the item is about; absent: a topic' })
  planId?: string;
  @Text({ max: 300, optional: true, description: 'the topic, where it is about no plan' })
  title?: string;
}
export class CreateMeetingDto {
  @Moment({ description: 'when the committee meets; the agenda counts as sent now' })
  heldAt!: string;
  @Text({ max: 64, description: 'code of the ministry whose vice-minister takes the chair' })
  chairMinistry!: string;
  @Text({ min: 10, max: 1000, optional: true, description: 'why the same ministry takes the chair again' })
  chairReason?: string;
  @Text({ min: 5, max: 1000, optional: true, description: '긴급한 경우의 사유' })
  urgentReason?: string;
  @Nested(() => AgendaItemDto, { listOf: 100, optional: true, description: '안건; absent: every plan that waits' })
  agenda?: AgendaItemDto[];
}
export class AttendanceDto {
  @Id()
  memberId!: string;
  @Text({ max: 100, optional: true, description: 'who came in the member’s place (대리출석)' })
  delegate?: string;
}
export class OpenMeetingDto {
  @Whole({ min: 0, max: 100, optional: true, description: 'where the members are not registered by name' })
  present?: number;
  @Nested(() => AttendanceDto, { listOf: 100, optional: true, description: '출석부, where they are' })
  attendance?: AttendanceDto[];
  @Text({ max: 64, optional: true, description: 'code of the ministry whose co-chair takes the chair after all' })
  chairMinistry?: string;
  @Text({ min: 10, max: 1000, optional: true, description: 'why he does' })
  chairReason?: string;
}
export class CancelMeetingDto {
  @Text({ min: 10, max: 2000 })
  reason!: string;
}
export class MinutesDto {
  @Text({ min: 5, max: 50_000, description: '회의록' })
  minutes!: string;
}
export class CloseMeetingDto extends MinutesDto {
  @Id({ optional: true, description: 'the co-chair who closes it, where it is not the one who took the chair' })
  closedById?: string;
}
export class CorrectMinutesDto extends MinutesDto {
  @Text({ min: 10, max: 2000 })
  reason!: string;
}
export class RecusalDto {
  @Id()
  memberId!: string;
  @Id({ optional: true, description: 'the plan the item is about' })
  planId?: string;
  @Whole({
    min: 1,
    max: 100,
    optional: true,
    description: 'number of a topic on the agenda, where it is about no plan',
  })
  itemNo?: number;
  @Choice(RECUSAL_KINDS, { description: '회피, 제척' })
  kind!: (typeof RECUSAL_KINDS)[number];
  @Text({ min: 5, max: 1000 })
  reason!: string;
}
export class RecusalView {
  @Id()
  id!: string;
  @Id()
  meetingId!: string;
  @Id()
  memberId!: string;
  @Id({ nullable: true })
  planId!: string | null;
  @Whole({ min: 1, max: 100, nullable: true })
  itemNo!: number | null;
  @Choice(RECUSAL_KINDS)
  kind!: string;
  @Text({ max: 1000 })
  reason!: string;
  @Moment()
  recordedAt!: string;
}
export class VotesDto {
  @Whole({ min: 0, max: 100 })
  for!: number;
  @Whole({ min: 0, max: 100 })
  against!: number;
  @Whole({ min: 0, max: 100 })
  abstain!: number;
}
export class BallotDto {
  @Id()
  memberId!: string;
  @Choice(BALLOTS, { description: '찬성, 반대, 기권' })
  vote!: (typeof BALLOTS)[number];
}
export class ResolvePlanDto {
  @Id()
  planId!: string;
  @Choice(RESOLUTION_OUTCOMES, { description: '예비선정, 예비후보, 미선정, 재심의' })
  outcome!: (typeof RESOLUTION_OUTCOMES)[number];
  @Nested(() => VotesDto, { optional: true, description: 'a count, or else ballots' })
  votes?: VotesDto;
  @Nested(() => BallotDto, { listOf: 100, optional: true, description: '기명투표: everybody who may vote on the item' })
  ballots?: BallotDto[];
  @Whole({ min: 1, max: 100, optional: true, description: 'place on the reserve list; absent: the next' })
  reserveOrder?: number;
  @Text({
    min: 2,
    max: 2000,
    optional: true,
    description: 'needed where the decision leaves the ranking or is put off',
  })
  reason?: string;
}

export class ResolveItemDto {
  @Whole({ min: 1, max: 100, description: 'number of the item on the agenda' })
  itemNo!: number;
  @Choice(ITEM_DECISIONS, { description: '원안의결, 수정의결, 부결, 보류, 보고 접수' })
  decision!: (typeof ITEM_DECISIONS)[number];
  @Nested(() => VotesDto, { optional: true, description: 'absent: nothing was voted on (보고, 보류)' })
  votes?: VotesDto;
  @Nested(() => BallotDto, { listOf: 100, optional: true, description: '기명투표, in place of the count' })
  ballots?: BallotDto[];
  @Text({ min: 2, max: 2000, optional: true, description: 'what was amended, or why the item was put off' })
  reason?: string;
}
export class ItemResolutionView {
  @Id()
  id!: string;
  @Id()
  meetingId!: string;
  @Whole({ min: 1, max: 100 })
  itemNo!: number;
  @Id({ nullable: true, description: 'the plan whose selection it is about' })
  planId!: string | null;
  @Text({ max: 300 })
  title!: string;
  @Choice(ITEM_DECISIONS)
  decision!: string;
  @Nested(() => VotesDto, { nullable: true })
  votes!: VotesDto | null;
  @Nested(() => BallotDto, { listOf: 100, nullable: true })
  ballots!: BallotDto[] | null;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
  @Moment()
  resolvedAt!: string;
}
export class ItemResolutionList {
  @Nested(() => ItemResolutionView, { listOf: 100, description: 'in the order of the agenda' })
  items!: ItemResolutionView[];
}

export class AgendaItemView {
  @Whole({ min: 1, max: 100, description: 'its number' })
  no!: number;
  @Id({ nullable: true })
  planId!: string | null;
  @Text({ max: 300, nullable: true })
  title!: string | null;
}
export class RollView {
  @Id()
  memberId!: string;
  @Flag()
  present!: boolean;
  @Text({ max: 100, nullable: true })
  delegate!: string | null;
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
  @Text({ max: 1000, nullable: true })
  chairReason!: string | null;
  @Nested(() => AgendaItemView, { listOf: 100, nullable: true })
  agenda!: AgendaItemView[] | null;
  @Whole({ min: 1, max: 100 })
  members!: number;
  @Whole({ min: 0, max: 100, nullable: true })
  present!: number | null;
  @Nested(() => RollView, { listOf: 100, nullable: true, description: '출석부' })
  roll!: RollView[] | null;
  @Text({ max: 50_000, nullable: true })
  minutes!: string | null;
  @Id({ nullable: true, description: 'the co-chair who closed it, where it is not the one who took the chair' })
  closedById!: string | null;
  @Text({ max: 2000, nullable: true, description: 'why it was cancelled' })
  cancelReason!: string | null;
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
  @Whole({ min: 1, max: 1000, description: 'the newest of a plan counts' })
  no!: number;
  @Choice(RESOLUTION_OUTCOMES)
  outcome!: string;
  @Whole({ min: 1, max: 1000, nullable: true })
  reserveOrder!: number | null;
  @Nested(() => VotesDto)
  votes!: VotesDto;
  @Nested(() => BallotDto, { listOf: 100, nullable: true })
  ballots!: BallotDto[] | null;
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
