import { BudgetDeltaView, FigureDeltaView, PlanChangeView, PlanPartsDto, SubProjectCountView } from '@daegaejo/plan';
import { Choice, DayField, Flag, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { CHANGE_CLASSES, CHANGE_STATES } from '../rules/index.js';

/** Fields of the sheet of a 사업계획 to replace; fields left out stay. */
export class SheetPartsDto {
  @Text({ max: 100, optional: true, description: '사업시행자' })
  implementer?: string;
  @Text({ max: 200, optional: true })
  address?: string;
  @Text({ max: 100, optional: true, description: '법인의 대표자' })
  representative?: string;
  @Whole({ min: 1, max: 1_000_000_000, optional: true })
  areaSquareMetres?: number;
  @Text({
    max: 100,
    optional: true,
    nullable: true,
    description: 'number of the survey that shows an error of the area',
  })
  areaProof?: string | null;
  @Text({ max: 200, listOf: 50, optional: true, description: '분할 시행' })
  phases?: string[];
  @Text({ max: 200, listOf: 200, optional: true, description: '존치물 명세' })
  retained?: string[];
  @Text({ max: 2000, optional: true, description: '토지이용계획' })
  landUse?: string;
}
export class ProjectChangeDto {
  @Id({ description: 'the 사업계획' })
  id!: string;
  @Nested(() => SheetPartsDto)
  sheet!: SheetPartsDto;
}
export class FileChangeDto {
  @Whole({ min: 1, max: 10_000, description: 'version of the plan it starts from' })
  baseNo!: number;
  @Nested(() => PlanPartsDto, { optional: true, description: 'parts of the plan to replace' })
  parts?: PlanPartsDto;
  @Nested(() => ProjectChangeDto, { optional: true })
  project?: ProjectChangeDto;
  @Text({ min: 5, max: 5000 })
  reason!: string;
  @Text({ max: 100, description: '공문 번호' })
  letterNumber!: string;
}
export class RecordChangeResolutionDto {
  @Choice(['agreed', 'refused'])
  outcome!: 'agreed' | 'refused';
  @Text({ min: 2, max: 200, description: 'meeting or number of the minutes' })
  resolution!: string;
  @DayField()
  resolvedOn!: string;
}
export class WithdrawChangeDto {
  @Text({ min: 2, max: 2000 })
  reason!: string;
}

export class ChangeClaimView {
  @Text({ max: 64 })
  rule!: string;
  @Choice(CHANGE_CLASSES)
  class!: string;
  @Text({ max: 200, description: 'article' })
  source!: string;
  @Text({ max: 400, listOf: 50_000, description: 'places that differ' })
  paths!: string[];
}
export class ChangeDecisionView {
  @Text({ max: 64, description: 'code of the ministry' })
  ministry!: string;
  @Choice(['approve', 'reject'])
  verdict!: string;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
  @Moment()
  decidedAt!: string;
}
export class ChangeView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Choice(CHANGE_STATES)
  state!: string;
  @Choice(CHANGE_CLASSES, { description: '경미, 중요, 목표·지정; computed' })
  class!: string;
  @Nested(() => ChangeClaimView, { listOf: 20, description: 'what made it so, the weightiest first' })
  claims!: ChangeClaimView[];
  @Whole({ min: 1, max: 10_000 })
  baseNo!: number;
  @Id({ nullable: true })
  projectPlanId!: string | null;
  @Text({ max: 64, description: 'what is decided on' })
  contentHash!: string;
  @Text({ max: 5000 })
  reason!: string;
  @Text({ max: 100 })
  letterNumber!: string;
  @Moment()
  filedAt!: string;
  @Moment({ description: 'until when it is to be answered' })
  dueAt!: string;
  @Flag({ description: 'not answered in time' })
  late!: boolean;
  @Flag({ description: 'asked for less than a month before the year ended' })
  lateInYear!: boolean;
  @Nested(() => ChangeDecisionView, { listOf: 20 })
  decisions!: ChangeDecisionView[];
  @Text({ max: 200, nullable: true })
  resolution!: string | null;
  @DayField({ nullable: true })
  resolvedOn!: string | null;
  @Choice(['agreed', 'refused'], { nullable: true })
  resolved!: string | null;
  @Moment({ nullable: true })
  closedAt!: string | null;
  @Text({ max: 2000, nullable: true })
  closedReason!: string | null;
  @Whole({ min: 1, max: 10_000, nullable: true, description: 'version of the plan it became' })
  appliedNo!: number | null;
  @Whole({ min: 1, max: 10_000, nullable: true, description: 'version of the agreement it became' })
  agreementNo!: number | null;
  @Text({ max: 40, listOf: 10, description: 'what is open now' })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ChangePage = pageClass(ChangeView);

export class ProjectSheetChangeView {
  @Text({ max: 64 })
  path!: string;
  @Text({ min: 0, max: 50_000, nullable: true })
  before!: string | null;
  @Text({ min: 0, max: 50_000, nullable: true })
  after!: string | null;
}

const DELTAS = { type: 'object', additionalProperties: { $ref: getSchemaPath(FigureDeltaView) } } as const;
@ApiExtraModels(FigureDeltaView)
export class ChangeDetailView extends ChangeView {
  @Nested(() => PlanChangeView, { listOf: 50_000 })
  changes!: readonly PlanChangeView[];
  @Nested(() => SubProjectCountView)
  subProjects!: SubProjectCountView;
  @Nested(() => BudgetDeltaView)
  budget!: BudgetDeltaView;
  @ApiProperty({ ...DELTAS, description: 'target of the years of funding, by indicator' })
  indicators!: Readonly<Record<string, FigureDeltaView>>;
  @Nested(() => ProjectSheetChangeView, { listOf: 20, description: 'what differs in the 사업계획' })
  sheet!: ProjectSheetChangeView[];
}

export class ClassCountsView {
  @Whole({ min: 0, max: 10_000 })
  minor!: number;
  @Whole({ min: 0, max: 10_000 })
  major!: number;
  @Whole({ min: 0, max: 10_000 })
  goal!: number;
}
export class WatchedSubProjectsView {
  @Whole({ min: 0, max: 10_000 })
  added!: number;
  @Whole({ min: 0, max: 10_000 })
  dropped!: number;
  @Whole({ min: 0, max: 10_000 })
  kept!: number;
}
const BP = { min: -1_000_000_000, max: 1_000_000_000 } as const;
export class ChangeFlagView {
  @Choice(['total', 'moved'])
  code!: string;
  @Whole(BP)
  bp!: number;
  @Whole({ min: 1, max: 10_000, description: 'by the policy of the round' })
  limitBp!: number;
}
export class ChangeWatchView {
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000, description: 'the confirmed version' })
  confirmedNo!: number;
  @Whole({ min: 1, max: 10_000 })
  newestNo!: number;
  @Whole({ min: 0, max: 10_000, description: 'changes noted and approved' })
  changes!: number;
  @Nested(() => ClassCountsView)
  byClass!: ClassCountsView;
  @Nested(() => FigureDeltaView, { description: 'won' })
  total!: FigureDeltaView;
  @Whole({ ...BP, nullable: true, description: 'net change of the total in basis points' })
  totalBp!: number | null;
  @Text({ max: 20, description: 'won moved up and down by one change after the other' })
  movedWon!: string;
  @Nested(() => WatchedSubProjectsView)
  subProjects!: WatchedSubProjectsView;
  @ApiProperty({ ...DELTAS, description: 'target of the years of funding, by indicator' })
  indicators!: Readonly<Record<string, FigureDeltaView>>;
  @Nested(() => ChangeFlagView, { listOf: 2 })
  flags!: ChangeFlagView[];
}
