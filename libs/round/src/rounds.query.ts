import { organisationsById } from '@daegaejo/identity';
import { type Actor, isPermitted } from '@daegaejo/identity/rules';
import { type Page, pageByTime, pageOf, readCursor, type Reading } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import { policyView } from './http/policy.mapper.js';
import type { PolicyVersionView, RoundQuery, RoundView } from './http/round.dto.js';
import { CALENDAR_STEPS, deadlineOf, ROUND_LABELS, ROUND_TABLE } from './rules/index.js';
import { RoundApprovalEntity, RoundEntity, RoundPolicyEntity } from './store/round.entity.js';
import { extensionsOf, policyOf, readRound, visibleRounds } from './store/rounds.js';

/** Rounds, newest call first. */
export async function listRounds({ manager }: Reading, actor: Actor, query: RoundQuery): Promise<Page<RoundView>> {
  const select = visibleRounds(actor, manager.createQueryBuilder(RoundEntity, 'round'));
  const page = await pageByTime(select, 'createdAt', query, 'newest');
  const items: RoundView[] = [];
  for (const row of page.items) items.push(await roundView(manager, actor, row));
  return { ...page, items };
}

export async function getRound({ manager }: Reading, actor: Actor, id: string): Promise<RoundView> {
  return roundView(manager, actor, await readRound(manager, actor, id));
}

/** Every version of the policy. What is not in force yet is for those who run or check the round. */
export async function listRoundPolicies(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: RoundQuery,
): Promise<Page<PolicyVersionView>> {
  const round = await readRound(manager, actor, roundId);
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  const internal = runsOrChecks(actor, round);
  const select = manager
    .createQueryBuilder(RoundPolicyEntity, 'policy')
    .where('policy.roundId = :roundId', { roundId })
    .orderBy('policy.version')
    .limit(limit + 1);
  if (after !== null) select.andWhere('policy.version > :after', { after: Number(after[0]) });
  if (!internal) select.andWhere('policy.version <= :inForce', { inForce: round.policyVersion });
  const rows = await select.getMany();
  const approvals = await manager.findBy(RoundApprovalEntity, { roundId, purpose: 'policy' });
  const ministries = await organisationsById(
    manager,
    approvals.map((approval) => approval.ministryId),
  );
  return pageOf(
    rows,
    limit,
    (row) => [String(row.version)],
    (row) => ({
      version: row.version,
      contentHash: row.contentHash,
      reason: row.reason,
      createdAt: row.createdAt,
      signedBy: approvals
        .filter((approval) => approval.contentHash === row.contentHash)
        .map((approval) => ministries.get(approval.ministryId)?.code ?? ''),
      policy: policyView(row.policy),
    }),
  );
}

const runsOrChecks = (actor: Actor, round: RoundEntity): boolean =>
  isPermitted(actor, 'advanceRound', { roundId: round.id }) || actor.grants.some((grant) => grant.role === 'auditor');

/** A round as this reader may see it. */
export async function roundView(manager: EntityManager, actor: Actor, round: RoundEntity): Promise<RoundView> {
  const policy = await policyOf(manager, round);
  const extensions = await extensionsOf(manager, round.id);
  const internal = runsOrChecks(actor, round);
  return {
    id: round.id,
    year: round.year,
    title: round.title,
    state: round.state,
    stateLabel: ROUND_LABELS[round.state][internal ? 'staff' : 'public'],
    deadlines: Object.fromEntries(CALENDAR_STEPS.map((step) => [step, deadlineOf(policy, extensions, step)])),
    extensions: extensions.map(({ step, previous, deadline, reason, createdAt }) => ({
      step,
      previous,
      deadline,
      reason,
      at: createdAt,
    })),
    announcedAt: round.announcedAt,
    publishedAt: round.publishedAt,
    objectionDeadline: round.objectionDeadline,
    cancelReason: round.cancelReason,
    policyVersion: round.policyVersion,
    policy: policyView(policy),
    allowed: isPermitted(actor, 'advanceRound', { roundId: round.id }) ? allowedActions(ROUND_TABLE, round.state) : [],
    version: round.version,
  };
}
