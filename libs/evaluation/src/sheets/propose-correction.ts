import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, invalid, refused, type Tx } from '@daegaejo/platform';
import { policyOf, type RoundEntity, roundOf } from '@daegaejo/round';
import { criteriaOf } from '@daegaejo/round/rules';
import { sheetNotNow } from './own-sheet.js';
import { changedCriteria, CORRECTION_TABLE, mergeEntries, namedFindings } from '../rules/index.js';
import type { ScoreGates } from './score-gates.js';
import { codesOf, marksFindings } from './sheet-marks.js';
import type { StoredMark } from '../store/evaluation.entity.js';
import { chairsOf, lockSheet } from '../store/evaluations.js';
import { SheetCorrectionEntity } from '../store/scoring.entity.js';

/** From the lock until the committee resolves; what was announced is not changed in place. */
const CORRECTABLE: readonly RoundEntity['state'][] = ['scores-locked', 'deliberation'];

/**
 * Somebody of the panel's chair and the secretariat proposes a correction of a locked sheet (정정): the marks as they should be,
 * whole, with the reason and the letter it rests on. One at a time for a sheet.
 */
export async function proposeCorrection(
  tx: Tx,
  actor: Actor,
  gates: ScoreGates,
  input: { sheetId: string; marks: readonly StoredMark[]; reason: string; reference: string | null },
): Promise<SheetCorrectionEntity> {
  const sheet = await lockSheet(tx, actor, input.sheetId);
  const people = await chairsOf(tx.manager, sheet.roundId);
  authorise(actor, 'proposeCorrection', { roundId: sheet.roundId, people });
  const round = await assertCorrectable(tx, gates, sheet.roundId);
  if (sheet.state !== 'locked') throw sheetNotNow(sheet, 'correct');
  if (await tx.manager.existsBy(SheetCorrectionEntity, { sheetId: sheet.id, state: 'proposed' }))
    throw refused('evaluation.correction.open-already', ['approve', 'reject', 'withdraw']);
  const policy = await policyOf(tx.manager, round);
  const named = input.marks.map(({ criterion }) => criterion);
  assertNone(namedFindings(criteriaOf(policy, sheet.stage), 'marks', named));
  assertNone(marksFindings(policy, sheet.stage, input.marks, { complete: true }));
  const after = mergeEntries(codesOf(policy, sheet.stage), [], input.marks);
  if (changedCriteria(sheet.marks, after).length === 0)
    throw invalid([{ field: 'marks', code: 'evaluation.correction.nothing' }]);
  const correction: SheetCorrectionEntity = {
    id: tx.newId(),
    roundId: sheet.roundId,
    sheetId: sheet.id,
    state: CORRECTION_TABLE.initial,
    before: sheet.marks,
    after,
    reason: input.reason,
    reference: input.reference,
    sheetVersion: sheet.version + 1,
    proposedBy: actor.personId ?? '',
    proposedAt: tx.now,
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
    version: 1,
  };
  await tx.manager.insert(SheetCorrectionEntity, correction as never);
  await recordCorrection(tx, correction, 'CorrectionProposed', null, input.reason);
  return correction;
}

/** The round, if locked scores may still be corrected in it. */
export async function assertCorrectable(tx: Tx, gates: ScoreGates, roundId: string): Promise<RoundEntity> {
  const round = await roundOf(tx, roundId);
  if (!CORRECTABLE.includes(round.state))
    throw refused(
      round.publishedAt === null ? 'evaluation.correction.not-now' : 'evaluation.correction.announced',
      [],
      { state: round.state },
    );
  await gates.assertOpen(tx, roundId);
  return round;
}

export const recordCorrection = (
  tx: Tx,
  correction: SheetCorrectionEntity,
  type: string,
  from: string | null,
  reason: string | null,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'correction', id: correction.id },
    roundId: correction.roundId,
    from,
    to: correction.state,
    reason,
    data: { sheetId: correction.sheetId, reference: correction.reference },
  });
