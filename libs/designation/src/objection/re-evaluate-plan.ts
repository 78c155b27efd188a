import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { closeNewPanel, lockNewPanel, type LockedPanel, releasedAggregate } from '@daegaejo/evaluation';
import { passesOf, rankRound } from '@daegaejo/evaluation/rules';
import { changeRecord, contentHash, invalid, notFound, refused, type Tx } from '@daegaejo/platform';
import { mayKnow } from '../committee/seats.js';
import { rankAmong } from '../rules/index.js';
import { ObjectionEntity } from '../store/designation.entity.js';
import { type NewResult, type NewSheet, ReEvaluationEntity } from '../store/publication.entity.js';

/**
 * The chair of the new panel locks its marks (재평가 점수 확정). They become a score by the very rules of the round: trimming,
 * floors, cut-off; bonus and deductions stay what they were, since nobody objected to them. Where somebody leaves before the chair
 * signs, he locks again what is left. 422 where the marks cannot stand.
 */
export async function lockReEvaluation(
  tx: Tx,
  actor: Actor,
  input: { panelId: string; expectedVersion: number | null },
): Promise<ReEvaluationEntity> {
  const locked = await lockNewPanel(tx, actor, input);
  const { plan, chairId } = locked;
  const objection = await tx.manager.findOneBy(ObjectionEntity, { planId: plan.id, state: 'upheld' });
  if (objection === null) throw notFound();
  const sheets = locked.sheets.map(keptSheet);
  const result = await evaluate(tx, locked);
  const kept = { chairId, sheets, result, contentHash: contentHash({ planId: plan.id, chairId, sheets, result }) };
  const known = await tx.manager.findOneBy(ReEvaluationEntity, { planId: plan.id });
  const recorded =
    known === null
      ? {
          ...kept,
          id: tx.newId(),
          roundId: plan.roundId,
          planId: plan.id,
          objectionId: objection.id,
          recordedAt: tx.now,
          signedAt: null,
          version: 1,
        }
      : await changeRecord(tx.manager, ReEvaluationEntity, known, { ...kept, recordedAt: tx.now });
  if (known === null) await tx.manager.insert(ReEvaluationEntity, recorded as never);
  await record(tx, recorded, 'ReEvaluationRecorded');
  return recorded;
}

/**
 * The chair of the new panel signs sheets and result by their hash; from then on they stand, and the committee can decide. 409 where
 * somebody left the panel since the lock.
 */
export async function signReEvaluation(
  tx: Tx,
  actor: Actor,
  input: { reEvaluationId: string; contentHash: string },
): Promise<ReEvaluationEntity> {
  const known = await tx.manager.findOneBy(ReEvaluationEntity, { id: input.reEvaluationId });
  const insider = known !== null && (known.chairId === actor.personId || mayKnow(actor, known.roundId));
  if (known === null || !insider) throw notFound();
  authorise(actor, 'signReEvaluation', { roundId: known.roundId, people: [known.chairId] });
  if (known.signedAt !== null) throw refused('re-evaluation.signed-already', []);
  if (known.contentHash !== input.contentHash) throw refused('re-evaluation.other-content', ['signReEvaluation']);
  await closeNewPanel(tx, known.planId);
  const signed = await changeRecord(tx.manager, ReEvaluationEntity, known, { signedAt: tx.now });
  await record(tx, signed, 'ReEvaluationSigned');
  return signed;
}

/** What the new marks come to, by the rules and with the bonuses the committee's ranking was made with. */
async function evaluate(tx: Tx, { plan, sheets }: LockedPanel): Promise<NewResult> {
  const released = await releasedAggregate(tx.manager, plan.roundId);
  const before = released?.aggregate.result.plans.find(({ planId }) => planId === plan.id);
  if (released === null || before === undefined) throw notFound();
  const given = sheets.map(({ personId: evaluator, stage, marks }) => ({ evaluator, stage, marks }));
  const input = { planId: plan.id, label: plan.filedTitle ?? '', bonuses: [], sheets: given };
  const ranking = rankRound({ policy: released.aggregate.result.rules, plans: [input] });
  if (!ranking.ok)
    throw invalid(ranking.findings.map((finding) => ({ ...finding, field: `sheets: ${finding.field}` })));
  const [anew] = ranking.plans;
  if (anew === undefined) throw notFound();
  const { bonus, deduction = 0 } = before;
  const final = Math.max(0, anew.base + bonus - deduction);
  const { rules, plans } = released.aggregate.result;
  const others = plans.filter(({ planId }) => planId !== plan.id);
  const { passesCutOff, failedFloors = [] } = passesOf(rules, final, () => anew.failedFloors ?? []);
  return {
    base: anew.base,
    bonus,
    deduction,
    final,
    rank: rankAmong(
      final,
      others.map((other) => other.final),
    ),
    passesCutOff,
    failedFloors,
  };
}

/** A sheet as the re-evaluation keeps it: whole, with its words, so that the signature is on them as well. */
const keptSheet = ({ id, personId, stage, marks, overall }: LockedPanel['sheets'][number]): NewSheet => ({
  sheetId: id,
  personId,
  stage,
  marks,
  overall,
});

const record = (tx: Tx, anew: ReEvaluationEntity, type: string): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 're-evaluation', id: anew.id },
    roundId: anew.roundId,
    contentHash: anew.contentHash,
    data: { planId: anew.planId, sheets: anew.sheets.length },
    audience: 'staff',
  });
