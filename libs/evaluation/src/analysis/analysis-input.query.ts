import { type Reading, rowsOf, sha256 } from '@daegaejo/platform';
import { policyAt } from '@daegaejo/round';
import { criteriaOf, MAIN_STAGE, type RoundPolicy, stageOf, stagesOf } from '@daegaejo/round/rules';
import type { AnalysisInput, AnalysisSheet } from '../rules/analysis/index.js';
import { ABSTAINED, type CompactSheet } from '../rules/index.js';
import { inputsOf } from '../results/score-inputs.query.js';
import { ScoreAggregateEntity, type StoredMark } from '../store/evaluation.entity.js';

/** Who gave a sheet of a ranking, and the words and times that belong to it. */
interface SheetRow {
  readonly planId: string;
  readonly alias: string;
  readonly personId: string;
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

/**
 * Everything an analysis of one version of the ranking reads; null where that version, or what it was computed from, is not
 * there. The marks are those kept with the version, so that a later correction does not slip into it; only comments and
 * times come from the sheets.
 */
export async function readAnalysisInput(
  { manager, dialect }: Reading,
  roundId: string,
  no: number,
): Promise<{ input: AnalysisInput; inputsHash: string } | null> {
  const aggregate = await manager.findOneBy(ScoreAggregateEntity, { roundId, no });
  if (aggregate === null || aggregate.inputs === null) return null;
  const { result, inputs, inputsHash, policyVersion } = aggregate;
  const policy = await policyAt(manager, roundId, policyVersion);
  const rows = await rowsOf<SheetRow>(
    manager,
    dialect,
    `SELECT a."planId" AS "planId", a."alias" AS "alias", a."personId" AS "personId", s."marks" AS "marks", s."overall" AS "overall",
       s."startedAt" AS "startedAt", s."submittedAt" AS "submittedAt"
     FROM "evaluator_assignment" a JOIN "score_sheet" s ON s."assignmentId" = a."id"
     WHERE a."roundId" = ? AND a."series" = 'first'`,
    [roundId],
  );
  const rowOf = new Map(rows.map((row) => [`${row.planId} ${row.alias}`, row]));
  const names = pseudonyms(
    roundId,
    rows.map(({ personId }) => personId),
  );
  return {
    inputsHash,
    input: {
      quota: policy.quota,
      cutOff: policy.scoring.cutOff,
      criteria: policy.criteria.map((criterion) => ({ ...pick(criterion), stage: stageOf(criterion) })),
      stages: stagesOf(policy).map(({ code, share, trim = policy.scoring.trim }) => ({ code, share, trim })),
      plans: result.plans.map(({ planId, label, bonus, deduction = 0 }) => ({
        planId,
        label,
        bonus: bonus - deduction,
      })),
      sheets: inputsOf(result.rules, inputs).plans.flatMap(({ planId, sheets }) =>
        sheets.flatMap((sheet): AnalysisSheet[] => {
          const row = rowOf.get(`${planId} ${sheet.evaluator}`);
          return row === undefined ? [] : [sheetOf(policy, sheet, row, names.get(row.personId) ?? '')];
        }),
      ),
    },
  };
}

const pick = ({ code, name, weight, max }: RoundPolicy['criteria'][number]) => ({ code, name, weight, max });

function sheetOf(policy: RoundPolicy, sheet: CompactSheet, row: SheetRow, evaluator: string): AnalysisSheet {
  const { planId, overall, startedAt, submittedAt } = row;
  const stage = sheet.stage ?? MAIN_STAGE;
  const words = new Map((JSON.parse(row.marks) as StoredMark[]).map(({ criterion, comment }) => [criterion, comment]));
  return {
    planId,
    evaluator,
    stage,
    marks: sheet.marks.map((mark) => (mark === ABSTAINED ? null : mark)),
    comments: criteriaOf(policy, stage).map(({ code }) => words.get(code) ?? null),
    overall,
    openedAt: startedAt,
    submittedAt,
  };
}
