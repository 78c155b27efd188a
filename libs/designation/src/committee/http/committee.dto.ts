import { Choice, DayField, Flag, Id, Moment, Nested, Score, Text, Whole } from '@daegaejo/platform';
import { COMMITTEE_OFFICES } from '@daegaejo/round/rules';
import { ITEM_DECISIONS, RESOLUTION_OUTCOMES } from '../../rules/index.js';
import { BallotDto, VotesDto } from './meeting.dto.js';

export class NewMemberDto {
  @Id({ optional: true, description: 'account, where the member has one' })
  personId?: string;
  @Text({ max: 100 })
  name!: string;
  @Choice(COMMITTEE_OFFICES, { description: '당연직, 위촉직' })
  office!: (typeof COMMITTEE_OFFICES)[number];
  @Text({ max: 64, optional: true, description: 'code of the organisation an ex-officio member sits for' })
  organisation?: string;
  @Text({ max: 64, optional: true, description: 'code of the ministry whose co-chair this is' })
  chairMinistry?: string;
  @DayField({ optional: true })
  termFrom?: string;
  @DayField({ optional: true, description: 'last day of the term' })
  termTo?: string;
}
export class RegisterMembersDto {
  @Nested(() => NewMemberDto, { listOf: 50 })
  members!: NewMemberDto[];
}
export class EndMemberDto {
  @DayField({ description: 'first day without the member' })
  endedOn!: string;
  @Text({ min: 2, max: 1000 })
  reason!: string;
}
export class CommitteeMemberView {
  @Id()
  id!: string;
  @Id({ nullable: true })
  personId!: string | null;
  @Text({ max: 100 })
  name!: string;
  @Choice(COMMITTEE_OFFICES)
  office!: string;
  @Id({ nullable: true })
  organisationId!: string | null;
  @Id({ nullable: true, description: 'ministry whose co-chair this is' })
  chairMinistryId!: string | null;
  @DayField({ nullable: true })
  termFrom!: string | null;
  @DayField({ nullable: true })
  termTo!: string | null;
  @DayField({ nullable: true })
  endedOn!: string | null;
  @Flag({ description: 'sits today' })
  seated!: boolean;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export class CommitteeMemberList {
  @Nested(() => CommitteeMemberView, { listOf: 500 })
  items!: CommitteeMemberView[];
}
export class CommitteeFindingView {
  @Text({ max: 100 })
  field!: string;
  @Text({ max: 100 })
  code!: string;
  @Text({ max: 1000 })
  message!: string;
}
export class CommitteeView {
  @Id()
  roundId!: string;
  @Nested(() => CommitteeMemberView, { listOf: 500 })
  members!: CommitteeMemberView[];
  @Nested(() => CommitteeFindingView, { listOf: 100, description: 'what is wrong with the committee as it sits today' })
  findings!: CommitteeFindingView[];
}

export class SignDocumentDto {
  @Text({ min: 64, max: 64, description: 'content hash of the draft being signed' })
  contentHash!: string;
}
export class DocumentMemberView {
  @Id()
  memberId!: string;
  @Text({ max: 100 })
  name!: string;
  @Choice(COMMITTEE_OFFICES)
  office!: string;
  @Text({ max: 64, nullable: true })
  organisation!: string | null;
  @Text({ max: 64, nullable: true })
  chairOf!: string | null;
  @Flag()
  present!: boolean;
  @Text({ max: 100, nullable: true })
  delegate!: string | null;
}
export class DocumentRecusalView {
  @Id()
  memberId!: string;
  @Text({ max: 20 })
  kind!: string;
  @Text({ max: 1000 })
  reason!: string;
}
export class DocumentItemView {
  @Id()
  resolutionId!: string;
  @Id()
  planId!: string;
  @Text({ max: 64 })
  province!: string;
  @Whole({ min: 1, max: 1000 })
  rank!: number;
  @Score()
  finalScore!: string;
  @Choice(RESOLUTION_OUTCOMES)
  outcome!: string;
  @Whole({ min: 1, max: 100, nullable: true })
  reserveOrder!: number | null;
  @Nested(() => VotesDto)
  votes!: VotesDto;
  @Nested(() => BallotDto, { listOf: 100, nullable: true })
  ballots!: BallotDto[] | null;
  @Nested(() => DocumentRecusalView, { listOf: 100 })
  recused!: DocumentRecusalView[];
  @Flag({ description: 'true: the decision leaves the ranking' })
  deviates!: boolean;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
}
export class DocumentDecisionView {
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
  @Nested(() => DocumentRecusalView, { listOf: 100 })
  recused!: DocumentRecusalView[];
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
}
export class SignatureView {
  @Id()
  ministryId!: string;
  @Id()
  personId!: string;
  @Moment()
  signedAt!: string;
}
export class ResolutionDocumentView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  meetingId!: string;
  @Whole({ min: 1, max: 1000 })
  no!: number;
  @Choice(['waiting', 'signed', 'stale'], { description: 'stale: the records changed since it was drafted' })
  state!: string;
  @Text({ max: 64 })
  contentHash!: string;
  @Moment()
  draftedAt!: string;
  @Nested(() => DocumentMemberView, { listOf: 100 })
  roll!: DocumentMemberView[];
  @Text({ max: 300, listOf: 100 })
  topics!: string[];
  @Nested(() => DocumentDecisionView, {
    listOf: 100,
    description: 'what was decided on topics, reports, cancellations',
  })
  decisions!: DocumentDecisionView[];
  @Nested(() => DocumentItemView, { listOf: 100 })
  items!: DocumentItemView[];
  @Text({ max: 50_000 })
  minutes!: string;
  @Nested(() => SignatureView, { listOf: 10 })
  signatures!: SignatureView[];
  @Id({ listOf: 10, description: 'ministries that have not signed' })
  waiting!: string[];
}
export class ResolutionDocumentList {
  @Nested(() => ResolutionDocumentView, { listOf: 1000, description: 'the newest draft last' })
  items!: ResolutionDocumentView[];
}

export class QuotaView {
  @Whole({ min: 0, max: 100 })
  quota!: number;
  @Whole({ min: 0, max: 100 })
  used!: number;
  @Whole({ min: 0, max: 100 })
  left!: number;
}
export class TalliedPlanView {
  @Id()
  planId!: string;
  @Text({ max: 64 })
  province!: string;
  @Text({ max: 200 })
  title!: string;
  @Text({ max: 40, description: 'where the plan stands now' })
  state!: string;
  @Whole({ min: 1, max: 1000 })
  rank!: number;
  @Score()
  finalScore!: string;
  @Flag({ description: 'the ranking alone would preselect it' })
  withinQuota!: boolean;
  @Choice(RESOLUTION_OUTCOMES, { nullable: true, description: 'null: not decided' })
  outcome!: string | null;
  @Id({ nullable: true })
  meetingId!: string | null;
  @Whole({ min: 1, max: 100, nullable: true })
  reserveOrder!: number | null;
  @Nested(() => VotesDto, { nullable: true })
  votes!: VotesDto | null;
  @Whole({ min: 0, max: 1000, description: 'members who took no part in the item (회피·제척)' })
  recused!: number;
  @Flag({ description: 'true: the decision leaves the ranking' })
  deviates!: boolean;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
}
export class DeliberationView {
  @Id()
  roundId!: string;
  @Nested(() => QuotaView)
  quota!: QuotaView;
  @Nested(() => TalliedPlanView, { listOf: 100, description: 'in the order of the ranking' })
  plans!: TalliedPlanView[];
  @Whole({ min: 0, max: 100, description: 'decisions that leave the ranking' })
  deviations!: number;
  @Nested(() => CommitteeFindingView, { listOf: 100, description: 'what is missing before the announcement' })
  missing!: CommitteeFindingView[];
}
