import { Choice, Flag, Nested, Score, Text, Whole } from '@daegaejo/platform';
import { ABSTENTIONS, BONUS_KINDS, CRITERION_KINDS, STAGE_MODES, TRIM_SCOPES } from '../rules/index.js';

/** The scale of a policy as the API speaks it: criteria, stages, trimming, bonus. Points as decimal strings. */
export class LevelDto {
  @Text({ max: 50 })
  name!: string;
  @Score()
  mark!: string;
  @Text({ min: 0, max: 1000 })
  wording!: string;
}

export class CommentBandDto {
  @Score()
  low!: string;
  @Score()
  high!: string;
}

export class CriterionDto {
  @Text({ max: 32 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Score({ description: 'share of the 100.00 of its stage' })
  weight!: string;
  @Score({ description: 'highest mark' })
  max!: string;
  @Text({ max: 32, optional: true, description: 'code of its group (평가항목)' })
  group?: string;
  @Text({ max: 32, optional: true, description: 'code of its stage; absent: "main"' })
  stage?: string;
  @Choice(CRITERION_KINDS, { optional: true, description: '정성, 정량' })
  kind?: (typeof CRITERION_KINDS)[number];
  @Score({ optional: true, description: '과락: a plan with a mean mark below it does not pass' })
  floor?: string;
  @Nested(() => CommentBandDto, { optional: true, description: 'a mark outside needs a comment' })
  commentOutside?: CommentBandDto;
  @Text({ min: 0, max: 2000, optional: true, description: 'what evaluators are to look at' })
  guidance?: string;
  @Nested(() => LevelDto, { listOf: 10, optional: true, description: '평가등급, strictly up or strictly down' })
  levels?: LevelDto[];
}

export class CriterionGroupDto {
  @Text({ max: 32 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Score({ description: 'stated share of the whole 100.00' })
  weight!: string;
}

export class TrimDto {
  @Whole({ min: 0, max: 5 })
  highest!: number;
  @Whole({ min: 0, max: 5 })
  lowest!: number;
  @Whole({ min: 1, max: 50, description: 'no trimming below this many sheets' })
  minimumKept!: number;
  @Choice(TRIM_SCOPES, {
    optional: true,
    description: 'totals of whole sheets (absent), or the marks on each criterion',
  })
  per?: (typeof TRIM_SCOPES)[number];
}

export class StageDto {
  @Text({ max: 32 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Choice(STAGE_MODES, { description: '계획서평가, 발표평가, 현장실사' })
  mode!: (typeof STAGE_MODES)[number];
  @Score({ description: 'share of the whole 100.00' })
  share!: string;
  @Nested(() => TrimDto, { optional: true, description: 'in place of scoring.trim' })
  trim?: TrimDto;
  @Whole({ min: 1, max: 50, optional: true, description: 'in place of scoring.minimumPanel' })
  minimumPanel?: number;
}

export class ScoringDto {
  @Nested(() => TrimDto)
  trim!: TrimDto;
  @Whole({ min: 1, max: 50 })
  minimumPanel!: number;
  @Whole({ min: 0, max: 2 })
  roundingDigits!: number;
  @Score({ nullable: true })
  cutOff!: string | null;
  @Choice(ABSTENTIONS, { optional: true, description: 'absent: refused' })
  abstention?: (typeof ABSTENTIONS)[number];
  @Flag({ optional: true, description: '평가위원 토론' })
  discussion?: boolean;
}

export class BonusItemDto {
  @Text({ max: 32 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Score()
  max!: string;
  @Choice(BONUS_KINDS, { optional: true, description: '가점 (absent), 감점' })
  kind?: (typeof BONUS_KINDS)[number];
}

export class BonusDto {
  @Score()
  cap!: string;
  @Score({ optional: true, description: 'most that all deductions may take away; needed where there are any' })
  deductionCap?: string;
  @Nested(() => BonusItemDto, { listOf: 20 })
  items!: BonusItemDto[];
}

export class TieRuleDto {
  @Choice(['criterion', 'base-score'])
  by!: 'criterion' | 'base-score';
  @Text({ max: 32, optional: true, description: 'with by = criterion' })
  criterion?: string;
}

export class IndustryShareDto {
  @Whole({ min: 0, max: 100 })
  of!: number;
  @Whole({ min: 1, max: 100 })
  per!: number;
}

export class PanelRulesDto {
  @Whole({ min: 1, max: 50, optional: true, description: 'evaluators wanted on every plan of a stage' })
  reviewsPerPlan?: number;
  @Whole({ min: 1, max: 1000, optional: true, description: 'most plans for one evaluator' })
  maxLoad?: number;
  @Nested(() => IndustryShareDto, { optional: true, description: 'at least `of` in `per` evaluators from industry' })
  industryShare?: IndustryShareDto;
  @Whole({ min: 1, max: 20, optional: true, description: 'different fields wanted on every plan' })
  fieldsPerPlan?: number;
}
