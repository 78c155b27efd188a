import { organisationIds, organisationNames, organisationsById } from '@daegaejo/identity';
import type { Reading, Tx } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { fold, kindMark, nameGrams, planMark, roundMark, tokensOf, type UnitNames, unitsOf } from '../rules/index.js';
import { PlanEntity, type PlanVersionEntity } from '../store/plan.entity.js';
import { judgedVersion, newestVersion, planOf } from '../store/plans.js';
import { attachmentUnits } from './attachment-units.query.js';
import { type IndexedPlan, type ReadBy, type SearchDocument, writeDocuments } from '../store/search-index.js';

/** Number of the rules documents are made by. A change of units, words or tokens takes the next one; then every plan is indexed anew. */
export const INDEX_RULES = 2;

/** What the index is to hold of a plan, read outside a transaction; null where nothing was submitted. */
export interface PlanToIndex {
  readonly planId: string;
  readonly versionNo: number;
  readonly versions: readonly IndexedPlan[];
}

/**
 * Makes the documents of a plan: of its newest version, and of the one that is judged where that says something else. Never of
 * the draft, which this does not read.
 */
export async function readForIndex({ manager }: Pick<Reading, 'manager'>, planId: string): Promise<PlanToIndex | null> {
  const plan = await manager.findOneBy(PlanEntity, { id: planId });
  const newest = plan === null ? null : await newestVersion(manager, plan);
  if (plan === null || newest === null) return null;
  const judged = await judgedVersion(manager, plan);
  const same = judged === null || judged.contentHash === newest.contentHash;
  const { year } = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const province = (await organisationsById(manager, [plan.provinceId])).get(plan.provinceId)?.code ?? '';
  const shared = { planId, roundId: plan.roundId, year, province };
  const indexed = async (version: PlanVersionEntity, readBy: ReadBy): Promise<IndexedPlan> => ({
    ...shared,
    title: version.content.title,
    versionNo: version.no,
    submittedAt: version.submittedAt,
    documents: await documentsOf({ manager }, plan, version, readBy),
  });
  return {
    planId,
    versionNo: newest.no,
    versions: same
      ? [await indexed(newest, judged === null ? 'readers' : 'all')]
      : [await indexed(newest, 'readers'), await indexed(judged, 'judges')],
  };
}

async function documentsOf(
  { manager }: Pick<Reading, 'manager'>,
  plan: PlanEntity,
  { id, content }: PlanVersionEntity,
  readBy: ReadBy,
): Promise<SearchDocument[]> {
  const codes = [...new Set(content.subProjects.map(({ ministry }) => ministry))];
  const ministries = await organisationIds(manager, codes);
  const names = await organisationNames(manager, [plan.provinceId, ...ministries.values()]);
  const unitNames: UnitNames = {
    province: names.get(plan.provinceId) ?? [],
    ministry: (code) => names.get(ministries.get(code) ?? '') ?? [],
  };
  const own = unitsOf(content, unitNames).map((unit) => ({ ...unit, readBy }));
  return [...own, ...(await attachmentUnits({ manager }, id, readBy))].map((unit) => {
    const folded = fold(unit.text);
    const marks = [kindMark(unit.kind), roundMark(plan.roundId), planMark(plan.id)];
    const grams = unit.kind === 'sub-project' ? nameGrams(unit.heading) : [];
    return { ...unit, folded, tokens: [...tokensOf(folded), ...marks, ...grams] };
  });
}

/**
 * Writes the documents into the index, in place of what it held of the plan. Does nothing where the plan has a newer version by
 * now: the event that told of it has promised a job of its own.
 */
export async function storeIndex(tx: Tx, { planId }: { planId: string }, made: PlanToIndex | null): Promise<void> {
  if (made === null) return;
  const plan = await planOf(tx, planId);
  if (plan.versionNo === made.versionNo) await writeDocuments(tx, planId, made.versions, INDEX_RULES);
}
