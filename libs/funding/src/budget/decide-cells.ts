import { organisationIds, organisationsById } from '@daegaejo/identity';
import type { Tx } from '@daegaejo/platform';
import { type Finding, sumWon } from '@daegaejo/platform/rules';
import { newestVersion } from '@daegaejo/plan';
import type { BudgetSource, PlanContent } from '@daegaejo/plan/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { reducedFindings, reductionOf } from '../execution/rules/index.js';
import { judgementsOf } from '../execution/store/judgements.js';
import {
  type BudgetStage,
  cellFindings,
  cellKey,
  droppedFindings,
  matchingFindings,
  type SetStage,
  type StageCell,
} from './rules/index.js';
import type { Setting } from './set-budget.js';
import type { BudgetLineEntity } from './store/budget.entity.js';
import type { LineToBe } from './store/lines.js';

interface Standing {
  readonly policy: RoundPolicy;
  readonly lines: readonly BudgetLineEntity[];
  readonly before: readonly BudgetLineEntity[];
}

/** What the cells of a stage-year come to: the lines as they should stand, what is wrong, and what is outside the shares but not refused. */
export async function decideCells(
  tx: Tx,
  { plans, cells, year, ministryId, partial }: Setting,
  stage: SetStage,
  { policy, lines, before }: Standing,
): Promise<{ after: LineToBe[]; findings: Finding[]; warnings: Finding[] }> {
  const known = new Set(plans.map(({ id }) => id));
  const findings: Finding[] = cells.flatMap(({ planId }, index) =>
    known.has(planId) ? [] : [{ field: `cells[${index}].planId`, code: 'budget.plan.unknown', params: { planId } }],
  );
  const warnings: Finding[] = [];
  const after: LineToBe[] = [];
  const provinces = await organisationsById(
    tx.manager,
    plans.map(({ provinceId }) => provinceId),
  );
  for (const plan of plans) {
    const own = cells.flatMap((cell, index) => (cell.planId === plan.id ? [{ cell, index }] : []));
    const standing = lines.filter(({ planId }) => planId === plan.id);
    if (own.length === 0 && !before.some(({ planId }) => planId === plan.id)) continue;
    const content = (await newestVersion(tx.manager, plan))?.content;
    const subProjects = content?.subProjects ?? [];
    const ministries = await organisationIds(tx.manager, [...new Set(subProjects.map(({ ministry }) => ministry))]);
    const ownerOf = new Map(subProjects.map(({ key, ministry }) => [key, ministries.get(ministry) ?? '']));
    const sent = own.map(({ cell }) => cell);
    const at = (position: number): string => `cells[${own[position]?.index ?? position}]`;
    const amountAt = new Map(
      standing.map((line) => [`${line.stage}${cellKey(line.subProjectKey, line.source)}`, line.amount]),
    );
    const facts = {
      subProjects: new Set(ownerOf.keys()),
      standing: (of: BudgetStage, key: string) => amountAt.get(`${of}${key}`) ?? 0n,
    };
    findings.push(...cellFindings(stage, sent, facts, at));
    for (const [position, { subProject }] of sent.entries())
      if (ministryId !== null && ownerOf.has(subProject) && ownerOf.get(subProject) !== ministryId)
        findings.push({ field: `${at(position)}.subProject`, code: 'budget.ministry.other', params: { subProject } });
    const replaced = before.filter(({ planId }) => planId === plan.id);
    if (!partial)
      findings.push(...droppedFindings(stage, sent, replaced.map(asCell), (key) => facts.standing('granted', key)));
    const lasting = standing.filter((line) => line.stage === stage && !replaced.includes(line)).map(asCell);
    if (stage === 'requested')
      findings.push(...(await reducedBy(tx, plan.id, year, policy, content, [...lasting, ...sent])));
    const kindOf = new Map(subProjects.map(({ key, kind }): [string, string] => [key, kind]));
    const unmatched = matchingFindings(
      [...lasting, ...sent],
      policy.funding,
      kindOf,
      provinces.get(plan.provinceId)?.code ?? '',
    );
    (policy.funding?.matchingMode === 'refuse' ? findings : warnings).push(...unmatched);
    after.push(
      ...sent.map(({ subProject, source, amount }) => ({
        planId: plan.id,
        provinceId: plan.provinceId,
        subProjectKey: subProject,
        ministryId: ownerOf.get(subProject) ?? '',
        source: source as BudgetSource,
        amount,
      })),
    );
  }
  return { after, findings, warnings };
}

/** Asks whether more 국비 is requested than a reduction (감액) leaves of what the plan has for that year. */
async function reducedBy(
  tx: Tx,
  planId: string,
  year: number,
  { execution }: RoundPolicy,
  content: PlanContent | undefined,
  cells: readonly StageCell[],
): Promise<Finding[]> {
  if (execution?.consequences?.reduceBp === undefined) return [];
  const judged = (await judgementsOf(tx.manager, [planId])).get(planId);
  const reduction = reductionOf(year, judged?.judgements ?? [], execution.consequences);
  if (reduction === null) return [];
  const planned = (content?.budget ?? []).filter((cell) => cell.year === year && cell.source === 'national');
  const asked = cells.filter(({ source }) => source === 'national').map(({ amount }) => amount);
  return reducedFindings(sumWon(asked), sumWon(planned.map(({ amount }) => BigInt(amount))), reduction);
}

const asCell = ({ subProjectKey, source, amount }: BudgetLineEntity) => ({ subProject: subProjectKey, source, amount });
