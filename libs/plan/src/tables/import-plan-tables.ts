import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, cellAsField, type Tx } from '@daegaejo/platform';
import type { FilledSheet } from '@daegaejo/platform/rules';
import type { PlanTablesImportView } from '../http/plan-tables.dto.js';
import { readPlanTables } from '../rules/index.js';
import { draftOf } from '../store/plan-sections.js';
import { lockPlan } from '../store/plans.js';
import { storeSections } from '../store-sections.js';
import { changeView, groundOf } from './plan-tables.query.js';

/**
 * Takes the sheets of a workbook into the draft: every section they have, or nothing at all. 422 names every cell that is wrong,
 * 412 a version of the plan somebody else replaced, 409 a plan that is not to be changed now.
 */
export async function importPlanTables(
  tx: Tx,
  actor: Actor,
  input: { planId: string; sheets: readonly FilledSheet[]; expectedVersion: number },
): Promise<PlanTablesImportView> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'importPlanTables', plan);
  assertVersion(plan, input.expectedVersion);
  const draft = await draftOf(tx.manager, plan);
  const read = readPlanTables(input.sheets, await groundOf(tx.manager, plan), draft);
  assertNone(read.findings.map(cellAsField));
  const changes = read.sections.map((section) => ({ section, content: read.tables[section] }));
  const saved = await storeSections(tx, actor, plan, changes);
  return { ...changeView(draft, read), planId: plan.id, version: saved.plan.version };
}
