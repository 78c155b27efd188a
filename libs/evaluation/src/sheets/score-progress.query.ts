import { setTimeout as sleep } from 'node:timers/promises';
import { authorise } from '@daegaejo/identity';
import { type Actor, isPermitted, type OperationId } from '@daegaejo/identity/rules';
import { Problem, type Queries, type Reading } from '@daegaejo/platform';
import { readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { ScoreProgressView } from '../http/evaluation.dto.js';
import { ScoreProgressEntity, ScoreSheetEntity } from '../store/evaluation.entity.js';
import { chairsOf } from '../store/evaluations.js';

/** How long a lock waits for the aggregation to catch up before it says so. */
const PATIENCE_MS = 10_000;

/** How far scoring is, in numbers of sheets: for the chair and those who run or check the round. Nobody learns a mark from it. */
export async function getScoreProgress(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
): Promise<ScoreProgressView> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'getScoreProgress', { roundId });
  await assertOwnPanel(manager, actor, 'getScoreProgress', roundId);
  const rows = await manager
    .createQueryBuilder(ScoreSheetEntity, 'sheet')
    .select('sheet.state', 'state')
    .addSelect('COUNT(*)', 'count')
    .where("sheet.roundId = :roundId AND sheet.series = 'first'", { roundId })
    .groupBy('sheet.state')
    .getRawMany<{ state: string; count: string | number }>();
  const progress = await progressOf(manager, roundId);
  return {
    roundId,
    sheets: Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])),
    revision: progress.revision,
    aggregated: progress.aggregated,
    pending: progress.aggregated < progress.revision,
    rankable: progress.aggregateNo !== null && progress.blocked === null,
    blocked: (progress.blocked ?? []).map(({ field, code }) => ({ field, code })),
  };
}

/** Whoever may read it as a chair only (whatever else he may be elsewhere) sees his own panel. */
export async function assertOwnPanel(
  manager: EntityManager,
  actor: Actor,
  operation: OperationId,
  roundId: string,
): Promise<void> {
  const grants = actor.grants.filter(({ role }) => role !== 'panel-chair');
  if (isPermitted({ ...actor, grants }, operation, { roundId })) return;
  authorise(actor, 'lockPanel', { roundId, people: await chairsOf(manager, roundId) });
}

/** Where the aggregation of a round stands; nothing yet where no sheet was ever handed in. */
export async function progressOf(manager: EntityManager, roundId: string): Promise<ScoreProgressEntity> {
  const known = await manager.findOneBy(ScoreProgressEntity, { roundId });
  return known ?? { roundId, revision: 0, aggregated: 0, blocked: null, aggregateNo: null, releasedNo: null };
}

/** Waits until the ranking includes everything that was handed in, as long as patience lasts. Only for who may lock the panel. */
export async function awaitScores(queries: Queries, actor: Actor, roundId: string): Promise<void> {
  const started = performance.now();
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    const behind = await queries.run(async ({ manager }) => {
      await readRound(manager, actor, roundId);
      authorise(actor, 'lockPanel', { roundId, people: await chairsOf(manager, roundId) });
      const { revision, aggregated } = await progressOf(manager, roundId);
      return revision - aggregated;
    });
    if (behind <= 0 || performance.now() - started > PATIENCE_MS) return;
    await sleep(pause);
  }
}

/** 503: the ranking does not include everything yet. */
export const scoresPending = (progress: ScoreProgressEntity): Problem =>
  new Problem(
    503,
    'evaluation.aggregate-pending',
    { behind: progress.revision - progress.aggregated },
    { retryAfterSeconds: 5 },
  );
