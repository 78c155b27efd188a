import type { Actor } from '@daegaejo/identity/rules';
import { isRehearsal, notFound, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { readPlan } from '@daegaejo/plan';
import { policyAt } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { Recomputation } from './recomputation-page.js';
import { admitToRanking, explainedPlans, rankingAt } from './released-ranking.js';
import { passesAll, type PlanSummary } from '../rules/index.js';
import { ScoreAggregateEntity } from '../store/evaluation.entity.js';

/** A ranking as its list is served: no recomputation, so a round of ten thousand plans is one short text. */
export function listText(
  {
    roundId,
    no,
    policyVersion,
    inputsHash,
    createdAt,
  }: Omit<ScoreAggregateEntity, 'list' | 'inputs' | 'result' | 'id' | 'revision'>,
  plans: readonly PlanSummary[],
): string {
  return JSON.stringify({
    roundId,
    no,
    policyVersion,
    inputsHash,
    computedAt: createdAt,
    plans: plans.map((plan) => ({
      rank: plan.rank,
      planId: plan.planId,
      label: plan.label,
      base: formatScore(plan.base),
      bonus: formatScore(plan.bonus),
      ...(plan.deduction === undefined ? {} : { deduction: formatScore(plan.deduction) }),
      final: formatScore(plan.final),
      passes: passesAll(plan),
      ...(plan.failedFloors === undefined ? {} : { failedFloors: plan.failedFloors }),
      unresolvedTie: plan.unresolvedTie,
      sheets: plan.sheetCount,
    })),
  });
}

/** A list as it goes out, and the same while something newer is on its way. */
interface Bytes {
  readonly settled: Buffer;
  readonly pending: Buffer;
}

/** Lists that were asked for lately. A version of a ranking never changes, so bytes once made are right for ever. */
const KEPT = 8;
const kept = new Map<string, Bytes>();

/** The list of the ranking that is shown, as the bytes that were stored with it; who may read it is looked at every time. */
export async function rankingListBytes(
  { manager }: Pick<Reading, 'manager'>,
  actor: Actor,
  roundId: string,
): Promise<Buffer> {
  const released = await admitToRanking(manager, actor, 'getRankingList', roundId);
  const key = `${roundId}#${released.no}`;
  let bytes = kept.get(key);
  if (bytes === undefined) {
    bytes = bytesOf(await storedList(manager, roundId, released.no));
    if (kept.size >= KEPT) kept.delete([...kept.keys()][0] ?? '');
    kept.set(key, bytes);
  }
  return released.pending ? bytes.pending : bytes.settled;
}

const bytesOf = (text: string): Bytes => ({
  settled: Buffer.from(`{"pending":false,${text.slice(1)}`),
  pending: Buffer.from(`{"pending":true,${text.slice(1)}`),
});

async function storedList(manager: EntityManager, roundId: string, no: number): Promise<string> {
  const where = { roundId, no };
  const { list } = await manager.findOneOrFail(ScoreAggregateEntity, { where, select: { id: true, list: true } });
  if (list !== null) return list;
  const aggregate = await rankingAt(manager, roundId, no);
  return listText(aggregate, aggregate.result.plans);
}

/** One plan of the ranking with everything needed to compute it again (평가집계표). */
export async function getRecomputation({ manager }: Reading, actor: Actor, planId: string): Promise<Recomputation> {
  const { roundId } = await readPlan(manager, actor, planId);
  const { round, no } = await admitToRanking(manager, actor, 'getRecomputationSheet', roundId);
  const aggregate = await rankingAt(manager, roundId, no);
  const plan = explainedPlans(aggregate).find((ranked) => ranked.planId === planId);
  if (plan === undefined) throw notFound();
  const { policyVersion, inputsHash, createdAt } = aggregate;
  return {
    round: round.title,
    policy: await policyAt(manager, roundId, policyVersion),
    policyVersion,
    no,
    inputsHash,
    computedAt: createdAt,
    rehearsal: await isRehearsal(manager),
    plan,
  };
}
