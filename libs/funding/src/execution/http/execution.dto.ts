import { Choice, Flag, Id, Moment, Nested, Whole, Won } from '@daegaejo/platform';
import { ALL_INDICATORS } from '@daegaejo/plan/rules';
import { EXECUTION_LIGHTS, HELD_PAYMENTS, type HeldPayments } from '@daegaejo/round/rules';
import { DEFINITIONS, GRANT_BASES, REVIEW_DECISIONS } from '../../rules/index.js';
import { CorrectiveView, ExecutionReviewView, FinalEvaluationView } from './review.dto.js';
import { SpendingDifferenceView } from './yearly-report.dto.js';

type Code = (typeof ALL_INDICATORS)[number];

const Year = () => Whole({ min: 2000, max: 2100 });
/** Basis points; more than 10,000 where more was reached than planned. */
const Bp = (description: string) => Whole({ min: 0, max: 1_000_000_000, nullable: true, description });
const Count = () => Whole({ min: -1_000_000_000, max: 1_000_000_000 });

export class SumsView {
  @Count()
  confirmed!: number;
  @Count()
  target!: number;
  @Count()
  attained!: number;
}

export class YearSumsView extends SumsView {
  @Year()
  year!: number;
}

export class LevelRowView extends SumsView {
  @Choice(ALL_INDICATORS)
  code!: Code;
  @Choice(DEFINITIONS, { description: 'what it counts; different definitions are never added' })
  definition!: (typeof DEFINITIONS)[number];
  @Nested(() => YearSumsView, { listOf: 30 })
  byYear!: YearSumsView[];
}

export class YearAttainmentView extends SumsView {
  @Choice(ALL_INDICATORS)
  code!: Code;
  @Bp('attained of the target up to the end of that year, uncapped')
  attainmentBp!: number | null;
}

export class YearFactsView {
  @Year()
  year!: number;
  @Choice(['none', 'submitted', 'accepted', 'returned'])
  report!: 'none' | 'submitted' | 'accepted' | 'returned';
  @Whole({ min: 1, max: 10_000, nullable: true })
  reportNo!: number | null;
  @Won({ nullable: true })
  spent!: string | null;
  @Won({ description: 'what spending is measured against' })
  granted!: string;
  @Choice(GRANT_BASES, { description: 'granted, as planned, or some sources the one and some the other' })
  grantBasis!: (typeof GRANT_BASES)[number];
  @Bp('실집행률')
  executionBp!: number | null;
  @Nested(() => YearAttainmentView, { listOf: 10, description: 'up to the end of that year' })
  attainment!: YearAttainmentView[];
}

export class ReviewProposalView {
  @Bp('score of the full mark')
  score!: number | null;
  @Choice(EXECUTION_LIGHTS)
  light!: (typeof EXECUTION_LIGHTS)[number];
  @Choice(REVIEW_DECISIONS)
  decision!: (typeof REVIEW_DECISIONS)[number];
  @Flag({ description: 'must a corrective plan be asked for?' })
  corrective!: boolean;
}

export class ExecutionYearView extends YearFactsView {
  @Bp('진도')
  progressBp!: number | null;
  @Nested(() => SpendingDifferenceView, {
    listOf: 3000,
    description: 'where the newest report and the executed lines of the budget differ',
  })
  spendingDifferences!: SpendingDifferenceView[];
  @Nested(() => ReviewProposalView, { nullable: true, description: 'what the rules of the round come to' })
  proposal!: ReviewProposalView | null;
  @Nested(() => ExecutionReviewView, { listOf: 1000, description: 'every version, the oldest first' })
  reviews!: ExecutionReviewView[];
  @Nested(() => CorrectiveView, { nullable: true })
  corrective!: CorrectiveView | null;
}

export class ForecastView {
  @Choice(ALL_INDICATORS)
  code!: Code;
  @Choice(['share-of-target', 'observed', 'not-enough-data'])
  method!: 'share-of-target' | 'observed' | 'not-enough-data';
  @Choice(['nothing-reported', 'nothing-planned', 'few-regions'], { nullable: true })
  reason!: 'nothing-reported' | 'nothing-planned' | 'few-regions' | null;
  @Whole({ min: 0, max: 1_000_000_000_000, nullable: true })
  expected!: number | null;
  @Whole({ min: 0, max: 1_000_000_000_000, nullable: true })
  low!: number | null;
  @Whole({ min: 0, max: 1_000_000_000_000, nullable: true })
  high!: number | null;
  @Whole({ min: 0, max: 1_000_000_000_000, nullable: true })
  target!: number | null;
  @Whole({ min: 0, max: 10_000, nullable: true, description: 'how often such an interval holds, in basis points' })
  coverageBp!: number | null;
  @Whole({ min: 0, max: 1000, nullable: true, description: 'regions the interval rests on' })
  regions!: number | null;
}

export class CohortForecastView {
  @Choice(ALL_INDICATORS)
  code!: Code;
  @Whole({ min: 0, max: 1_000_000_000_000, nullable: true, description: 'sum of the regions; null where one has none' })
  expected!: number | null;
}

export class StandingDecisionView {
  @Whole({ min: 2000, max: 2100, description: 'the year that was judged' })
  year!: number;
  @Choice(REVIEW_DECISIONS)
  decision!: (typeof REVIEW_DECISIONS)[number];
  @Moment()
  since!: string;
  @Choice(HELD_PAYMENTS, { nullable: true, description: 'payments refused while it stands, by policy' })
  heldPayments!: HeldPayments | null;
  @Moment({ nullable: true, description: '중단: until when 해제 검토 is to be opened; null once it is' })
  reviewDueAt!: string | null;
}
export class ReductionView {
  @Whole({ min: 2000, max: 2100, description: 'budget year' })
  year!: number;
  @Whole({ min: 2000, max: 2100, description: 'the year whose review reduced it' })
  reviewed!: number;
  @Whole({ min: 1, max: 10_000, description: 'basis points of the planned 국비' })
  byBp!: number;
}

export class PlanExecutionView {
  @Id()
  planId!: string;
  @Choice(['open', 'closed'])
  state!: 'open' | 'closed';
  @Nested(() => ExecutionYearView, { listOf: 30 })
  years!: ExecutionYearView[];
  @Nested(() => LevelRowView, { listOf: 10 })
  indicators!: LevelRowView[];
  @Nested(() => ForecastView, { listOf: 10 })
  forecasts!: ForecastView[];
  @Nested(() => StandingDecisionView, {
    nullable: true,
    description: 'the judgement that holds, and what follows from it',
  })
  standing!: StandingDecisionView | null;
  @Nested(() => ReductionView, { listOf: 30, description: '감액: budget years whose request is to be lower' })
  reductions!: ReductionView[];
  @Nested(() => FinalEvaluationView, { nullable: true })
  final!: FinalEvaluationView | null;
}
