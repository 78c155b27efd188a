import { authorise, organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, changeRecord, contentHash, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import {
  amendmentFindings,
  isAmendable,
  isFrozen,
  policyFindings,
  ROUND_TABLE,
  type RoundPolicy,
} from './rules/index.js';
import { RoundEntity, RoundPolicyEntity } from './store/round.entity.js';
import { lockRound, policyOf } from './store/rounds.js';

/** Drafts a round with the first version of its policy (회차 작성). */
export async function createRound(
  tx: Tx,
  actor: Actor,
  input: { year: number; title: string; policy: RoundPolicy },
): Promise<RoundEntity> {
  authorise(actor, 'createRound');
  assertNone(await findingsOf(tx.manager, input.policy));
  const round: RoundEntity = {
    id: tx.newId(),
    year: input.year,
    title: input.title,
    state: 'draft',
    policyVersion: 1,
    createdAt: tx.now,
    announcedAt: null,
    publishedAt: null,
    objectionDeadline: null,
    cancelReason: null,
    version: 1,
  };
  await tx.manager.insert(RoundEntity, round);
  const hash = await insertPolicy(tx, actor, round.id, 1, input.policy, null);
  await tx.record({
    type: 'RoundCreated',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    to: 'draft',
    contentHash: hash,
  });
  return round;
}

/**
 * A new version of the policy. In a draft it is in force at once (and needs new signatures before the call);
 * in an announced round it needs a reason and comes into force when both ministries have signed it. Once scoring is open it may
 * only change what no mark rests on, and once the committee has begun nothing at all; rankings keep the version they were made by.
 */
export async function reviseRoundPolicy(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; policy: RoundPolicy; reason: string | null; expectedVersion: number },
): Promise<RoundEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'reviseRoundPolicy', { roundId: round.id });
  assertVersion(round, input.expectedVersion);
  if (isFrozen(round.state) && !isAmendable(round.state))
    throw refused('round.policy.frozen', allowedActions(ROUND_TABLE, round.state), { state: round.state });
  const drafting = round.state === 'draft';
  const reason: Finding[] = drafting || input.reason !== null ? [] : [{ field: 'reason', code: 'round.policy.reason' }];
  const rested = isFrozen(round.state) ? amendmentFindings(await policyOf(tx.manager, round), input.policy) : [];
  assertNone([...reason, ...rested, ...(await findingsOf(tx.manager, input.policy))]);
  const last = await tx.manager.maximum(RoundPolicyEntity, 'version', { roundId: round.id });
  const version = Number(last ?? 0) + 1;
  const hash = await insertPolicy(tx, actor, round.id, version, input.policy, input.reason);
  const changed = await changeRecord(tx.manager, RoundEntity, round, drafting ? { policyVersion: version } : {});
  await tx.record({
    type: 'RoundPolicyRevised',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    reason: input.reason,
    contentHash: hash,
    data: { policyVersion: version },
  });
  return changed;
}

async function insertPolicy(
  tx: Tx,
  actor: Actor,
  roundId: string,
  version: number,
  policy: RoundPolicy,
  reason: string | null,
): Promise<string> {
  if (actor.personId === null) throw new Problem(401, 'access.sign-in');
  const hash = contentHash(policy);
  await tx.manager.insert(RoundPolicyEntity, {
    id: tx.newId(),
    roundId,
    version,
    policy: policy as never,
    contentHash: hash,
    reason,
    createdBy: actor.personId,
    createdAt: tx.now,
  });
  return hash;
}

async function findingsOf(manager: EntityManager, policy: RoundPolicy): Promise<Finding[]> {
  const known = await organisationIds(manager, policy.owners);
  const unknown = policy.owners
    .map((code, index) => ({ code, index }))
    .filter(({ code }) => !known.has(code))
    .map(({ code, index }): Finding => ({
      field: `owners[${index}]`,
      code: 'round.policy.owner-unknown',
      params: { code },
    }));
  return [...unknown, ...policyFindings(policy)];
}
