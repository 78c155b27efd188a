import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, type Tx } from '@daegaejo/platform';
import { type Finding, formatScore, seoulDay } from '@daegaejo/platform/rules';
import { lockPlan } from '@daegaejo/plan';
import { currentDeadline, policyOf, roundOf } from '@daegaejo/round';
import { markScoresDirty } from './mark-dirty.js';
import { BonusEntryEntity } from '../store/evaluation.entity.js';

/** The secretariat enters a bonus (가점) with its evidence, which must be valid by the filing deadline; before the panel is locked. */
export async function addBonus(
  tx: Tx,
  actor: Actor,
  input: { planId: string; code: string; points: number; evidence: string; validOn: string },
): Promise<BonusEntryEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'addBonus', plan);
  const round = await roundOf(tx, plan.roundId);
  if (!['screened', 'under-evaluation'].includes(plan.state))
    throw refused('evaluation.assign-not-now', [], { round: round.state, plan: plan.state });
  const policy = await policyOf(tx.manager, round);
  const item = policy.bonus.items.find(({ code }) => code === input.code);
  const filedBy = seoulDay(await currentDeadline(tx.manager, round, policy, 'intake'));
  const findings: Finding[] = [];
  if (item === undefined)
    findings.push({
      field: 'code',
      code: 'evaluation.bonus.unknown',
      params: { codes: policy.bonus.items.map(({ code }) => code).join(', ') },
    });
  else if (input.points <= 0 || input.points > item.max)
    findings.push({ field: 'points', code: 'evaluation.bonus.range', params: { max: formatScore(item.max) } });
  if (input.validOn > filedBy) findings.push({ field: 'validOn', code: 'evaluation.bonus.late', params: { filedBy } });
  assertNone(findings);
  if (await tx.manager.existsBy(BonusEntryEntity, { planId: plan.id, code: input.code }))
    throw refused('evaluation.bonus.already', []);
  const entry: BonusEntryEntity = {
    ...input,
    id: tx.newId(),
    roundId: round.id,
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
  };
  await tx.manager.insert(BonusEntryEntity, entry);
  await tx.record({
    type: 'BonusGranted',
    subject: { kind: 'plan', id: plan.id },
    roundId: round.id,
    provinceId: plan.provinceId,
    reason: input.evidence,
    data: { code: input.code, validOn: input.validOn },
  });
  await markScoresDirty(tx, round.id);
  return entry;
}
