import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageOf, readCursor, type Reading } from '@daegaejo/platform';
import type { CandidateQuery, CandidateView } from '../http/candidate.dto.js';
import { readCandidate, visibleCandidates } from '../store/candidates.js';
import { EvaluatorProfileEntity } from '../store/panel.entity.js';

/** The candidate pool, for those who run and check rounds. */
export async function listCandidates(
  { manager, dialect }: Reading,
  actor: Actor,
  query: CandidateQuery,
): Promise<Page<CandidateView>> {
  authorise(actor, 'listCandidates');
  const { limit = 50, field, industry, validOn } = query;
  const after = readCursor(query.cursor, 1);
  const select = visibleCandidates(actor, manager.createQueryBuilder(EvaluatorProfileEntity, 'profile'))
    .orderBy('profile.personId')
    .limit(limit + 1);
  if (after !== null) select.andWhere('profile.personId > :after', { after: after[0] });
  const within = dialect === 'sqlite' ? 'instr' : 'strpos';
  if (field !== undefined) select.andWhere(`${within}(profile.fields, :field) > 0`, { field: JSON.stringify(field) });
  if (industry !== undefined) select.andWhere('profile.industry = :industry', { industry: industry === 'true' });
  if (validOn !== undefined)
    select.andWhere('profile.validUntil >= :validOn AND profile.struckAt IS NULL', { validOn });
  return pageOf(await select.getMany(), limit, (row) => [row.personId], candidateView);
}

export async function getCandidate({ manager }: Reading, actor: Actor, personId: string): Promise<CandidateView> {
  const profile = await readCandidate(manager, actor, personId);
  authorise(actor, 'getCandidate', { people: [profile.personId] });
  return candidateView(profile);
}

export const candidateView = (profile: EvaluatorProfileEntity): CandidateView => ({
  personId: profile.personId,
  fields: [...profile.fields],
  industry: profile.industry,
  department: profile.department,
  qualification: profile.qualification,
  experienceYears: profile.experienceYears,
  validUntil: profile.validUntil,
  struckAt: profile.struckAt,
  strikeReason: profile.strikeReason,
  updatedAt: profile.updatedAt,
  version: profile.version,
});
