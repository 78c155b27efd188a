import { type Reading, rowsOf, sha256 } from '@daegaejo/platform';
import { policyAt } from '@daegaejo/round';
import { criteriaOf, type RoundPolicy, stageOf, stagesOf } from '@daegaejo/round/rules';
import type { AnalysisInput, AnalysisSheet } from './rules/analysis/index.js';
import { ScoreAggregateEntity, type StoredMark } from './store/evaluation.entity.js';

interface SheetRow {
  readonly planId: string;
  readonly personId: string;
  readonly stage: string;
  readonly marks: string;
  readonly overall: string | null;
  readonly startedAt: string | null;
  readonly submittedAt: string | null;
}

/** Who is meant without a name: the same on every plan of the round, for those alone who read an analysis. */
function pseudonyms(roundId: string, people: readonly string[]): Map<string, string> {
  const order = [...new Set(people)].sort((a, b) => (keyOf(roundId, a) < keyOf(roundId, b) ? -1 : 1));
  const width = String(order.length).length;
  return new Map(order.map((person, at) => [person, `E${String(at + 1).padStart(width, '0')}`]));
}

const keyOf = (roundId: string, personId: string): string => sha256(`${roundId}:${personId}`);

/** Everything an analysis of one version of the ranking reads; null where that version does not exist. */
export async function readAnalysisInput(
  { manager, dialect }: Reading,
  roundId: string,
  no: number,
): Promise<{ input: AnalysisInput; inputsHash: string } | null> {
  const aggregate = await manager.findOneBy(ScoreAggregateEntity, { roundId, no });
  if (aggregate === null) return null;
  const policy = await policyAt(manager, roundId, aggregate.policyVersion);
  const rows = await rowsOf<SheetRow>(
    manager,
    dialect,
    `SELECT "planId", "personId", "stage", "marks", "overall", "startedAt", "submittedAt" FROM "score_sheet"
     WHERE "roundId" = ? AND "state" IN ('submitted', 'locked') ORDER BY "id"`,
    [roundId],
  );
  const names = pseudonyms(
    roundId,
    rows.map(({ personId }) => personId),
  );
  const known = new Set(aggregate.result.plans.map(({ planId }) => planId));
  return {
    inputsHash: aggregate.inputsHash,
    input: {
      quota: policy.quota,
      cutOff: policy.scoring.cutOff,
      criteria: policy.criteria.map((criterion) => ({ ...pick(criterion), stage: stageOf(criterion) })),
      stages: stagesOf(policy).map(({ code, share, trim = policy.scoring.trim }) => ({ code, share, trim })),
      plans: aggregate.result.plans.map(({ planId, label, bonus, deduction = 0 }) => ({
        planId,
        label,
        bonus: bonus - deduction,
      })),
      sheets: rows.filter(({ planId }) => known.has(planId)).map((row) => sheetOf(policy, row, names)),
    },
  };
}

const pick = ({ code, name, weight, max }: RoundPolicy['criteria'][number]) => ({ code, name, weight, max });

function sheetOf(policy: RoundPolicy, row: SheetRow, names: ReadonlyMap<string, string>): AnalysisSheet {
  const { planId, personId, stage, overall, startedAt, submittedAt } = row;
  const given = new Map((JSON.parse(row.marks) as StoredMark[]).map((mark) => [mark.criterion, mark]));
  const criteria = criteriaOf(policy, stage);
  return {
    planId,
    evaluator: names.get(personId) ?? '',
    stage,
    marks: criteria.map(({ code }) => given.get(code)?.mark ?? null),
    comments: criteria.map(({ code }) => given.get(code)?.comment ?? null),
    overall,
    openedAt: startedAt,
    submittedAt,
  };
}
