import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, changeRecord, invalid, Problem, refused, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { lockRound, notNow, policyOf } from '@daegaejo/round';
import { In } from 'typeorm';
import { markScoresDirty } from '../results/mark-dirty.js';
import { keepVersion, ownSheet, recordSheet, sheetNotNow } from './own-sheet.js';
import { changedCriteria, type EntryChange, mergeEntries, namedFindings, SHEETS_IN_HAND } from '../rules/index.js';
import { codesOf, marksFindings } from './sheet-marks.js';
import { ScoreSheetEntity } from '../store/evaluation.entity.js';
import { chairsOf } from '../store/evaluations.js';
import { discussionOf } from '../store/scoring.js';
import { PanelSessionEntity } from '../store/scoring.entity.js';

/**
 * The chair opens the discussion (평가위원 토론), once every sheet is in: the first marks are sealed by then. Closing it is final:
 * nobody opens it again to have a mark changed.
 */
export async function setDiscussion(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; open: boolean },
): Promise<PanelSessionEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'setDiscussion', { roundId: round.id, people: await chairsOf(tx.manager, round.id) });
  if (round.state !== 'evaluating') throw notNow(round, input.open ? 'open-discussion' : 'close-discussion');
  const { state, session } = await discussionOf(tx.manager, round.id);
  if (input.open ? state !== 'none' : state !== 'open')
    throw refused('evaluation.discussion-not-now', state === 'open' ? ['close-discussion'] : [], { state });
  if (input.open) await assertMayOpen(tx, round.id, (await policyOf(tx.manager, round)).scoring.discussion === true);
  const changed: PanelSessionEntity = input.open
    ? {
        roundId: round.id,
        discussionOpenedAt: tx.now,
        discussionOpenedBy: actor.personId,
        discussionClosedAt: null,
        version: 1 + (session?.version ?? 0),
      }
    : { ...(session as PanelSessionEntity), discussionClosedAt: tx.now, version: 1 + (session?.version ?? 0) };
  await tx.manager.upsert(PanelSessionEntity, changed, ['roundId']);
  await tx.record({
    type: input.open ? 'DiscussionOpened' : 'DiscussionClosed',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
  });
  return changed;
}

async function assertMayOpen(tx: Tx, roundId: string, allowed: boolean): Promise<void> {
  if (!allowed) throw refused('evaluation.discussion-not-in-policy', []);
  const waiting = await tx.manager.countBy(ScoreSheetEntity, { roundId, state: In([...SHEETS_IN_HAND]) });
  const submitted = await tx.manager.existsBy(ScoreSheetEntity, { roundId, state: 'submitted' });
  if (waiting > 0 || !submitted)
    throw new Problem(409, 'evaluation.sheets-missing', { waiting }, { allowed: ['submit'] });
}

/** A change to a submitted sheet in the discussion, with why. */
export interface Revision extends EntryChange {
  readonly changeReason?: string;
}

/**
 * While the panel discusses, an evaluator may change his own submitted marks, with a reason for each criterion he changes. The
 * first marks stay, and the change is the next version beside them.
 */
export async function reviseScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; changes: readonly Revision[]; expectedVersion: number | null },
): Promise<ScoreSheetEntity> {
  const { sheet, policy } = await ownSheet(tx, actor, input.sheetId, 'reviseScoreSheet', async (found) => {
    if (found.sheet.state !== 'submitted') throw sheetNotNow(found.sheet, 'revise');
    if (found.round.state !== 'evaluating') throw notNow(found.round, 'revise');
    if ((await discussionOf(tx.manager, found.round.id)).state !== 'open')
      throw refused('evaluation.no-discussion', []);
  });
  assertVersion(sheet, input.expectedVersion);
  const codes = codesOf(policy, sheet.stage);
  const named = input.changes.map(({ criterion }) => criterion);
  assertNone(namedFindings(policy.criteria, 'changes', named));
  const marks = mergeEntries(codes, sheet.marks, input.changes);
  const changed = changedCriteria(sheet.marks, marks);
  if (changed.length === 0) throw invalid([{ field: 'changes', code: 'sheet.revision.nothing' }]);
  const reasons = changed.map((criterion) => ({
    criterion,
    reason: input.changes.find((change) => change.criterion === criterion)?.changeReason ?? '',
  }));
  assertNone([
    ...marksFindings(policy, sheet.stage, marks, { complete: true }),
    ...reasons
      .filter(({ reason }) => reason.trim() === '')
      .map(({ criterion }): Finding => ({
        field: `changes[${named.indexOf(criterion)}].changeReason`,
        code: 'sheet.revision.reason',
        params: { criterion, name: policy.criteria.find(({ code }) => code === criterion)?.name ?? criterion },
      })),
  ]);
  const revised = await changeRecord(tx.manager, ScoreSheetEntity, sheet, { marks });
  const hash = await keepVersion(tx, revised, 'discussion', reasons);
  await recordSheet(tx, sheet, 'ScoreSheetRevised', sheet.state, { hash });
  await markScoresDirty(tx, sheet.roundId);
  return revised;
}
