import { MAIN_STAGE, stagesOf } from '@daegaejo/round/rules';
import type { AggregatePolicy, PlanInput } from './aggregate-input.js';
import { grantedBonuses, type GrantedBonus, hasDeductions, settle } from './bonus.js';
import { passesOf, type Passing } from './floors.js';
import { compare, of, roundHalfUp, toText } from './rational.js';
import { traceOf, type TraceStep } from './score-trace.js';
import type { EvaluatorTotal } from './sheet-total.js';
import { overall, type StageMean, stageMeanOf, scoreStage } from './stage-score.js';
import { type TrimOutcome, trimOverall } from './trim.js';

/** Mean mark on one criterion, over the sheets that count. */
export interface CriterionMean {
  readonly criterion: string;
  /** Exact mean mark of the sheets that count, in points, "n/d". */
  readonly mean: string;
  /** The same in hundredths, half up, for display. */
  readonly display: number;
}

/** A plan's score with everything needed to compute it again by hand. Amounts in hundredths unless said. */
export interface PlanScore extends Passing {
  readonly planId: string;
  readonly label: string;
  /** Stage by stage, then by alias. */
  readonly sheets: readonly EvaluatorTotal[];
  /** Of the one stage; of several, their counts added up. */
  readonly trim: TrimOutcome;
  /** What each stage comes to, where the policy names stages. */
  readonly stages?: readonly StageMean[];
  /** Exact total before rounding, in points, "n/d": the mean of what counts, of several stages by their shares. */
  readonly mean: string;
  readonly roundingDigits: number;
  readonly base: number;
  readonly bonuses: readonly GrantedBonus[];
  readonly bonusSum: number;
  readonly bonusCap: number;
  readonly bonus: number;
  /** 감점, where the policy has any. */
  readonly deductions?: readonly GrantedBonus[];
  readonly deductionSum?: number;
  readonly deduction?: number;
  readonly final: number;
  readonly cutOff: number | null;
  readonly criterionMeans: readonly CriterionMean[];
  readonly trace: readonly TraceStep[];
}

/**
 * Scores one plan: per stage weighted totals, trimming and mean; the stages by their shares; one rounding half up; and only
 * then bonus and deductions, per item and in sum up to the caps (convention, after 산업기술혁신사업 기반조성 평가관리지침
 * 제25조제5항, 제26조). Expects checked input.
 */
export function scorePlan(policy: AggregatePolicy, plan: PlanInput): PlanScore {
  const { criteria, scoring, bonus } = policy;
  const stages = stagesOf(policy).map((stage) =>
    scoreStage(
      policy,
      stage,
      plan.sheets.filter((sheet) => (sheet.stage ?? MAIN_STAGE) === stage.code),
    ),
  );
  const exact = overall(stages);
  const base = roundHalfUp(exact, scoring.roundingDigits) * 10 ** (2 - scoring.roundingDigits);
  const means = new Map(
    stages.flatMap((stage) => stage.criterionMeans.map(({ criterion, mean }) => [criterion, mean])),
  );
  const meanOf = (code: string) => means.get(code) ?? of(0);
  const failed = () =>
    criteria.flatMap(({ code, floor }) =>
      floor !== undefined && compare(meanOf(code), of(floor, 100)) < 0 ? [code] : [],
    );
  const { bonusSum, bonus: added, final, ...deducted } = settle(policy, plan.bonuses, base);
  const [first] = stages;
  const score = {
    planId: plan.planId,
    label: plan.label,
    sheets: stages.flatMap(({ sheets }) => sheets),
    trim: first !== undefined && stages.length === 1 ? first.trim : trimOverall(stages.map(({ trim }) => trim)),
    ...(policy.stages === undefined ? {} : { stages: stages.map(stageMeanOf) }),
    mean: toText(exact),
    roundingDigits: scoring.roundingDigits,
    base,
    bonuses: grantedBonuses(policy, plan.bonuses),
    bonusSum,
    bonusCap: bonus.cap,
    bonus: added,
    ...deducted,
    ...(hasDeductions(policy) ? { deductions: grantedBonuses(policy, plan.bonuses, 'deduction') } : {}),
    final,
    cutOff: scoring.cutOff,
    ...passesOf(policy, final, failed),
    criterionMeans: criteria.map(({ code }) => ({
      criterion: code,
      mean: toText(meanOf(code)),
      display: roundHalfUp(meanOf(code), 2),
    })),
  };
  return { ...score, trace: traceOf(policy, plan, stages, score) };
}
