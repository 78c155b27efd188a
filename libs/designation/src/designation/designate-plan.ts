import { authorise, organisationIds, organisationNamesOn } from '@daegaejo/identity';
import { type Actor, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import {
  assertNone,
  assertVersion,
  changeRecord,
  contentHash,
  lockRow,
  notFound,
  Problem,
  refused,
  type Tx,
} from '@daegaejo/platform';
import { allowedActions, nextState, seoulDay } from '@daegaejo/platform/rules';
import { lockPlan, movePlan, newestVersion, planNotNow, planOf } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { missingOwners, notNow, policyOf, roundOf, signingMinistry } from '@daegaejo/round';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { DESIGNATION_TABLE, designationFindings, gazetteText } from '../rules/index.js';
import { DesignationEntity } from '../store/designation.entity.js';

/**
 * An officer of one owner ministry drafts the notice for a confirmed plan (지정·고시안), and signs it. The text for the gazette is
 * made from the data here, so that what the other ministry signs is the very text that is printed.
 */
export async function proposeDesignation(
  tx: Tx,
  actor: Actor,
  input: {
    planId: string;
    noticeNumber: string;
    noticeDate: string;
    effectiveDate: string;
    siteKeys: readonly string[];
  },
): Promise<DesignationEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'proposeDesignation', plan);
  if (nextState(PLAN_TABLE, plan.state, 'designate') === null) throw planNotNow(plan, 'designate');
  const round = await roundOf(tx, plan.roundId);
  if (round.state !== 'confirmed') throw notNow(round, 'propose-designation');
  const policy = await policyOf(tx.manager, round);
  const ministryId = await signingMinistry(tx.manager, actor, policy, round.id);
  if (await tx.manager.existsBy(DesignationEntity, { planId: plan.id, state: 'proposed' }))
    throw refused('designation.proposed-already', ['approveDesignation']);
  const version = await newestVersion(tx.manager, plan);
  if (version === null) throw notFound();
  const notice = {
    noticeNumber: input.noticeNumber,
    noticeDate: input.noticeDate,
    effectiveDate: input.effectiveDate,
    siteKeys: input.siteKeys,
  };
  assertNone(designationFindings({ ...notice, planSites: version.content.sites, today: seoulDay(tx.now) }));
  const text = gazetteText({
    ...notice,
    ...(await namesOf(tx, policy.owners, plan.provinceId, input.noticeDate)),
    planTitle: version.content.title,
    sites: input.siteKeys.flatMap((key) => version.content.sites.filter((site) => site.key === key)),
    planHash: version.contentHash,
  });
  const designation: DesignationEntity = {
    ...notice,
    id: tx.newId(),
    roundId: round.id,
    planId: plan.id,
    state: DESIGNATION_TABLE.initial,
    gazetteText: text,
    contentHash: contentHash({ planId: plan.id, confirmed: version.contentHash, notice, gazetteText: text }),
    signatures: [{ ministryId, personId: actor.personId ?? '', at: tx.now }],
    version: 1,
  };
  await tx.manager.insert(DesignationEntity, designation as never);
  await record(tx, designation, 'DesignationProposed', null);
  return designation;
}

/**
 * The other owner ministry signs the very notice (its content hash), by another person. With every owner's signature and two people
 * the region is designated. The same person, or the same ministry again, is refused.
 */
export async function approveDesignation(
  tx: Tx,
  actor: Actor,
  input: { designationId: string; contentHash: string; expectedVersion: number | null },
): Promise<DesignationEntity> {
  const known = await visibleDesignations(
    actor,
    tx.manager
      .createQueryBuilder(DesignationEntity, 'designation')
      .where('designation.id = :id', { id: input.designationId }),
  ).getOne();
  if (known === null) throw notFound();
  authorise(actor, 'approveDesignation', { roundId: known.roundId });
  const plan = await planOf(tx, known.planId);
  const round = await roundOf(tx, known.roundId);
  await lockRow(tx, 'designation', known.id);
  const designation = await tx.manager.findOneByOrFail(DesignationEntity, { id: known.id });
  assertVersion(designation, input.expectedVersion);
  if (nextState(DESIGNATION_TABLE, designation.state, 'approve') === null)
    throw refused('designation.not-now', allowedActions(DESIGNATION_TABLE, designation.state), {
      state: designation.state,
    });
  if (designation.contentHash !== input.contentHash) throw refused('designation.other-content', ['approve']);
  const policy = await policyOf(tx.manager, round);
  const ministryId = await signingMinistry(tx.manager, actor, policy, designation.roundId);
  if (
    designation.signatures.some(
      (signature) =>
        signature.personId === actor.personId || (signature.ministryId === ministryId && policy.owners.length > 1),
    )
  )
    throw new Problem(403, 'designation.four-eyes');
  const signatures = [...designation.signatures, { ministryId, personId: actor.personId ?? '', at: tx.now }];
  const missing = await missingOwners(
    tx.manager,
    policy,
    signatures.map((signature) => signature.ministryId),
  );
  const complete = missing.length === 0;
  const signed = await changeRecord(tx.manager, DesignationEntity, designation, {
    signatures,
    state: complete ? 'approved' : designation.state,
  });
  await record(tx, signed, complete ? 'DesignationApproved' : 'DesignationSigned', designation.state);
  if (complete)
    await movePlan(tx, plan, 'designate', {
      type: 'PlanDesignated',
      contentHash: designation.contentHash,
      data: { noticeNumber: designation.noticeNumber, noticeDate: designation.noticeDate },
      audience: 'public',
    });
  return signed;
}

/** Names of the owner ministries and of the 시·도, as they were on the day of the notice. */
async function namesOf(
  { manager }: Tx,
  owners: readonly string[],
  provinceId: string,
  day: string,
): Promise<{ ministries: string[]; province: string }> {
  const ids = await organisationIds(manager, owners);
  const names = await organisationNamesOn(manager, [...ids.values(), provinceId], day);
  return {
    ministries: owners.map((code) => names.get(ids.get(code) ?? '') ?? code),
    province: names.get(provinceId) ?? '',
  };
}

/** The one scope of designations: what is approved is public, what is proposed is for staff and auditors. */
export function visibleDesignations(
  actor: Actor,
  select: SelectQueryBuilder<DesignationEntity>,
): SelectQueryBuilder<DesignationEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where("designation.state = 'approved'");
      const rounds = roundsOf(actor, [...STAFF_ROLES, 'auditor']);
      if (rounds === 'all') or.orWhere('1 = 1');
      else if (rounds.length > 0) or.orWhere('designation.roundId IN (:...rounds)', { rounds });
    }),
  );
}

const record = (tx: Tx, designation: DesignationEntity, type: string, from: string | null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'designation', id: designation.id },
    roundId: designation.roundId,
    from,
    to: designation.state,
    contentHash: designation.contentHash,
    data: { planId: designation.planId, noticeNumber: designation.noticeNumber },
  });
