import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { changeFindings, lockPlan, newestVersion, type PlanEntity, planNotNow } from '@daegaejo/plan';
import type { PlanContent } from '@daegaejo/plan/rules';
import { assertNone, contentHash, invalid, notFound, refused, stale, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding } from '@daegaejo/platform/rules';
import { policyOf, type RoundEntity, roundOf } from '@daegaejo/round';
import { linesOf, newestFunding } from '../store/fundings.js';
import { applyChange, proposedContent, recordChange } from './apply-change.js';
import {
  AGREEMENT_TABLE,
  changeDueAt,
  changedFunding,
  CHANGE_TABLE,
  classifyChange,
  isLateInYear,
  type ProjectSheet,
} from './rules/index.js';
import { PlanChangeEntity } from './store/change.entity.js';
import { ProjectPlanEntity } from './store/project-plan.entity.js';
import { agreementOf, openChange } from './store/records.js';

interface Input {
  readonly planId: string;
  /** Version of the plan the change starts from; an older one than the newest is refused (412). */
  readonly baseNo: number;
  /** Parts of the content to replace. */
  readonly parts: Partial<PlanContent>;
  /** Fields of the sheet of a 사업계획 to replace. */
  readonly project: { readonly id: string; readonly sheet: Partial<ProjectSheet> } | null;
  readonly reason: string;
  readonly letterNumber: string;
}

/**
 * The province files a change (변경 신고·승인 신청, 특별법 제13조). What class it is follows from what differs; a minor one takes
 * effect at once, all others wait. One change of a plan at a time (convention): the next starts from what became of it.
 */
export async function fileChange(tx: Tx, actor: Actor, input: Input): Promise<PlanChangeEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'fileChange', plan);
  if (plan.state !== 'designated') throw planNotNow(plan, 'change');
  await assertOpenToChange(tx, plan);
  if (plan.versionNo !== input.baseNo) throw stale(plan.versionNo);
  const base = await newestVersion(tx.manager, plan);
  if (base === null) throw notFound();
  const round = await roundOf(tx, plan.roundId);
  const content = proposedContent(base.content, input.parts);
  const sheet = await sheetsOf(tx, plan, input.project);
  const found = classifyChange({ before: base.content, after: content, sheet });
  if (found.class === null) throw invalid([{ field: 'parts', code: 'change.nothing' }]);
  const parts = found.diff.changes.length === 0 ? {} : input.parts;
  if (found.diff.changes.length > 0) assertNone(await contentFindings(tx, round, plan, base.content, content));
  const { answerDays } = (await policyOf(tx.manager, round)).changes ?? {};
  const change: PlanChangeEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    provinceId: plan.provinceId,
    no: (await tx.manager.countBy(PlanChangeEntity, { planId: plan.id })) + 1,
    state: CHANGE_TABLE.initial,
    class: found.class,
    claims: found.claims,
    baseNo: input.baseNo,
    parts,
    projectPlanId: sheet === null ? null : (input.project?.id ?? null),
    sheet,
    contentHash: contentHash({ base: base.contentHash, content, project: input.project?.id ?? null, sheet }),
    reason: input.reason,
    letterNumber: input.letterNumber,
    filedBy: actor.personId ?? '',
    filedAt: tx.now,
    dueAt: changeDueAt(tx.now, answerDays),
    lateInYear: isLateInYear(tx.now),
    resolution: null,
    resolvedOn: null,
    resolved: null,
    closedAt: null,
    closedReason: null,
    appliedNo: null,
    agreementNo: null,
    version: 1,
  };
  await tx.manager.insert(PlanChangeEntity, change as never);
  await recordChange(tx, change, 'PlanChangeFiled', null, {
    reason: change.reason,
    data: { letterNumber: change.letterNumber },
  });
  return change.class === 'minor' ? applyChange(tx, actor, plan, change, 'noted') : change;
}

async function assertOpenToChange(tx: Tx, plan: PlanEntity): Promise<void> {
  const agreement = await agreementOf(tx.manager, plan.id);
  if (agreement?.state !== 'signed')
    throw refused(
      'change.no-agreement',
      agreement === null ? ['draft-agreement'] : allowedActions(AGREEMENT_TABLE, agreement.state),
    );
  const open = await openChange(tx.manager, plan.id);
  if (open !== null) throw refused('change.open-already', allowedActions(CHANGE_TABLE, open.state), { no: open.no });
}

/** The sheet of a 사업계획 before and after; null where the change leaves it alone. */
async function sheetsOf(tx: Tx, plan: PlanEntity, project: Input['project']): Promise<PlanChangeEntity['sheet']> {
  if (project === null) return null;
  const row = await tx.manager.findOneBy(ProjectPlanEntity, { id: project.id, planId: plan.id });
  if (row === null || (row.state !== 'approved' && row.state !== 'started'))
    throw invalid([{ field: 'project.id', code: 'change.project-plan' }]);
  return { before: row.sheet, after: { ...row.sheet, ...project.sheet } };
}

/** What keeps the content from becoming a version; fields as the caller sent them. */
async function contentFindings(
  tx: Tx,
  round: RoundEntity,
  plan: PlanEntity,
  before: PlanContent,
  after: PlanContent,
): Promise<Finding[]> {
  const funding = await newestFunding(tx.manager, plan.id);
  const lines = funding === null ? [] : await linesOf(tx.manager, [funding.id]);
  const wrong = await changeFindings(tx.manager, round, plan, after);
  return [
    ...wrong.map((finding) => ({ ...finding, field: `parts.${finding.field}` })),
    ...(funding === null ? [] : changedFunding(lines, before, after).findings),
  ];
}
