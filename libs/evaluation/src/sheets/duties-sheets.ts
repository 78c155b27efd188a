import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked, roundColumn } from '@daegaejo/round';
import { OFFICERS, SECRETARIAT } from '@daegaejo/round/rules';
import { chairsOf } from '../store/evaluations.js';
import { SheetCorrectionEntity } from '../store/scoring.entity.js';

/** Corrections of locked marks that wait for the side that did not propose them: the chair, or the secretariat. */
async function correctionsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, round } = context;
  const select = manager
    .createQueryBuilder(SheetCorrectionEntity, 'correction')
    .where(`${roundColumn('correction.roundId', context)} = :roundId AND correction.state = 'proposed'`, {
      roundId: round.id,
    })
    .orderBy('correction.id');
  const rows = await onlyAsked(select, 'correction.id', context).getMany();
  if (rows.length === 0) return [];
  const chairs = await chairsOf(manager, round.id);
  return rows.map(({ id, proposedBy, proposedAt }) => ({
    subjectId: id,
    at: proposedAt,
    owners: chairs.includes(proposedBy) ? [SECRETARIAT] : chairs.map((personId) => ({ personId })),
    superiors: [OFFICERS],
  }));
}

export const SHEET_DUTIES: readonly DutySource[] = [
  dutySource({
    kind: 'decide-correction',
    clock: 'stalled',
    during: ['scores-locked', 'deliberation'],
    find: correctionsOpen,
  }),
];
