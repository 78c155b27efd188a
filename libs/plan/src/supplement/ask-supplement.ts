import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, notFound, refused, type Tx } from '@daegaejo/platform';
import {
  addDays,
  allowedActions,
  atSeoul,
  type Finding,
  type Instant,
  nextState,
  seoulDay,
} from '@daegaejo/platform/rules';
import { policyOf, roundOf } from '@daegaejo/round';
import { movePlan, planNotNow } from '../move-plan.js';
import { PLAN_TABLE, type PlanContent, type PlanSection, sectionOfPart } from '../rules/index.js';
import { judgedVersion, lockPlan } from '../store/plans.js';
import { PlanSupplementEntity } from '../store/supplement.entity.js';

/** A part to be supplied, as asked for: a whole section, or a row of a table. */
export interface AskedPart {
  readonly section: PlanSection | null;
  readonly path: string | null;
  readonly reason: string;
}

/**
 * The secretariat returns named parts of a filed plan to its province (보완요구), during the screening and once (convention). The
 * province may then change these parts and no others, until `dueAt`. 422 for a part that is not in what was filed.
 */
export async function askSupplement(
  tx: Tx,
  actor: Actor,
  input: { planId: string; dueAt: Instant; items: readonly AskedPart[]; expectedVersion: number | null },
): Promise<PlanSupplementEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'askSupplement', plan);
  assertVersion(plan, input.expectedVersion);
  if (await tx.manager.existsBy(PlanSupplementEntity, { planId: plan.id }))
    throw refused('plan.supplement.once', allowedActions(PLAN_TABLE, plan.state));
  if (nextState(PLAN_TABLE, plan.state, 'ask-supplement') === null) throw planNotNow(plan, 'ask-supplement');
  const round = await roundOf(tx, plan.roundId);
  if (round.state !== 'screening') throw refused('plan.round-closed', [], { state: round.state });
  const filed = await judgedVersion(tx.manager, plan);
  if (filed === null) throw notFound();
  const { supplementDays } = (await policyOf(tx.manager, round)).eligibility;
  assertNone([...termFindings(tx.now, input.dueAt, supplementDays), ...partFindings(filed.content, input.items)]);
  const supplement: PlanSupplementEntity = {
    id: tx.newId(),
    planId: plan.id,
    filedNo: filed.no,
    items: input.items.map(({ section, path, reason }) => ({ path: section ?? path ?? '', reason })),
    dueAt: input.dueAt,
    askedBy: actor.personId ?? '',
    askedAt: tx.now,
    outcome: null,
    suppliedNo: null,
    closedAt: null,
  };
  await tx.manager.insert(PlanSupplementEntity, supplement as never);
  await movePlan(tx, plan, 'ask-supplement', {
    type: 'SupplementAsked',
    contentHash: filed.contentHash,
    data: { deadline: supplement.dueAt, parts: supplement.items.length, versionNo: filed.no },
  });
  return supplement;
}

/** The term ends in the future and, where the policy says so, not later than its limit: the end of the last day of it (KST). */
function termFindings(now: Instant, dueAt: Instant, limit: number | undefined): Finding[] {
  if (dueAt <= now) return [{ field: 'dueAt', code: 'plan.supplement.due-past', params: { now } }];
  const latest = limit === undefined ? null : atSeoul(addDays(seoulDay(now), limit + 1));
  return limit === undefined || latest === null || dueAt <= latest
    ? []
    : [{ field: 'dueAt', code: 'plan.supplement.due-late', params: { days: limit, latest } }];
}

function partFindings(filed: PlanContent, items: readonly AskedPart[]): Finding[] {
  if (items.length === 0) return [{ field: 'items', code: 'plan.supplement.nothing' }];
  return items.flatMap(({ section, path }, index): Finding[] => {
    if ((section === null) === (path === null)) return [{ field: `items[${index}]`, code: 'plan.supplement.part' }];
    if (path === null || sectionOfPart(filed, path) !== null) return [];
    return [{ field: `items[${index}].path`, code: 'plan.supplement.path', params: { path } }];
  });
}
