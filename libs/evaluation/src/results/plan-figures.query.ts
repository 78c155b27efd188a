import { criteriaOf, MAIN_STAGE, stagesOf } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { ABSTAINED, type CompactRound, type PlanSummary } from '../rules/index.js';
import { inputsOf } from './score-inputs.query.js';
import { ScoreAggregateEntity } from '../store/evaluation.entity.js';

/** Fewer marks than this behind a mean, and the mean would tell what somebody gave. */
const HIDDEN_BELOW = 3;

/** What one version of a ranking says of a plan, as an applicant may know it; hundredths. */
export interface PlanFigures {
  readonly base: number;
  readonly bonus: number;
  readonly deduction: number;
  readonly final: number;
  /** Mean mark per criterion, null where too few marks are behind it. */
  readonly criteria: readonly { readonly code: string; readonly name: string; readonly mean: number | null }[];
}

/** The figures of a plan in a version of the ranking; null where the version or the plan is not there. */
export async function planFigures(
  manager: EntityManager,
  roundId: string,
  no: number,
  planId: string,
): Promise<PlanFigures | null> {
  const row = await manager.findOneBy(ScoreAggregateEntity, { roundId, no });
  const plan = row?.result.plans.find((ranked) => ranked.planId === planId);
  if (!row || plan === undefined) return null;
  const behind = marksBehind(row, plan);
  const { base, bonus, final, deduction = 0 } = plan;
  return {
    base,
    bonus,
    deduction,
    final,
    criteria: row.result.rules.criteria.map(({ code, name }) => {
      const mean = plan.criterionMeans.find(({ criterion }) => criterion === code)?.display ?? null;
      return { code, name, mean: (behind.get(code) ?? 0) < HIDDEN_BELOW ? null : mean };
    }),
  };
}

/** Marks that count towards the mean of each criterion: of its stage's sheets, without those left out and the abstentions. */
function marksBehind({ result: { rules }, inputs }: ScoreAggregateEntity, plan: PlanSummary): Map<string, number> {
  const sheets = (inputs === null ? null : sheetsOf(inputsOf(rules, inputs), plan.planId)) ?? [];
  const behind = new Map<string, number>();
  for (const { code: stage } of stagesOf(rules)) {
    const { kept } = plan.stages?.find((mean) => mean.stage === stage)?.trim ?? plan.trim;
    const own = sheets.filter((sheet) => (sheet.stage ?? MAIN_STAGE) === stage);
    criteriaOf(rules, stage).forEach(({ code }, at) => {
      const abstained = own.filter(({ marks }) => marks[at] === ABSTAINED).length;
      behind.set(code, kept - abstained);
    });
  }
  return behind;
}

const sheetsOf = ({ plans }: CompactRound, planId: string) => plans.find((plan) => plan.planId === planId)?.sheets;
