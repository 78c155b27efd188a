import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Page, pageById, type PageQuery, Problem, type Reading } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import type { AnalysisRunView, AnalysisView } from '../http/analysis.dto.js';
import type { RoundAnalysis } from '../rules/analysis/index.js';
import { admitToRanking } from '../results/released-ranking.js';
import { chairsOf } from '../store/evaluations.js';
import { AnalysisRunEntity } from '../store/scoring.entity.js';

/** Every run that was ever made, so that it is seen how often somebody tried. */
export async function listAnalyses(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<AnalysisRunView>> {
  await admitToRanking(manager, actor, 'listAnalyses', roundId);
  const select = manager.createQueryBuilder(AnalysisRunEntity, 'run').where('run.roundId = :roundId', { roundId });
  return pageById(select, 'run', query, runView);
}

/** One run with its figures. What is for the chair alone stays out for everybody else. */
export async function getAnalysis({ manager }: Reading, actor: Actor, runId: string): Promise<AnalysisView> {
  authorise(actor, 'getAnalysis');
  const run = await manager.findOneBy(AnalysisRunEntity, { id: runId });
  if (run === null) throw notFound();
  // somebody else's panel is as good as none
  await admitToRanking(manager, actor, 'getAnalysis', run.roundId).catch((error: unknown) => {
    throw error instanceof Problem && error.status === 403 ? notFound() : error;
  });
  const { chairOnly, ...open } = JSON.parse(run.result) as RoundAnalysis;
  const chairs = await chairsOf(manager, run.roundId);
  const forChair = actor.personId !== null && chairs.includes(actor.personId) ? { chairOnly } : {};
  return { ...runView(run), result: { ...open, ...forChair } };
}

/** The newest run on a version of the ranking; null where there is none. */
export async function newestAnalysis(
  manager: EntityManager,
  roundId: string,
  aggregateNo: number,
): Promise<RoundAnalysis | null> {
  const [run] = await manager.find(AnalysisRunEntity, {
    where: { roundId, aggregateNo },
    order: { requestedAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  return run === undefined ? null : (JSON.parse(run.result) as RoundAnalysis);
}

const runView = ({
  id,
  roundId,
  aggregateNo,
  inputsHash,
  resultHash,
  options,
  purpose,
  requestedAt,
}: AnalysisRunEntity): AnalysisRunView => ({
  id,
  roundId,
  aggregateNo,
  inputsHash,
  resultHash,
  options: { ...options },
  purpose,
  requestedAt,
});
