import { authorise, organisationIds } from '@daegaejo/identity';
import { type Actor, organisationsOf } from '@daegaejo/identity/rules';
import { changeRecord, contentHash, notFound, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import { isAmendable, isFrozen, ROUND_TABLE, type RoundPolicy } from './rules/index.js';
import { RoundApprovalEntity, RoundEntity, RoundPolicyEntity } from './store/round.entity.js';
import { lockRound, policyOf } from './store/rounds.js';

type Purpose = RoundApprovalEntity['purpose'];

/** What a ministry signs when it agrees to cancel: bound to the round, so that a signature serves for nothing else. */
export const cancelHash = (round: RoundEntity): string => contentHash({ cancel: round.id });

/**
 * A ministry signs a policy version (its content hash), or the cancellation. A policy that revises an announced round
 * comes into force with the last signature. One signature per ministry; both count only under the same content.
 */
export async function approveRound(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; purpose: Purpose; policyVersion: number | null; reason: string | null },
): Promise<RoundEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'approveRound', { roundId: round.id });
  const policy = await policyOf(tx.manager, round);
  const ministryId = await signingMinistry(tx.manager, actor, policy, round.id);
  const target = await targetOf(tx.manager, round, input);
  if (input.purpose === 'policy' && isFrozen(round.state) && !isAmendable(round.state))
    throw refused('round.policy.frozen', allowedActions(ROUND_TABLE, round.state), { state: round.state });
  const key = { roundId: round.id, purpose: input.purpose, contentHash: target.contentHash, ministryId };
  if (await tx.manager.existsBy(RoundApprovalEntity, key))
    throw refused('round.approved-already', allowedActions(ROUND_TABLE, round.state));
  await tx.manager.insert(RoundApprovalEntity, {
    ...key,
    id: tx.newId(),
    personId: actor.personId ?? '',
    reason: input.reason,
    createdAt: tx.now,
  });
  await tx.record({
    type: 'RoundApproved',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    reason: input.reason,
    contentHash: target.contentHash,
    data: { purpose: input.purpose, ministryId },
  });
  if (target.policy === null || target.policy.version === round.policyVersion) return round;
  const left = await missing(tx.manager, round, target.policy.policy, 'policy', target.contentHash);
  return left.length > 0 ? round : putInForce(tx, round, target.policy);
}

/** Which owner ministries have not signed yet, as findings. */
export async function missingApprovals(
  manager: EntityManager,
  round: RoundEntity,
  policy: RoundPolicy,
  purpose: Purpose,
): Promise<Finding[]> {
  return missing(manager, round, policy, purpose, purpose === 'cancel' ? cancelHash(round) : contentHash(policy));
}

async function missing(
  manager: EntityManager,
  round: RoundEntity,
  policy: RoundPolicy,
  purpose: Purpose,
  hash: string,
): Promise<Finding[]> {
  const signed = await manager.findBy(RoundApprovalEntity, { roundId: round.id, purpose, contentHash: hash });
  return missingOwners(
    manager,
    policy,
    signed.map((approval) => approval.ministryId),
  );
}

/** Owner ministries of a round that are not among `signed`, as findings. */
export async function missingOwners(
  manager: EntityManager,
  policy: RoundPolicy,
  signed: readonly string[],
): Promise<Finding[]> {
  const owners = await organisationIds(manager, policy.owners);
  return policy.owners
    .filter((code) => !signed.includes(owners.get(code) ?? ''))
    .map((ministry) => ({ field: 'approvals', code: 'round.approval.missing', params: { ministry } }));
}

/** The owner ministry the actor signs for: 403 where he is an officer of another one. */
export async function signingMinistry(
  manager: EntityManager,
  actor: Actor,
  policy: RoundPolicy,
  roundId: string,
): Promise<string> {
  const owners = [...(await organisationIds(manager, policy.owners)).values()];
  const own = organisationsOf(actor, ['ministry-officer'], roundId).find((id) => owners.includes(id));
  if (own === undefined) throw new Problem(403, 'round.not-an-owner', { owners: policy.owners.join(', ') });
  return own;
}

async function targetOf(
  manager: EntityManager,
  round: RoundEntity,
  input: { purpose: Purpose; policyVersion: number | null },
): Promise<{ contentHash: string; policy: RoundPolicyEntity | null }> {
  if (input.purpose === 'cancel') return { contentHash: cancelHash(round), policy: null };
  const version = input.policyVersion ?? round.policyVersion;
  const policy = await manager.findOneBy(RoundPolicyEntity, { roundId: round.id, version });
  if (policy === null) throw notFound();
  return { contentHash: policy.contentHash, policy };
}

async function putInForce(tx: Tx, round: RoundEntity, policy: RoundPolicyEntity): Promise<RoundEntity> {
  const changed = await changeRecord(tx.manager, RoundEntity, round, { policyVersion: policy.version });
  await tx.record({
    type: 'RoundPolicyInForce',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    reason: policy.reason,
    contentHash: policy.contentHash,
    data: { policyVersion: policy.version },
    audience: 'public',
  });
  return changed;
}
