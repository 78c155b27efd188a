import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { readRound } from '@daegaejo/round';
import type { BudgetOpinionView } from './http/opinion.dto.js';
import { BudgetOpinionEntity } from './store/opinion.entity.js';

/** What 행정안전부 said of the requests of a round's budget years. */
export async function listBudgetOpinions(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<BudgetOpinionView>> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'listBudgetOpinions', { roundId: round.id });
  const select = manager
    .createQueryBuilder(BudgetOpinionEntity, 'opinion')
    .where('opinion.roundId = :roundId', { roundId: round.id });
  return pageById(select, 'opinion', query, opinionView);
}

export const opinionView = (row: BudgetOpinionEntity): BudgetOpinionView => {
  const { id, roundId, year, no, opinion, letterNumber, givenOn, recordedAt } = row;
  return { id, roundId, year, no, opinion, letterNumber, givenOn, recordedAt };
};
