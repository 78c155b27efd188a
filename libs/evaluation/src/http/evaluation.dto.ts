import {
  Choice,
  DayField,
  Flag,
  Id,
  Moment,
  Nested,
  pageClass,
  PageQuery,
  Score,
  Text,
  Whole,
} from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';
import {
  ASSIGNMENT_ACTIONS,
  ASSIGNMENT_STATES,
  PANEL_MEMBER_STATES,
  PANEL_SERIES,
  type PanelSeries,
  RETURN_REASONS,
  SHEET_STATES,
} from '../rules/index.js';
import { DeclarationDto } from './declaration.dto.js';

export class AddPanelMemberDto {
  @Id()
  personId!: string;
  @Flag({ optional: true, description: '평가위원장' })
  chair?: boolean;
  @Choice(PANEL_SERIES, { optional: true, description: '재평가 평가위원회: re-evaluation; absent = first' })
  series?: PanelSeries;
}
export class RespondDto {
  @Choice(['accept', 'decline'])
  response!: 'accept' | 'decline';
}
export class DismissMemberDto {
  @Text({ min: 5, max: 1000 })
  reason!: string;
}
export class PledgeDto {
  @Flag({ description: 'true: 보안·청렴서약에 동의' })
  agreed!: boolean;
  @Nested(() => DeclarationDto, { listOf: 200, optional: true, description: '이해관계 신고' })
  declarations?: DeclarationDto[];
}
export class AssignEvaluatorDto {
  @Id()
  memberId!: string;
  @Text({ max: 32, optional: true, description: 'stage of the policy; main where it has none' })
  stage?: string;
}
export class EndAssignmentDto {
  @Choice(ASSIGNMENT_ACTIONS, { description: '제척, 기피 (secretariat) or 회피 (the evaluator)' })
  action!: (typeof ASSIGNMENT_ACTIONS)[number];
  @Text({ min: 5, max: 1000 })
  reason!: string;
}
export class MarkDto {
  @Text({ max: 32 })
  criterion!: string;
  @Score({ nullable: true, description: 'null with a reason = abstains, where the policy lets him' })
  mark!: string | null;
  @Text({ min: 0, max: 3000, nullable: true, optional: true })
  comment?: string | null;
  @Text({ min: 2, max: 1000, optional: true, description: 'why there is no mark (기권 사유)' })
  reason?: string;
}
export class PatchMarkDto {
  @Text({ max: 32 })
  criterion!: string;
  @Score({ nullable: true, optional: true, description: 'absent = as it was; null with a reason = abstains' })
  mark?: string | null;
  @Text({ min: 0, max: 3000, nullable: true, optional: true, description: 'absent = as it was' })
  comment?: string | null;
  @Text({ min: 2, max: 1000, optional: true, description: 'why there is no mark (기권 사유)' })
  reason?: string;
}
export class AutosaveSheetDto {
  @Nested(() => PatchMarkDto, { listOf: 50, optional: true, description: 'the criteria that changed' })
  marks?: PatchMarkDto[];
  @Text({ min: 0, max: 5000, nullable: true, optional: true, description: '종합의견; absent = as it was' })
  overall?: string | null;
  @Text({ max: 32, listOf: 50, optional: true, description: 'criteria whose mark and comment are taken away' })
  remove?: string[];
}
export class SaveSheetDto {
  @Nested(() => MarkDto, { listOf: 50 })
  marks!: MarkDto[];
  @Text({ min: 0, max: 5000, nullable: true, optional: true, description: '종합의견' })
  overall?: string | null;
}
export class ReturnSheetDto {
  @Choice(RETURN_REASONS, { description: '계산 착오, 누락' })
  ground!: (typeof RETURN_REASONS)[number];
  @Text({ min: 5, max: 1000 })
  note!: string;
}
export class AddBonusDto {
  @Text({ max: 32 })
  code!: string;
  @Score()
  points!: string;
  @Text({ min: 5, max: 2000, description: 'what it rests on' })
  evidence!: string;
  @DayField({ description: 'day the evidence is valid on' })
  validOn!: string;
}
export class AssignmentQuery extends PageQuery {
  @Id({ optional: true })
  planId?: string;
}

export class PanelMemberView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  personId!: string;
  @Flag()
  chair!: boolean;
  @Choice(PANEL_SERIES, { description: 'the round’s panel, or the all-new one of a re-evaluation' })
  series!: string;
  @Choice(PANEL_MEMBER_STATES)
  state!: string;
  @Moment({ nullable: true })
  pledgedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const PanelMemberPage = pageClass(PanelMemberView);

export class AssignmentView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Id({ nullable: true, description: 'for those who run or check the evaluation, and for the evaluator himself' })
  personId!: string | null;
  @Text({ max: 12, description: 'stands for the evaluator on this plan only' })
  alias!: string;
  @Text({ max: 32, description: 'stage of the evaluation' })
  stage!: string;
  @Choice(PANEL_SERIES)
  series!: string;
  @Choice(ASSIGNMENT_STATES)
  state!: string;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const AssignmentPage = pageClass(AssignmentView);

export class MarkView {
  @Text({ max: 32 })
  criterion!: string;
  @Score({ nullable: true, description: 'null = no mark: with a reason an abstention, without one nothing yet' })
  mark!: string | null;
  @Text({ max: 3000, nullable: true })
  comment!: string | null;
  @Text({ max: 1000, nullable: true, description: '기권 사유' })
  reason!: string | null;
}
export class ScoreSheetView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Id()
  assignmentId!: string;
  @Text({ max: 32, description: 'code of the stage it marks' })
  stage!: string;
  @Choice(PANEL_SERIES)
  series!: string;
  @Choice(SHEET_STATES)
  state!: string;
  @Nested(() => MarkView, {
    listOf: 50,
    nullable: true,
    description: 'null for everybody but the evaluator until the panel is locked',
  })
  marks!: MarkView[] | null;
  @Text({ max: 5000, nullable: true })
  overall!: string | null;
  @Moment({ nullable: true, description: 'first save' })
  startedAt!: string | null;
  @Moment({ nullable: true })
  submittedAt!: string | null;
  @Text({ max: 2000, nullable: true, description: 'why it was returned or voided' })
  note!: string | null;
  @Text({ max: 20, listOf: 10 })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ScoreSheetPage = pageClass(ScoreSheetView);

export class BonusView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Text({ max: 32 })
  code!: string;
  @Score()
  points!: string;
  @Text({ max: 2000 })
  evidence!: string;
  @DayField()
  validOn!: string;
}
export const BonusPage = pageClass(BonusView);

export class BlockView {
  @Text({ max: 300 })
  field!: string;
  @Text({ max: 100 })
  code!: string;
}
export class ScoreProgressView {
  @Id()
  roundId!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'sheets by state' })
  sheets!: Record<string, number>;
  @Whole({ min: 0, max: 1_000_000_000, description: 'changes of sheets and bonuses so far' })
  revision!: number;
  @Whole({ min: 0, max: 1_000_000_000, description: 'changes the newest ranking includes' })
  aggregated!: number;
  @Flag()
  pending!: boolean;
  @Flag({ description: 'the sheets handed in so far can be ranked by the policy' })
  rankable!: boolean;
  @Nested(() => BlockView, { listOf: 10_000 })
  blocked!: BlockView[];
}
