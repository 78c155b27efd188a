import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalJson } from '@daegaejo/platform/rules';
import { rowsOf, sha256 } from '@daegaejo/platform';
import type { RoundPolicy } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { type AggregatePolicy, byText, type CompactPlan, type CompactRound } from './rules/index.js';
import { BonusEntryEntity } from './store/evaluation.entity.js';

/** Sheets read at a time: the loop is free between two pages of a very large round. */
const PAGE = 10_000;

interface SheetRow {
  readonly id: string;
  readonly planId: string;
  readonly alias: string;
  readonly marks: string;
}

/** Everything a ranking is computed from, as it stands: the submitted and locked sheets, the bonuses, the plans under evaluation. */
export async function readInputs(
  manager: EntityManager,
  dialect: 'sqlite' | 'postgres',
  roundId: string,
  policy: RoundPolicy,
): Promise<CompactRound> {
  const { criteria, scoring, bonus, tieChain } = policy;
  const plans = await rowsOf<{ id: string; label: string }>(
    manager,
    dialect,
    `SELECT p."id" AS "id", o."shortName" AS "label" FROM "plan" p JOIN "organisation" o ON o."id" = p."provinceId"
     WHERE p."roundId" = ? AND p."state" IN ('under-evaluation', 'scored') ORDER BY p."id"`,
    [roundId],
  );
  const bonuses = await manager.findBy(BonusEntryEntity, { roundId });
  const sheets = new Map<string, { evaluator: string; marks: number[] }[]>(plans.map(({ id }) => [id, []]));
  const codes = criteria.map(({ code }) => code);
  for await (const row of sheetRows(manager, dialect, roundId))
    sheets.get(row.planId)?.push({ evaluator: row.alias, marks: rowOfMarks(codes, row.marks) });
  return {
    policy: { criteria, scoring, bonus, tieChain },
    plans: plans.map(({ id, label }) => ({
      planId: id,
      label,
      bonuses: bonuses
        .filter(({ planId }) => planId === id)
        .map(({ code, points }) => ({ code, points }))
        .sort((a, b) => byText(a.code, b.code)),
      sheets: (sheets.get(id) ?? []).sort((a, b) => byText(a.evaluator, b.evaluator)),
    })),
  };
}

async function* sheetRows(
  manager: EntityManager,
  dialect: 'sqlite' | 'postgres',
  roundId: string,
): AsyncGenerator<SheetRow> {
  for (let after = ''; ;) {
    const rows = await rowsOf<SheetRow>(
      manager,
      dialect,
      `SELECT s."id" AS "id", s."planId" AS "planId", a."alias" AS "alias", s."marks" AS "marks"
       FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId"
       WHERE s."roundId" = ? AND s."state" IN ('submitted', 'locked') AND s."id" > ? ORDER BY s."id" LIMIT ${PAGE}`,
      [roundId, after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
    await nextTurn();
  }
}

/** Marks in the order of the criteria; -1 where one is missing. Criteria of the round's policy only: a sheet was checked when it was saved. */
function rowOfMarks(codes: readonly string[], text: string): number[] {
  const marks = JSON.parse(text) as { criterion: string; mark: number }[];
  return codes.map((code, index) => {
    const here = marks[index];
    const found = here?.criterion === code ? here : marks.find(({ criterion }) => criterion === code);
    return found?.mark ?? -1;
  });
}

/** Plans and sheets as they are kept with a ranking: [alias, mark, mark …] per sheet, in a fixed order. */
type StoredPlan = Omit<CompactPlan, 'sheets'> & { readonly sheets: readonly (readonly [string, ...number[]])[] };

/** The inputs as one text, equal for equal inputs, and its SHA-256 together with the rules: what a ranking rests on. */
export function inputsText({ policy, plans }: CompactRound): { text: string; hash: string } {
  const stored: StoredPlan[] = plans.map(({ planId, label, bonuses, sheets }) => ({
    planId,
    label,
    bonuses,
    sheets: sheets.map(({ evaluator, marks }) => [evaluator, ...marks]),
  }));
  const text = JSON.stringify(stored);
  return { text, hash: sha256(`${canonicalJson(policy)}\n${text}`) };
}

/** Reads what `inputsText` wrote. */
export function inputsOf(policy: AggregatePolicy, text: string): CompactRound {
  const stored = JSON.parse(text) as StoredPlan[];
  return {
    policy,
    plans: stored.map(({ sheets, ...plan }) => ({
      ...plan,
      sheets: sheets.map(([evaluator, ...marks]) => ({ evaluator, marks })),
    })),
  };
}
