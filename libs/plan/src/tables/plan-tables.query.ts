import { authorise, organisationsOfKind } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import {
  cellFindingViews,
  invalid,
  notFound,
  type Reading,
  readSentWorkbook,
  type Say,
  workbookOf,
} from '@daegaejo/platform';
import type { FilledSheet } from '@daegaejo/platform/rules';
import { policyOf, RoundEntity } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { PlanTablesChangeView, PlanTablesReadingView } from '../http/plan-tables.dto.js';
import { getPlan, getPlanVersion, isOwn, openPlan } from '../plans.query.js';
import type { ReadingGates } from '../reading-gates.js';
import {
  planSheets,
  type PlanTables,
  type PlanTablesGround,
  planTablesForm,
  type PlanTablesReading,
  readPlanTables,
  tablesChange,
} from '../rules/index.js';
import type { PlanEntity } from '../store/plan.entity.js';
import { draftOf } from '../store/plan-sections.js';
import { readPlan } from '../store/plans.js';

/**
 * Complexes, sub-projects, budget and indicators of a plan as a workbook: of a version this reader may see, of the draft where the
 * plan is his own, and unless told of what he sees when he opens the plan. 404 for what is not his, 422 for what is no version.
 */
export async function exportPlanTables(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  version: string | undefined,
): Promise<Buffer> {
  const plan = await openPlan(reading, actor, gates, planId);
  const content = await contentFor(reading, actor, gates, plan, version);
  return workbookOf(planSheets(await groundOf(reading.manager, plan), content));
}

/** The empty form for a plan, with its explanations. */
export async function getPlanTablesForm(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
): Promise<Buffer> {
  const plan = await openPlan(reading, actor, gates, planId);
  return workbookOf(planTablesForm(await groundOf(reading.manager, plan)));
}

/** What a workbook would make of the draft, and everything that is wrong with it, cell by cell. Nothing is stored. */
export async function readPlanTablesFile(
  { manager }: Reading,
  actor: Actor,
  say: Say,
  input: { planId: string; file: unknown },
): Promise<PlanTablesReadingView> {
  const plan = await readPlan(manager, actor, input.planId);
  authorise(actor, 'readPlanTables', plan);
  const sheets = await readSentWorkbook(input.file);
  const draft = await draftOf(manager, plan);
  const read = readPlanTables(sheets, await groundOf(manager, plan), draft);
  return { ...changeView(draft, read), findings: cellFindingViews(read.findings, say) };
}

/** The sheets somebody sends in for a plan he may import into: read before the transaction that needs them. */
export async function sheetsToImport(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  file: unknown,
): Promise<FilledSheet[]> {
  authorise(actor, 'importPlanTables', await readPlan(manager, actor, planId));
  return readSentWorkbook(file);
}

/** What the forms of a plan depend on: the years its round funds, and the ministries there are. */
export async function groundOf(manager: EntityManager, plan: Pick<PlanEntity, 'roundId'>): Promise<PlanTablesGround> {
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const { fundingYears } = await policyOf(manager, round);
  return { fundingYears, ministries: await organisationsOfKind(manager, 'ministry') };
}

export function changeView(draft: PlanTables, { tables, sections, ignored }: PlanTablesReading): PlanTablesChangeView {
  const { rows, budget } = tablesChange(draft, tables);
  return {
    sections: rows.map((change) => ({ ...change, inFile: sections.includes(change.section) })),
    budget: { before: String(budget.before), after: String(budget.after) },
    ignoredSheets: [...ignored],
  };
}

async function contentFor(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  plan: PlanEntity,
  version: string | undefined,
): Promise<PlanTables> {
  if (version === undefined) return (await getPlan(reading, actor, gates, plan.id)).content as unknown as PlanTables;
  if (version === 'draft') {
    if (!isOwn(actor, plan)) throw notFound();
    return draftOf(reading.manager, plan);
  }
  if (!/^[1-9]\d{0,4}$/.test(version)) throw invalid([{ field: 'version', code: 'plan-table.version' }]);
  return (await getPlanVersion(reading, actor, gates, plan.id, Number(version))).content as unknown as PlanTables;
}
