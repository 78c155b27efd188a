import { canonicalJson } from '@daegaejo/platform/rules';
import { rowsOf, sha256 } from '@daegaejo/platform';
import { criteriaOf, type RoundPolicy, stagesOf } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { readSheets } from '../sheets/read-sheets.js';
import {
  type AggregatePolicy,
  aggregatePolicyOf,
  type BonusInput,
  byText,
  type CompactPlan,
  type CompactRound,
  type CompactSheet,
} from '../rules/index.js';

type Dialect = 'sqlite' | 'postgres';

/** A plan while its bonuses and sheets are being put to it. */
interface OpenPlan extends CompactPlan {
  readonly bonuses: BonusInput[];
  readonly sheets: CompactSheet[];
}

/** Everything a ranking is computed from, as it stands: the submitted and locked sheets, the bonuses, the plans under evaluation. */
export async function readInputs(
  manager: EntityManager,
  dialect: Dialect,
  roundId: string,
  policy: RoundPolicy,
): Promise<CompactRound> {
  const ask = <T>(statement: string): Promise<T[]> => rowsOf<T>(manager, dialect, statement, [roundId]);
  const [plans, bonuses, sheets] = await Promise.all([
    ask<{ id: string; label: string }>(PLANS),
    ask<BonusInput & { planId: string }>(`SELECT "planId", "code", "points" FROM "bonus_entry" WHERE "roundId" = ?`),
    readSheets(
      manager,
      dialect,
      roundId,
      stagesOf(policy).map(({ code: stage }) => ({
        stage,
        codes: criteriaOf(policy, stage).map(({ code }) => code),
      })),
    ),
  ]);
  const open = new Map(
    plans.map(({ id, label }): [string, OpenPlan] => [id, { planId: id, label, bonuses: [], sheets: [] }]),
  );
  for (const { planId, code, points } of bonuses) open.get(planId)?.bonuses.push({ code, points });
  for (const { planId, evaluator, stage, marks } of sheets)
    open.get(planId)?.sheets.push(stage === undefined ? { evaluator, marks } : { evaluator, stage, marks });
  for (const plan of open.values()) {
    plan.bonuses.sort((a, b) => byText(a.code, b.code));
    plan.sheets.sort((a, b) => byText(a.evaluator, b.evaluator) || byText(a.stage ?? '', b.stage ?? ''));
  }
  return { policy: aggregatePolicyOf(policy), plans: [...open.values()] };
}

const PLANS = `SELECT p."id" AS "id", o."shortName" AS "label" FROM "plan" p JOIN "organisation" o ON o."id" = p."provinceId"
  WHERE p."roundId" = ? AND p."state" IN ('under-evaluation', 'scored') ORDER BY p."id"`;

/** [alias, mark, mark …], and [alias, stage, mark …] of a stage that is not `main`. */
type StoredSheet = readonly [string, ...number[]] | readonly [string, string, ...number[]];

/** Plans and sheets as they are kept with a ranking, in a fixed order. */
type StoredPlan = Omit<CompactPlan, 'sheets'> & { readonly sheets: readonly StoredSheet[] };

/** The inputs as one text, equal for equal inputs, and its SHA-256 together with the rules: what a ranking rests on. */
export function inputsText({ policy, plans }: CompactRound): { text: string; hash: string } {
  const stored: StoredPlan[] = plans.map(({ planId, label, bonuses, sheets }) => ({
    planId,
    label,
    bonuses,
    sheets: sheets.map(({ evaluator, stage, marks }) =>
      stage === undefined ? [evaluator, ...marks] : [evaluator, stage, ...marks],
    ),
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
      sheets: sheets.map(sheetOf),
    })),
  };
}

function sheetOf([evaluator, first, ...rest]: StoredSheet): CompactSheet {
  if (typeof first === 'string') return { evaluator, stage: first, marks: rest };
  return { evaluator, marks: first === undefined ? [] : [first, ...rest] };
}
