import { type Actor, roundsOf } from '@daegaejo/identity/rules';
import { notFound } from '@daegaejo/platform';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { EvaluatorProfileEntity } from './panel.entity.js';

/** The one scope of the candidate pool: whoever runs or checks a round sees it whole, an evaluator his own profile. */
export function visibleCandidates(
  actor: Actor,
  select: SelectQueryBuilder<EvaluatorProfileEntity>,
): SelectQueryBuilder<EvaluatorProfileEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      if (actor.grants.some(({ role }) => role === 'evaluator'))
        or.orWhere('profile.personId = :me', { me: actor.personId });
      const rounds = roundsOf(actor, ['secretariat', 'ministry-officer', 'auditor']);
      if (rounds === 'all' || rounds.length > 0) or.orWhere('1 = 1');
    }),
  );
}

/** The profile, if this reader may see it; else 404. */
export async function readCandidate(
  manager: EntityManager,
  actor: Actor,
  personId: string,
): Promise<EvaluatorProfileEntity> {
  const select = manager
    .createQueryBuilder(EvaluatorProfileEntity, 'profile')
    .where('profile.personId = :personId', { personId });
  const profile = await visibleCandidates(actor, select).getOne();
  if (profile === null) throw notFound();
  return profile;
}
