import { lockRow, type Reading, rowsOf, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { RoundEntity } from '@daegaejo/round';
import { hasReached, type RoundPolicy } from '@daegaejo/round/rules';
import { listText } from './ranking-list.query.js';
import { rankRound, type Ranking } from '../rules/index.js';
import { inputsText, readInputs } from './score-inputs.query.js';
import { ScoreAggregateEntity, ScoreProgressEntity, ScoreSheetEntity } from '../store/evaluation.entity.js';

/** A ranking computed outside any transaction, and the revision of the scores it was begun on. */
export interface Computed {
  readonly revision: number;
  readonly policyVersion: number;
  readonly inputs: { readonly text: string; readonly hash: string };
  readonly ranking: Ranking;
}

/** Computes the ranking of a round from its raw sheets, never from an earlier ranking. null where there is nothing to compute. */
export async function computeScores({ manager, dialect }: Reading, roundId: string): Promise<Computed | null> {
  const [begun] = await rowsOf<{ revision: number; policyVersion: number; policy: string }>(
    manager,
    dialect,
    `SELECT s."revision" AS "revision", r."policyVersion" AS "policyVersion", p."policy" AS "policy" FROM "score_progress" s
     JOIN "round" r ON r."id" = s."roundId" JOIN "round_policy" p ON p."roundId" = r."id" AND p."version" = r."policyVersion"
     WHERE s."roundId" = ?`,
    [roundId],
  );
  if (begun === undefined) return null;
  const { revision, policyVersion, policy } = begun;
  const input = await readInputs(manager, dialect, roundId, JSON.parse(policy) as RoundPolicy);
  return { revision, policyVersion, inputs: inputsText(input), ranking: rankRound(input) };
}

/**
 * Stores a computed ranking whole, as the next version; the same inputs give no second one. What was computed while a sheet
 * changed is thrown away: that change left a job of its own. Once the panel is locked a new version is shown at once.
 */
export async function storeScores(tx: Tx, { roundId }: { roundId: string }, computed: Computed | null): Promise<void> {
  if (computed === null) return;
  await lockRow(tx, 'round', roundId);
  const progress = await tx.manager.findOneByOrFail(ScoreProgressEntity, { roundId });
  if (progress.revision !== computed.revision) return;
  const { ranking } = computed;
  const done = { aggregated: computed.revision };
  if (!ranking.ok) {
    const blocked = ranking.findings as Finding[] as never;
    await tx.manager.update(ScoreProgressEntity, { roundId }, { ...done, blocked, aggregateNo: null });
    return;
  }
  const no = await versionOf(tx, roundId, { ...computed, ranking });
  const released = await isReleased(tx, roundId);
  await tx.manager.update(
    ScoreProgressEntity,
    { roundId },
    {
      ...done,
      blocked: null,
      aggregateNo: no,
      ...(released ? { releasedNo: no } : {}),
    },
  );
}

/** A new version is shown at once when the panel is locked, unless a substitute's sheet is in it that the chair has not locked yet. */
async function isReleased(tx: Tx, roundId: string): Promise<boolean> {
  const { state } = await tx.manager.findOneByOrFail(RoundEntity, { id: roundId });
  if (!hasReached(state, 'scores-locked')) return false;
  return !(await tx.manager.existsBy(ScoreSheetEntity, { roundId, series: 'first', state: 'submitted' }));
}

/** Number of the version with these inputs: the newest one where it has them, or a new one. */
async function versionOf(
  tx: Tx,
  roundId: string,
  { revision, policyVersion, inputs, ranking }: Computed & { ranking: Extract<Ranking, { ok: true }> },
): Promise<number> {
  const [last] = await tx.manager.find(ScoreAggregateEntity, {
    where: { roundId },
    order: { no: 'DESC' },
    take: 1,
    select: { id: true, no: true, inputsHash: true },
  });
  if (last?.inputsHash === inputs.hash) return last.no;
  const no = (last?.no ?? 0) + 1;
  const version = { roundId, no, policyVersion, inputsHash: inputs.hash, createdAt: tx.now };
  await tx.manager.insert(ScoreAggregateEntity, {
    ...version,
    id: tx.newId(),
    revision,
    inputs: inputs.text,
    list: listText(version, ranking.plans),
    result: ranking,
  } as never);
  await tx.record({
    type: 'ScoresAggregated',
    subject: { kind: 'round', id: roundId },
    roundId,
    contentHash: inputs.hash,
    data: { no, policyVersion, revision },
  });
  return no;
}
