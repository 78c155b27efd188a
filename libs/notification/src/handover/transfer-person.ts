import {
  assertOrganisations,
  authorise,
  changeWorkplace,
  grantRole,
  loadPerson,
  organisationNamesOn,
  PersonEntity,
  revokeRole,
  RoleGrantEntity,
} from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, contentHash, lockRow, Problem, refused, type Tx } from '@daegaejo/platform';
import { type Day, seoulDay } from '@daegaejo/platform/rules';
import type { DutySources } from '@daegaejo/round';
import { IsNull } from 'typeorm';
import { roundsUnderWay } from '../duty-context.js';
import {
  isOffice,
  missingRoles,
  neededRoles,
  passedOn,
  transferFindings,
  type TransferSubject,
} from '../rules/index.js';
import { placeHolder } from './name-holder.js';
import { openDutiesOf } from './open-duties.js';
import { DutyHolderEntity, type HandedDuty, HandoverEntity } from './store/handover.entity.js';
import { HANDOVER_NOTICES } from './tell-of-handover.js';

export interface TransferInput {
  readonly personId: string;
  readonly successorId: string | null;
  readonly effectiveOn: Day;
  readonly newOrganisationId: string | null;
  readonly institution: string | null;
  readonly affiliationProvinceId: string | null;
  readonly reason: string;
  readonly letterNumber: string;
  readonly grantMissing: boolean;
  readonly expectedVersion: number;
}

/**
 * 인사이동: somebody leaves his office. His open duties go to a successor, who holds the same role, or is given it; what he was named
 * for goes with them; the roles of the office end; he works elsewhere from now on. All of it at once, with the list, or nothing.
 * Without a successor it is refused (409) while a duty of the office is open. What he does in person stays his.
 */
export async function transferPerson(
  tx: Tx,
  sources: DutySources,
  actor: Actor,
  input: TransferInput,
): Promise<HandoverEntity> {
  authorise(actor, 'transferPerson');
  const { personId, successorId } = input;
  const ids = [...new Set([personId, ...(successorId === null ? [] : [successorId])])].toSorted();
  for (const id of ids) await lockRow(tx, 'person', id); // always in the same order, so that two exchanges cannot wait for each other
  const person = await loadPerson(tx.manager, personId);
  assertVersion(person, input.expectedVersion);
  if (person.disabledAt !== null) throw refused('person.disabled', []);
  const successor = await successorOf(tx, successorId);
  // Whoever names somebody, or ends a naming, now waits: what is read here stands when it is passed on.
  const rounds = await roundsUnderWay(tx.manager);
  for (const id of rounds.map((round) => round.id).toSorted()) await lockRow(tx, 'round', id);
  const open = (await openDutiesOf(tx, sources, personId)).filter(({ capacity }) => capacity !== null);
  const moving = open.filter(({ capacity }) => capacity !== null && isOffice(capacity.role));
  const held = await tx.manager.find(DutyHolderEntity, {
    where: { personId, until: IsNull() },
    order: { since: 'ASC', id: 'ASC' },
  });
  if (successor === null) assertNothingLeft(moving);
  const subject: TransferSubject = {
    personId,
    successor,
    effectiveOn: input.effectiveOn,
    today: seoulDay(tx.now),
    needed: neededRoles(moving),
    grantMissing: input.grantMissing,
  };
  const offices = subject.needed.map(({ organisationId }) => organisationId);
  assertNone(transferFindings(subject, await organisationNamesOn(tx.manager, offices, subject.today)));
  const { newOrganisationId, institution, affiliationProvinceId } = input;
  await assertOrganisations(tx.manager, { newOrganisationId, affiliationProvinceId });

  const handoverId = tx.newId();
  const given = missingRoles(subject);
  for (const role of given) await grantRole(tx, actor, { ...role, personId: successorId ?? '' });
  await passOn(tx, moving, held, successorId, actor.personId ?? '', handoverId);
  const endedRoles = await endOffices(tx, actor, personId);
  const workplace = { organisationId: newOrganisationId, institution, affiliationProvinceId };
  await changeWorkplace(tx, person, workplace, input.reason);
  return store(tx, actor, input, person, { id: handoverId, duties: open, endedRoles, givenRoles: given });
}

async function successorOf(tx: Tx, id: string | null): Promise<TransferSubject['successor']> {
  if (id === null) return null;
  const person = await tx.manager.findOneBy(PersonEntity, { id });
  const grants = await tx.manager.findBy(RoleGrantEntity, { personId: id, revokedAt: IsNull() });
  return { personId: id, active: person !== null && person.disabledAt === null, grants };
}

function assertNothingLeft(duties: readonly HandedDuty[]): void {
  if (duties.length === 0) return;
  throw new Problem(
    409,
    'handover.successor-needed',
    { count: duties.length },
    {
      allowed: ['transferPerson'],
      findings: duties.map(({ title, at }) => ({
        field: 'successorId',
        code: 'handover.duty-open',
        params: { duty: title, at },
      })),
    },
  );
}

/** Everything he was named for, and every open duty nobody else is named for, is the successor's now. */
async function passOn(
  tx: Tx,
  duties: readonly HandedDuty[],
  held: readonly DutyHolderEntity[],
  successorId: string | null,
  by: string,
  handoverId: string,
): Promise<void> {
  for (const { id: holderId, roundId, organisationId, kind, subjectId } of held) {
    if (successorId !== null) {
      await placeHolder(tx, { roundId, organisationId, kind, subjectId }, successorId, by, handoverId);
      continue;
    }
    await tx.manager.update(DutyHolderEntity, { id: holderId, until: IsNull() }, { until: tx.now, openKey: null });
  }
  if (successorId === null) return;
  for (const { roundId, kind, subjectId, capacity, named } of duties)
    if (capacity !== null && !named)
      await placeHolder(
        tx,
        { roundId, organisationId: capacity.organisationId, kind, subjectId },
        successorId,
        by,
        handoverId,
      );
}

async function endOffices(tx: Tx, actor: Actor, personId: string): Promise<HandoverEntity['endedRoles']> {
  const grants = await tx.manager.find(RoleGrantEntity, {
    where: { personId, revokedAt: IsNull() },
    order: { grantedAt: 'ASC', id: 'ASC' },
  });
  const offices = grants.filter(({ role }) => isOffice(role));
  for (const { id } of offices) await revokeRole(tx, actor, { personId, grantId: id });
  return offices.map(({ role, organisationId, roundId }) => ({ role, organisationId, roundId }));
}

async function store(
  tx: Tx,
  actor: Actor,
  input: TransferInput,
  person: PersonEntity,
  moved: Pick<HandoverEntity, 'id' | 'duties' | 'endedRoles' | 'givenRoles'>,
): Promise<HandoverEntity> {
  const { personId, successorId, effectiveOn, reason, letterNumber } = input;
  const content = {
    personId,
    successorId,
    effectiveOn,
    fromOrganisationId: person.organisationId,
    toOrganisationId: input.newOrganisationId,
    reason,
    letterNumber,
    duties: moved.duties.map((duty) => ({ ...duty })),
    endedRoles: moved.endedRoles,
    givenRoles: moved.givenRoles,
  };
  const handover: HandoverEntity = {
    ...content,
    id: moved.id,
    contentHash: contentHash(content),
    decidedBy: actor.personId ?? '',
    decidedAt: tx.now,
  };
  await tx.manager.insert(HandoverEntity, handover as never);
  await tx.record({
    type: 'PersonTransferred',
    subject: { kind: 'person', id: personId },
    reason,
    contentHash: handover.contentHash,
    data: {
      handoverId: handover.id,
      personId,
      successorId,
      effectiveOn,
      letterNumber,
      duties: moved.duties.length,
      endedRoles: moved.endedRoles.map(({ role }) => role).join(', '),
    },
  });
  const passed = passedOn(moved.duties);
  if (successorId === null || passed.length === 0) return handover;
  for (const type of HANDOVER_NOTICES)
    await tx.record({
      type,
      subject: { kind: 'handover', id: handover.id },
      contentHash: handover.contentHash,
      data: { personId: type === 'DutiesTakenOver' ? successorId : personId, duties: passed.length },
    });
  return handover;
}
