import { Choice, DayField, Id, Moment, Nested, Text, Whole } from '@daegaejo/platform';
import { EXECUTION_LIGHTS } from '@daegaejo/round/rules';
import { CORRECTIVE_STATES, FINAL_VERDICTS, REVIEW_DECISIONS } from '../../rules/index.js';

type Light = (typeof EXECUTION_LIGHTS)[number];
type Decision = (typeof REVIEW_DECISIONS)[number];
type Verdict = (typeof FINAL_VERDICTS)[number];

const Year = () => Whole({ min: 2000, max: 2100 });
/** Basis points; more than 10,000 where more was reached than planned. */
const Bp = (description = 'basis points') => Whole({ min: 0, max: 1_000_000_000, nullable: true, description });

export class ReviewPartsView {
  @Bp('진도')
  progressBp!: number | null;
  @Bp('실집행률')
  executionBp!: number | null;
  @Whole({ min: 0, max: 1_000_000_000, nullable: true, listOf: 3, description: 'attainment of the triad, uncapped' })
  indicatorsBp!: (number | null)[];
}

export class ReviewExecutionDto {
  @Year()
  year!: number;
  @Choice(EXECUTION_LIGHTS, { description: '신호등' })
  light!: Light;
  @Choice(REVIEW_DECISIONS)
  decision!: Decision;
  @Text({
    max: 5000,
    optional: true,
    nullable: true,
    description: 'why the panel differs from the rules, or corrects itself',
  })
  reason?: string | null;
  @Text({ max: 10_000 })
  comment!: string;
  @Text({ max: 60, listOf: 30, description: 'names of the panel' })
  panel!: string[];
  @DayField()
  heldOn!: string;
  @Moment({ optional: true, nullable: true, description: 'asks for a corrective plan (만회대책) until then' })
  correctiveDueAt?: string | null;
}

export class ExecutionReviewView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Year()
  year!: number;
  @Whole({ min: 1, max: 10_000, description: 'version of the review of that year' })
  no!: number;
  @Whole({ min: 1, max: 10_000 })
  reportNo!: number;
  @Nested(() => ReviewPartsView)
  parts!: ReviewPartsView;
  @Bp('score of the full mark')
  score!: number | null;
  @Choice(EXECUTION_LIGHTS, { description: 'what the rules come to' })
  ruleLight!: Light;
  @Choice(REVIEW_DECISIONS, { description: 'what the rules propose' })
  ruleDecision!: Decision;
  @Choice(EXECUTION_LIGHTS)
  light!: Light;
  @Choice(REVIEW_DECISIONS)
  decision!: Decision;
  @Text({ max: 5000, nullable: true })
  reason!: string | null;
  @Text({ max: 10_000 })
  comment!: string;
  @Text({ max: 60, listOf: 30 })
  panel!: string[];
  @DayField()
  heldOn!: string;
  @Moment()
  recordedAt!: string;
}

export class MeasureDto {
  @Text({ max: 40, nullable: true, description: 'key of the sub-project; null = the whole plan' })
  subProject!: string | null;
  @Text({ max: 2000 })
  text!: string;
  @DayField()
  until!: string;
}

export class FileCorrectivePlanDto {
  @Year()
  year!: number;
  @Text({ max: 20_000 })
  text!: string;
  @Nested(() => MeasureDto, { listOf: 100 })
  measures!: MeasureDto[];
}

export class DecideCorrectivePlanDto {
  @Year()
  year!: number;
  @Choice(['accepted', 'returned'])
  verdict!: 'accepted' | 'returned';
  @Text({ max: 5000, optional: true, nullable: true })
  reason?: string | null;
  @Moment({ optional: true, nullable: true })
  dueAt?: string | null;
}

export class CorrectiveFilingView {
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Text({ max: 20_000 })
  text!: string;
  @Nested(() => MeasureDto, { listOf: 100 })
  measures!: MeasureDto[];
  @Moment()
  filedAt!: string;
}

export class CorrectiveView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Year()
  year!: number;
  @Choice(CORRECTIVE_STATES)
  state!: (typeof CORRECTIVE_STATES)[number];
  @Moment()
  dueAt!: string;
  @Moment()
  askedAt!: string;
  @Text({ max: 5000, nullable: true })
  reason!: string | null;
  @Moment({ nullable: true })
  filedAt!: string | null;
  @Moment({ nullable: true })
  decidedAt!: string | null;
  @Nested(() => CorrectiveFilingView, { listOf: 1000 })
  filings!: CorrectiveFilingView[];
}

export class EvaluateFinallyDto {
  @Choice(EXECUTION_LIGHTS)
  light!: Light;
  @Choice(FINAL_VERDICTS)
  verdict!: Verdict;
  @Text({ max: 5000, optional: true, nullable: true })
  reason?: string | null;
  @Text({ max: 10_000 })
  comment!: string;
}

export class FinalEvaluationView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Nested(() => ReviewPartsView)
  parts!: ReviewPartsView;
  @Bp('score of the full mark')
  score!: number | null;
  @Choice(EXECUTION_LIGHTS)
  ruleLight!: Light;
  @Choice(FINAL_VERDICTS)
  ruleVerdict!: Verdict;
  @Choice(EXECUTION_LIGHTS)
  light!: Light;
  @Choice(FINAL_VERDICTS)
  verdict!: Verdict;
  @Text({ max: 5000, nullable: true })
  reason!: string | null;
  @Text({ max: 10_000 })
  comment!: string;
  @Moment()
  recordedAt!: string;
}
