import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { readRound } from '@daegaejo/round';
import type { ObjectionView, ReEvaluationView } from '../http/objection.dto.js';
import { mayKnow } from '../committee/seats.js';
import { ObjectionEntity } from '../store/designation.entity.js';
import { ReEvaluationEntity } from '../store/publication.entity.js';
import { visibleObjections } from './objections.js';

export async function listObjections(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ObjectionView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listObjections', { roundId });
  const select = manager
    .createQueryBuilder(ObjectionEntity, 'objection')
    .where('objection.roundId = :roundId', { roundId });
  return pageById(visibleObjections(actor, select), 'objection', query, objectionView);
}

/** Re-evaluations of a round, for those who run or check it and for the committee; to the chair of a new panel his own. */
export async function listReEvaluations(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ReEvaluationView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listReEvaluations', { roundId });
  const select = manager.createQueryBuilder(ReEvaluationEntity, 'anew').where('anew.roundId = :roundId', { roundId });
  if (!mayKnow(actor, roundId)) select.andWhere('anew.chairId = :me', { me: actor.personId });
  return pageById(select, 'anew', query, reEvaluationView);
}

export const objectionView = ({ provinceId: _provinceId, ...shown }: ObjectionEntity): ObjectionView => shown;

export const reEvaluationView = ({
  sheets,
  result,
  roundId: _roundId,
  ...shown
}: ReEvaluationEntity): ReEvaluationView => ({
  ...shown,
  evaluators: [...new Set(sheets.map(({ personId }) => personId))],
  base: formatScore(result.base),
  bonus: formatScore(result.bonus),
  deduction: formatScore(result.deduction),
  final: formatScore(result.final),
  rank: result.rank,
  failedFloors: [...result.failedFloors],
});
