import { Choice, Flag, Id, Moment, Nested, pageClass, Score, Text, Whole } from '@daegaejo/platform';
import { ANNOUNCED_STANDINGS, REASON_KINDS } from '../rules/index.js';

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
  @Moment({ optional: true, description: 'published for everybody at this moment; absent: at once' })
  publishAt?: string;
}
export class ReviseAnnouncementDto {
  @Text({ max: 200 })
  title!: string;
  @Text({ min: 10, max: 2000, description: 'why the result is announced anew' })
  reason!: string;
  @Nested(() => AnnouncedFigureDto, { listOf: 60, optional: true, description: 'absent: as in the version before' })
  figures?: AnnouncedFigureDto[];
}

export class WithdrawAnnouncementDto {
  @Text({ min: 64, max: 64, description: 'content hash of the announcement being taken back' })
  contentHash!: string;
  @Text({ min: 10, max: 2000 })
  reason!: string;
}

export class WithdrawalView {
  @Id()
  ministryId!: string;
  @Text({ max: 2000 })
  reason!: string;
  @Moment()
  withdrawnAt!: string;
}
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
  @Choice(ANNOUNCED_STANDINGS)
  outcome!: string;
  @Whole({ min: 1, max: 1000, nullable: true, description: '예비후보 순위' })
  reserveOrder!: number | null;
  @Score({ nullable: true })
  total!: string | null;
  @Whole({ min: 1, max: 1000, nullable: true })
  rank!: number | null;
}
export class AnnouncedChangeView {
  @Text({ max: 64, description: 'code of the 시·도' })
  province!: string;
  @Choice(ANNOUNCED_STANDINGS)
  from!: string;
  @Choice(ANNOUNCED_STANDINGS)
  to!: string;
}
export class AnnouncementView {
  @Id()
  roundId!: string;
  @Whole({ min: 1, max: 10_000, description: 'version; nothing announced is ever changed' })
  no!: number;
  @Text({ max: 200 })
  title!: string;
  @Moment()
  announcedAt!: string;
  @Flag({ description: 'false: its moment has not come, and nobody outside the programme can read it' })
  published!: boolean;
  @Nested(() => WithdrawalView, {
    nullable: true,
    description: 'taken back before its moment; nobody outside reads it',
  })
  withdrawal!: WithdrawalView | null;
  @Text({ max: 64 })
  contentHash!: string;
  @Text({ max: 2000, nullable: true, description: 'why there is a later version' })
  reason!: string | null;
  @Nested(() => AnnouncedChangeView, { listOf: 100, description: 'what it changes, as far as the reader may know it' })
  changes!: AnnouncedChangeView[];
  @Text({ max: 2000, description: 'what this reader is told' })
  notice!: string;
  @Nested(() => AnnouncedRegionView, { listOf: 100, description: '예비선정 지역' })
  regions!: AnnouncedRegionView[];
  @Nested(() => AnnouncedFigureDto, { listOf: 60 })
  figures!: AnnouncedFigureDto[];
  @Text({ max: 100, listOf: 100, description: 'where the policy discloses them' })
  evaluators!: string[];
  @Nested(() => OwnResultView, { nullable: true, description: 'result of the reader’s own province' })
  own!: OwnResultView | null;
}
export const AnnouncementPage = pageClass(AnnouncementView);

export class CriterionReasonView {
  @Text({ max: 32 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Score({ nullable: true })
  mean!: string | null;
  @Score({
    nullable: true,
    description: 'marks on this criterion alone that would have reached the line; null: full marks would not',
  })
  marksMissing!: string | null;
  @Flag({ description: '과락' })
  floorMissed!: boolean;
}
export class ReasonsLetterView {
  @Id()
  planId!: string;
  @Text({ max: 200 })
  title!: string;
  @Choice(['reserve', 'refuse'])
  outcome!: string;
  @Whole({ min: 1, max: 1000, nullable: true })
  reserveOrder!: number | null;
  @Whole({ min: 1, max: 10_000, description: 'version of the announcement' })
  announcementNo!: number;
  @Moment()
  announcedAt!: string;
  @Choice(REASON_KINDS, { listOf: 4 })
  reasons!: string[];
  @Score({ nullable: true, description: 'where the policy discloses it, like every figure here' })
  total!: string | null;
  @Whole({ min: 1, max: 1000, nullable: true })
  rank!: number | null;
  @Score({ nullable: true, description: '기준점수' })
  cutOff!: string | null;
  @Score({ nullable: true, description: 'points up to the line' })
  pointsMissing!: string | null;
  @Score({ nullable: true, description: 'the line itself, where totals are public' })
  line!: string | null;
  @Nested(() => CriterionReasonView, { listOf: 50, nullable: true })
  criteria!: CriterionReasonView[] | null;
  @Text({ max: 2000, nullable: true, description: 'reason in the resolution on this plan' })
  committeeReason!: string | null;
  @Text({ max: 10_000, nullable: true, description: '종합의견' })
  summaryOpinion!: string | null;
  @Text({ max: 64 })
  contentHash!: string;
}
