import { Choice, Id, Moment, Nested, pageClass, Score, Text, Whole, Won } from '@daegaejo/platform';
import { BUDGET_SOURCES, type BudgetSource } from '@daegaejo/plan/rules';
import { ApiProperty } from '@nestjs/swagger';
import { CONSTRAINT_KINDS } from '../../rules/portfolio/index.js';

export class CeilingDto {
  @Text({ max: 64, optional: true, nullable: true, description: 'code of a ministry; absent = all together' })
  ministry?: string | null;
  @Whole({ min: 2000, max: 2100, optional: true, nullable: true, description: 'absent = all years together' })
  year?: number | null;
  @Choice(BUDGET_SOURCES, { optional: true, nullable: true, description: 'absent = all sources together' })
  source?: BudgetSource | null;
  @Won()
  amount!: string;
}

export class RegionRuleDto {
  @Text({ max: 40, description: 'a name for these provinces (권역), as the asker has it' })
  name!: string;
  @Text({ max: 64, listOf: 20, description: 'codes of provinces' })
  provinces!: string[];
  @Whole({ min: 0, max: 100, optional: true })
  least?: number;
  @Whole({ min: 0, max: 100, optional: true })
  most?: number;
}

export class RunPortfolioDto {
  @Text({ min: 2, max: 500, description: 'what it is for; kept in the history' })
  purpose!: string;
  @Whole({ min: 1, max: 100, optional: true, description: 'most plans; absent = the quota of the round' })
  seats?: number;
  @Whole({ min: 0, max: 100, optional: true, description: 'fewest plans' })
  leastSeats?: number;
  @Nested(() => CeilingDto, { listOf: 200, optional: true, description: 'what if; absent = as set for the round' })
  ceilings?: CeilingDto[];
  @Nested(() => RegionRuleDto, { listOf: 20, optional: true })
  regions?: RegionRuleDto[];
  @Whole({ min: 0, max: 10_000, optional: true, description: 'basis points of the national money at sites' })
  leastHubShare?: number;
  @Whole({ min: 0, max: 10_000, optional: true, description: 'basis points of the national money at sites' })
  leastLinkedShare?: number;
  @Id({ listOf: 100, optional: true, description: 'plans that must be in' })
  include?: string[];
  @Id({ listOf: 100, optional: true, description: 'plans that must be out' })
  exclude?: string[];
  @Whole({
    min: 0,
    max: 100_000,
    optional: true,
    description: 'hundredths of a point; sets this near count; 100 unless told',
  })
  delta?: number;
  @Id({ listOf: 100, optional: true, description: 'a set to be weighed against the best' })
  chosen?: string[];
}

export class PortfolioRunView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Whole({ min: 1, max: 100_000, description: 'version of the ranking it is about' })
  aggregateNo!: number;
  @Text({ max: 64 })
  inputHash!: string;
  @Text({ max: 64 })
  resultHash!: string;
  @Text({ max: 500 })
  purpose!: string;
  @Id()
  requestedBy!: string;
  @Moment()
  requestedAt!: string;
}
export const PortfolioRunPage = pageClass(PortfolioRunView);

export class BreachView {
  @Choice(CONSTRAINT_KINDS)
  kind!: string;
  @Text({ max: 200 })
  name!: string;
  @Choice(['won', 'plans'])
  unit!: string;
  @Text({ max: 40, description: 'by how much, in won or plans' })
  by!: string;
}

export class PlanSetView {
  @Id({ listOf: 100, description: 'in order of score' })
  plans!: string[];
  @Score()
  score!: string;
  @Score({ nullable: true, description: 'points lost against the best; below 0 where it gains by breaking something' })
  costs!: string | null;
  @Nested(() => BreachView, { listOf: 400 })
  breaches!: BreachView[];
}

export class PlanStandingView {
  @Id()
  planId!: string;
  @Choice(['core', 'borderline', 'exterior', 'undecided'])
  standing!: string;
  @Whole({
    min: 0,
    max: 10_000,
    nullable: true,
    description: 'share of the near-optimal sets that hold it, basis points',
  })
  coreIndex!: number | null;
}

export class NearOptimalView {
  @Score()
  delta!: string;
  @Whole({ min: 1, max: 1_000_000, nullable: true, description: 'null = more than were counted' })
  count!: number | null;
  @Nested(() => PlanStandingView, { listOf: 500 })
  plans!: PlanStandingView[];
}

export class PortfolioView extends PortfolioRunView {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'what a set had to keep' })
  rules!: object;
  @Choice(['round', 'request'])
  ceilingsFrom!: string;
  @Text({ max: 500 })
  method!: string;
  @Choice(['optimal', 'bounded', 'infeasible', 'unknown'])
  status!: string;
  @Nested(() => PlanSetView, { nullable: true })
  best!: PlanSetView | null;
  @Score({ nullable: true, description: 'no feasible set scores more' })
  upperBound!: string | null;
  @Score({ nullable: true })
  gap!: string | null;
  @Nested(() => NearOptimalView, { nullable: true })
  nearOptimal!: NearOptimalView | null;
  @Nested(() => PlanSetView, { description: 'the first of the ranking, as many as there are seats' })
  ranking!: PlanSetView;
  @Nested(() => PlanSetView, { nullable: true, description: 'the set that was asked for' })
  chosen!: PlanSetView | null;
  @Nested(() => BreachView, {
    listOf: 400,
    description: 'nothing fits: what alone would have to give, and by how much',
  })
  short!: BreachView[];
  @Whole({ min: 0, max: 1_000_000_000 })
  steps!: number;
}
