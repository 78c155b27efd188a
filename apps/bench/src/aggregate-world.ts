import type { RoundPolicy } from '@daegaejo/round/rules';
import { ask, type Bare, fill } from './database.js';
import { assignmentRow, planRow, policyOf2020, seedPeople, seedProvinces, seedRound, sheetRow } from './round-seed.js';

export const SHEETS = 5;

/** Six criteria, every mark out of 100, so that weighing is work; trimming, bonus and tie chain as in 2020. */
export const POLICY: RoundPolicy = {
  ...policyOf2020(),
  criteria: [2_000, 2_500, 2_000, 1_500, 1_000, 1_000].map((weight, at) => ({
    code: `C${at + 1}`,
    name: `평가지표 ${at + 1}`,
    weight,
    max: 10_000,
  })),
  tieChain: [{ by: 'criterion', criterion: 'C2' }, { by: 'criterion', criterion: 'C3' }, { by: 'base-score' }],
};
export const CRITERIA = POLICY.criteria.length;

/** One round with so many scores: in the real tables, as arrays, and as the normalised table a database would like best. */
export interface ScoredRound {
  readonly roundId: string;
  readonly planIds: readonly string[];
  readonly scores: number;
  /** Marks plan by plan, sheet by sheet, in the order of the criteria. */
  readonly marks: Float64Array;
  /** Granted bonus of each plan, hundredths. */
  readonly bonuses: Float64Array;
}

/** Always the same marks: every run computes the same ranking. */
function* figures(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

export async function seedScores(bare: Bare, wanted: number): Promise<ScoredRound> {
  const plans = Math.ceil(wanted / (SHEETS * CRITERIA));
  const people = await seedPeople(bare, 50);
  const owner = people[0] ?? '';
  const roundId = await seedRound(bare, POLICY, owner);
  const planRows = (await seedProvinces(bare, plans)).map((provinceId) => planRow(roundId, provinceId, owner));
  await fill(bare, 'plan', planRows);
  const random = figures(wanted);
  const next = (): number => random.next().value;
  const scores = plans * SHEETS * CRITERIA;
  const marks = Float64Array.from({ length: scores }, () => 5_000 + 50 * Math.floor(next() * 101));
  const bonuses = Float64Array.from({ length: plans }, () => (next() < 0.3 ? 10 * Math.floor(next() * 31) : 0));
  const assignments = planRows.flatMap(({ id }, plan) =>
    Array.from({ length: SHEETS }, (_, sheet) =>
      assignmentRow(roundId, id, people[(plan * SHEETS + sheet) % people.length] ?? '', `E${sheet + 1}`),
    ),
  );
  await fill(bare, 'evaluator_assignment', assignments);
  await fill(
    bare,
    'score_sheet',
    assignments.map((assignment, sheet) =>
      sheetRow(
        assignment,
        'submitted',
        POLICY.criteria.map(({ code }, at) => ({
          criterion: code,
          mark: marks[sheet * CRITERIA + at] ?? 0,
          comment: COMMENTS[(sheet + at) % COMMENTS.length] ?? null,
        })),
      ),
    ),
  );
  await fill(bare, 'bonus_entry', bonusRows(roundId, planRows, bonuses, owner));
  await fill(bare, 'score_progress', [{ roundId, revision: 1, aggregated: 0 }]);
  const planIds = planRows.map(({ id }) => id);
  await fillNormalised(bare, planIds, marks, bonuses);
  return { roundId, planIds, scores, marks, bonuses };
}

/** Evaluators write a line beside some of their marks. */
const COMMENTS = [null, null, '근거 자료가 충분함', null, '연계 계획을 보완할 필요가 있음', null];

const bonusRows = (roundId: string, plans: readonly { id: string }[], bonuses: Float64Array, createdBy: string) =>
  plans.flatMap(({ id: planId }, plan) => {
    const points = bonuses[plan] ?? 0;
    if (points === 0) return [];
    const [item] = POLICY.bonus.items;
    return [
      {
        id: planId,
        roundId,
        planId,
        code: item?.code,
        points,
        evidence: '예산서',
        validOn: '2020-04-01',
        createdBy,
        createdAt: '2020-04-13T00:00:00.000Z',
      },
    ];
  });

/** (plan, evaluator, criterion, mark) with small integer keys, and the bonus of each plan: no JSON, no joins to names. */
async function fillNormalised(
  bare: Bare,
  planIds: readonly string[],
  marks: Float64Array,
  bonuses: Float64Array,
): Promise<void> {
  const table = scoreTable(planIds.length);
  await ask(
    bare,
    `CREATE TABLE "${table}" ("plan" integer, "evaluator" integer, "criterion" integer, "mark" integer, PRIMARY KEY ("plan", "evaluator", "criterion"))`,
  );
  await ask(bare, `CREATE TABLE "${table}_bonus" ("plan" integer PRIMARY KEY, "points" integer)`);
  const rows = Array.from(marks, (mark, at) => ({
    plan: Math.floor(at / (SHEETS * CRITERIA)),
    evaluator: Math.floor(at / CRITERIA) % SHEETS,
    criterion: at % CRITERIA,
    mark,
  }));
  await fill(bare, table, rows);
  await fill(
    bare,
    `${table}_bonus`,
    Array.from(bonuses, (points, plan) => ({ plan, points })),
  );
  if (bare.engine === 'postgres') await ask(bare, 'ANALYZE');
}

export const scoreTable = (plans: number): string => `bench_score_${plans}`;
