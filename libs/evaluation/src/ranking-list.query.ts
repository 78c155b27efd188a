import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { InstallationEntity, notFound, type Reading, refused } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { readPlan } from '@daegaejo/plan';
import { policyAt, readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { type PlanSummary, explainPlan, fromCompactPlan } from './rules/index.js';
import type { Recomputation } from './recomputation-page.js';
import { inputsOf } from './score-inputs.query.js';
import { assertOwnPanel } from './score-progress.query.js';
import { type ScoreAggregateEntity } from './store/evaluation.entity.js';
import { releasedAggregate, releasedVersion } from './store/evaluations.js';

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
      passes: plan.passes ?? plan.passesCutOff,
      ...(plan.failedFloors === undefined ? {} : { failedFloors: plan.failedFloors }),
      unresolvedTie: plan.unresolvedTie,
      sheets: plan.sheetCount,
    })),
  });
}

/** Lists that were asked for lately. A version of a ranking never changes, so a text once read is right for ever. */
const KEPT = 8;
const kept = new Map<string, string>();

/** The list of the ranking that is shown, as the text that was stored with it; who may read it is looked at every time. */
export async function rankingListText({ manager }: Reading, actor: Actor, roundId: string): Promise<string> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getRanking', { roundId });
  await assertOwnPanel(manager, actor, 'getRanking', roundId);
  const released = await releasedVersion(manager, roundId);
  if (released === null) throw refused('evaluation.not-locked', [], { state: round.state });
  const key = `${roundId}#${released.no}`;
  let text = kept.get(key);
  if (text === undefined) {
    text = await storedList(manager, roundId);
    if (kept.size >= KEPT) kept.delete([...kept.keys()][0] ?? '');
    kept.set(key, text);
  }
  return `{"pending":${String(released.pending)},${text.slice(1)}`;
}

async function storedList(manager: EntityManager, roundId: string): Promise<string> {
  const released = await releasedAggregate(manager, roundId);
  if (released === null) throw notFound();
  const { aggregate } = released;
  return aggregate.list ?? listText(aggregate, aggregate.result.plans);
}

/** One plan of the ranking with everything needed to compute it again (평가집계표). */
export async function getRecomputation({ manager }: Reading, actor: Actor, planId: string): Promise<Recomputation> {
  const { roundId } = await readPlan(manager, actor, planId);
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getRanking', { roundId });
  await assertOwnPanel(manager, actor, 'getRanking', roundId);
  const released = await releasedAggregate(manager, roundId);
  if (released === null) throw refused('evaluation.not-locked', [], { state: round.state });
  const { no, policyVersion, inputsHash, createdAt, inputs, result } = released.aggregate;
  if (inputs === null) throw notFound();
  const { policy: rules, plans } = inputsOf(result.rules, inputs);
  const compact = plans.find((plan) => plan.planId === planId);
  if (compact === undefined) throw notFound();
  const installation = await manager.findOneBy(InstallationEntity, { id: 1 });
  return {
    round: round.title,
    policy: await policyAt(manager, roundId, policyVersion),
    policyVersion,
    no,
    inputsHash,
    computedAt: createdAt,
    rehearsal: installation?.rehearsal ?? false,
    plan: explainPlan(rules, fromCompactPlan(rules, compact), result.plans),
  };
}
