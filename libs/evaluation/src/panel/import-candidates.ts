import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, cellAsField, type Tx } from '@daegaejo/platform';
import { type FilledSheet, seoulDay } from '@daegaejo/platform/rules';
import { readRound } from '@daegaejo/round';
import type { CandidatesChangeView } from '../http/candidate-table.dto.js';
import { candidatesChangeView, judge } from './candidate-table.query.js';
import { setCandidate } from './candidates.js';

/**
 * Enters or refreshes every profile a workbook changes, each as if it had been sent by itself, or none at all: 422 names every
 * cell that is wrong. Whoever is not in it stays as he is; nobody is struck from the pool by a file.
 */
export async function importCandidates(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; sheets: readonly FilledSheet[] },
): Promise<CandidatesChangeView> {
  const round = await readRound(tx.manager, actor, input.roundId);
  authorise(actor, 'importCandidates', { roundId: round.id });
  const judgement = await judge(tx.manager, input.sheets, seoulDay(tx.now));
  assertNone(judgement.findings.map(cellAsField));
  // In one order, so that two imports of the same people wait for each other instead of locking each other out.
  const changes = [...judgement.changes].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  for (const change of changes) await setCandidate(tx, actor, change);
  return candidatesChangeView(judgement);
}
