import { authorise, organisationIds, PersonEntity, RoleGrantEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, changeRecord, notFound, refused, type Tx } from '@daegaejo/platform';
import { type Finding, seoulDay } from '@daegaejo/platform/rules';
import { lockRound, notNow, policyOf, readRound } from '@daegaejo/round';
import type { CommitteeOffice } from '@daegaejo/round/rules';
import { In, IsNull } from 'typeorm';
import { isSeated, seatFindings } from '../rules/index.js';
import { CommitteeMemberEntity } from '../store/committee.entity.js';
import { mayKnow, seatsOf } from './seats.js';

/** A member as the secretariat registers him; organisations by code. */
export interface NewMember {
  readonly personId: string | null;
  readonly name: string;
  readonly office: CommitteeOffice;
  readonly organisation: string | null;
  readonly chairMinistry: string | null;
  readonly termFrom: string | null;
  readonly termTo: string | null;
}

/** The secretariat registers members of the committee, many at once (위원 명부). All of them, or none. */
export async function registerMembers(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; members: readonly NewMember[] },
): Promise<CommitteeMemberEntity[]> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'registerCommitteeMembers', { roundId: round.id });
  if (['closed', 'cancelled'].includes(round.state)) throw notNow(round, 'register-committee-members');
  const { owners, deliberation } = await policyOf(tx.manager, round);
  const codes = input.members.flatMap((member) => [member.organisation ?? [], member.chairMinistry ?? []].flat());
  const ids = await organisationIds(tx.manager, [...new Set([...codes, ...owners])]);
  const ownerIds = owners.flatMap((code) => ids.get(code) ?? []);
  const findings: Finding[] = await personFindings(tx, round.id, input.members);
  const members = input.members.map((member, index): CommitteeMemberEntity => {
    const { organisation, chairMinistry, ...given } = member;
    const unknown = Object.entries({ organisation, chairMinistry }).filter(
      ([, code]) => code !== null && !ids.has(code),
    );
    for (const [field] of unknown)
      findings.push({ field: `members[${index}].${field}`, code: 'committee.member.unknown' });
    const seat: CommitteeMemberEntity = {
      ...given,
      id: tx.newId(),
      roundId: round.id,
      organisationId: organisation === null ? null : (ids.get(organisation) ?? null),
      chairMinistryId: chairMinistry === null ? null : (ids.get(chairMinistry) ?? null),
      endedOn: null,
      endReason: null,
      registeredAt: tx.now,
      version: 1,
    };
    if (unknown.length === 0)
      findings.push(
        ...seatFindings(seat, deliberation.committee, ownerIds).map((finding) => ({
          ...finding,
          field: `members[${index}].${finding.field}`,
        })),
      );
    return seat;
  });
  assertNone(findings);
  if (members.length > 0) await tx.manager.insert(CommitteeMemberEntity, members);
  for (const member of members) await record(tx, member, 'CommitteeMemberRegistered');
  return members;
}

/** A member sits no more from a day on (해촉, 인사이동); what he took part in before stays. */
export async function endMember(
  tx: Tx,
  actor: Actor,
  input: { memberId: string; endedOn: string; reason: string; expectedVersion: number | null },
): Promise<CommitteeMemberEntity> {
  const known = await tx.manager.findOneBy(CommitteeMemberEntity, { id: input.memberId });
  if (known === null || !mayKnow(actor, known.roundId)) throw notFound();
  await readRound(tx.manager, actor, known.roundId);
  authorise(actor, 'endCommitteeMember', { roundId: known.roundId });
  await lockRound(tx, actor, known.roundId);
  const member = await tx.manager.findOneByOrFail(CommitteeMemberEntity, { id: input.memberId });
  assertVersion(member, input.expectedVersion);
  if (member.endedOn !== null) throw refused('committee.member.ended', [], { endedOn: member.endedOn });
  const ended = await changeRecord(tx.manager, CommitteeMemberEntity, member, {
    endedOn: input.endedOn,
    endReason: input.reason,
  });
  await record(tx, ended, 'CommitteeMemberEnded', input.reason);
  return ended;
}

/** An account named for a member is that of somebody on the committee, and of nobody who sits already. */
async function personFindings(tx: Tx, roundId: string, members: readonly NewMember[]): Promise<Finding[]> {
  const ids = members.flatMap(({ personId }) => personId ?? []);
  if (ids.length === 0) return [];
  const people = await tx.manager.findBy(PersonEntity, { id: In(ids) });
  const grants = await tx.manager.findBy(RoleGrantEntity, {
    personId: In(ids),
    role: 'committee',
    revokedAt: IsNull(),
  });
  const seated = (await seatsOf(tx.manager, roundId)).filter((seat) => isSeated(seat, seoulDay(tx.now)));
  const taken = new Set(seated.flatMap(({ personId }) => personId ?? []));
  return members.flatMap(({ personId }, index): Finding[] => {
    if (personId === null) return [];
    const field = `members[${index}].personId`;
    if (taken.has(personId)) return [{ field, code: 'committee.member.twice' }];
    taken.add(personId);
    const known = people.some(({ id }) => id === personId) && grants.some((grant) => grant.personId === personId);
    return known ? [] : [{ field, code: 'committee.member.account' }];
  });
}

const record = (tx: Tx, member: CommitteeMemberEntity, type: string, reason: string | null = null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'committee-member', id: member.id },
    roundId: member.roundId,
    reason,
    data: { office: member.office, chair: member.chairMinistryId, termTo: member.termTo, endedOn: member.endedOn },
  });
