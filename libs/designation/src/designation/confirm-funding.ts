import { authorise, organisationIds } from '@daegaejo/identity';
import { type Actor, organisationsOf } from '@daegaejo/identity/rules';
import { lockPlan, newestVersion, planNotNow, type PlanEntity, type PlanVersionEntity } from '@daegaejo/plan';
import { assertNone, assertVersion, invalid, notFound, refused, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { notNow, type RoundEntity, roundOf } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import type { FundingGivenView } from '../http/confirmation.dto.js';
import { fundingVerdictFindings, type FundingVerdict, unspoken } from '../rules/index.js';
import { FundingConfirmationEntity } from '../store/publication.entity.js';

interface Input {
  readonly planId: string;
  readonly verdict: FundingVerdict;
  readonly reason: string | null;
  /** Keys of sub-projects; null = all of the reviewer's ministry that have no word on this version yet. */
  readonly subProjectKeys: readonly string[] | null;
  readonly expectedVersion: number | null;
}

/**
 * A reviewer gives his ministry's word on the money of its sub-projects in the final draft (부처 재원 확인): on some, or on all that
 * wait for it in one call. It is bound to that version's content: a new submission needs the word again. Another word is a new row.
 */
export async function confirmFunding(tx: Tx, actor: Actor, input: Input): Promise<FundingConfirmationEntity[]> {
  const plan = await lockPlan(tx, actor, input.planId);
  const ministries = organisationsOf(actor, ['ministry-reviewer'], plan.roundId);
  authorise(actor, 'confirmFunding', { roundId: plan.roundId, ministryIds: ministries });
  assertVersion(plan, input.expectedVersion);
  await assertFinalDraft(tx, plan);
  assertNone(fundingVerdictFindings(input.verdict, input.reason));
  const version = await newestVersion(tx.manager, plan);
  if (version === null) throw notFound();
  const given = await tx.manager.findBy(FundingConfirmationEntity, { planId: plan.id });
  const chosen = await choose(tx, version, given, ministries, input.subProjectKeys);
  const rows = chosen.map(({ key, ministryId }): FundingConfirmationEntity => ({
    id: tx.newId(),
    planId: plan.id,
    versionNo: version.no,
    contentHash: version.contentHash,
    subProjectKey: key,
    ministryId,
    verdict: input.verdict,
    reason: input.reason,
    no: given.reduce((most, one) => (one.subProjectKey === key ? Math.max(most, one.no) : most), 0) + 1,
    personId: actor.personId ?? '',
    givenAt: tx.now,
  }));
  await tx.manager.insert(FundingConfirmationEntity, rows as never);
  await tx.record({
    type: 'FundingConfirmed',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    reason: input.reason,
    contentHash: version.contentHash,
    data: { verdict: input.verdict, subProjects: rows.length, versionNo: version.no },
    audience: 'province',
  });
  return rows;
}

async function assertFinalDraft(tx: Tx, plan: PlanEntity): Promise<RoundEntity> {
  if (plan.state !== 'final-draft') throw planNotNow(plan, 'confirm-funding');
  const round = await roundOf(tx, plan.roundId);
  if (round.state !== 'finalising') throw notNow(round, 'confirm-funding');
  return round;
}

/** The sub-projects of the reviewer's ministries that are meant: those named, or all without a word. A foreign one is refused by name. */
async function choose(
  { manager }: Tx,
  { content, contentHash }: PlanVersionEntity,
  given: readonly FundingConfirmationEntity[],
  ministries: readonly string[],
  keys: readonly string[] | null,
): Promise<{ key: string; ministryId: string }[]> {
  const ids = await organisationIds(manager, [...new Set(content.subProjects.map(({ ministry }) => ministry))]);
  const own = content.subProjects
    .map(({ key, ministry }) => ({ key, ministryId: ids.get(ministry) ?? '' }))
    .filter(({ ministryId }) => ministries.includes(ministryId));
  if (keys === null) {
    const waiting = unspoken(own, given, contentHash);
    if (waiting.length === 0) throw refused('funding-confirmation.nothing-waits', []);
    return waiting;
  }
  const findings = keys.flatMap((key, at): Finding[] => {
    const field = `subProjectKeys[${at}]`;
    if (keys.indexOf(key) < at) return [{ field, code: 'funding-confirmation.twice' }];
    return own.some((project) => project.key === key)
      ? []
      : [{ field, code: 'funding-confirmation.not-yours', params: { key } }];
  });
  if (findings.length > 0) throw invalid(findings);
  return own.filter(({ key }) => keys.includes(key));
}

/** What the policy holds against confirming this version: sub-projects whose ministry has not spoken on it. */
export async function fundingFindings(
  manager: EntityManager,
  { confirmation }: RoundPolicy,
  { planId, content, contentHash }: PlanVersionEntity,
): Promise<Finding[]> {
  if (confirmation?.fundingConfirmations !== 'required') return [];
  const given = await manager.findBy(FundingConfirmationEntity, { planId });
  const count = unspoken(content.subProjects, given, contentHash).length;
  return count === 0 ? [] : [{ field: 'subProjects', code: 'funding-confirmation.missing', params: { count } }];
}

/** What one call said, as it is answered. */
export const fundingGivenView = (rows: readonly FundingConfirmationEntity[]): FundingGivenView => ({
  subProjectKeys: rows.map(({ subProjectKey }) => subProjectKey),
  verdict: rows[0]?.verdict ?? '',
  versionNo: rows[0]?.versionNo ?? 0,
});
