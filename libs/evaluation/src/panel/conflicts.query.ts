import { authorise, loadPerson } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { policyOf, readRound } from '@daegaejo/round';
import { In } from 'typeorm';
import { conflictsBetween } from './conflicts.js';
import { labelPlans, submittedPlans } from '../results/filed-plans.js';
import type { ConflictPersonView, ConflictsView } from '../http/conflict.dto.js';
import { candidateFindings } from '../rules/index.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity } from '../store/evaluation.entity.js';
import { seated } from '../store/evaluations.js';
import { EvaluatorProfileEntity } from '../store/panel.entity.js';

/**
 * Every conflict between the people of a panel, or one person who might join it, and the plans of the round, each with its rule:
 * to be looked at before anybody is invited or assigned.
 */
export async function listConflicts(
  reading: Reading,
  actor: Actor,
  roundId: string,
  personId: string | null,
): Promise<ConflictsView> {
  const { manager } = reading;
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'listConflicts', { roundId });
  if (personId !== null) await loadPerson(manager, personId);
  const plans = await submittedPlans(manager, roundId);
  const people = await peopleAsked(reading, roundId, personId);
  const personIds = people.map((person) => person.personId);
  const between = await conflictsBetween(manager, await policyOf(manager, round), personIds, plans);
  const assigned = await manager.findBy(EvaluatorAssignmentEntity, {
    roundId,
    personId: In(personIds),
    state: 'active',
  });
  const assignmentOf = new Map(assigned.map((row) => [`${row.personId} ${row.planId}`, row.id]));
  return {
    roundId,
    people,
    plans: await labelPlans(manager, plans),
    conflicts: personIds.flatMap((id) =>
      plans.flatMap((plan) =>
        between(id, plan.id).map(({ code, kind, source }) => ({
          personId: id,
          planId: plan.id,
          code,
          kind,
          source,
          assignmentId: assignmentOf.get(`${id} ${plan.id}`) ?? null,
        })),
      ),
    ),
  };
}

async function peopleAsked(
  { manager, now }: Reading,
  roundId: string,
  personId: string | null,
): Promise<ConflictPersonView[]> {
  const members = await manager.find(PanelMemberEntity, {
    where: personId === null ? { roundId, state: seated() } : { roundId, personId },
    order: { id: 'ASC' },
  });
  const known = new Map(members.map((member) => [member.personId, member]));
  const personIds = personId === null ? [...known.keys()] : [personId];
  const profiles = await manager.findBy(EvaluatorProfileEntity, { personId: In(personIds) });
  const profileOf = new Map(profiles.map((profile) => [profile.personId, profile]));
  return personIds.map((id) => {
    const [member, profile] = [known.get(id), profileOf.get(id)];
    const findings =
      profile === undefined
        ? []
        : candidateFindings({ ...profile, struck: profile.struckAt !== null }, seoulDay(now)).map(({ code }) => code);
    return { personId: id, memberId: member?.id ?? null, state: member?.state ?? null, profileFindings: findings };
  });
}
