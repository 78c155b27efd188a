import { authorise, PersonEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { conflictsBetween, everOnPanel, releasedAggregate } from '@daegaejo/evaluation';
import { passesOf, rankRound } from '@daegaejo/evaluation/rules';
import { lockPlan, type PlanEntity, planNotNow } from '@daegaejo/plan';
import { assertNone, changeRecord, contentHash, invalid, notFound, refused, type Tx } from '@daegaejo/platform';
import { policyOf, roundOf } from '@daegaejo/round';
import { In } from 'typeorm';
import { mayKnow } from '../committee/seats.js';
import { newPanelFindings, rankAmong } from '../rules/index.js';
import { ObjectionEntity } from '../store/designation.entity.js';
import { type NewResult, type NewSheet, ReEvaluationEntity } from '../store/publication.entity.js';

interface Input {
  readonly planId: string;
  readonly chairId: string;
  readonly sheets: readonly NewSheet[];
}

/**
 * The secretariat records the marks an all-new panel gave to a plan whose objection was upheld (재평가). They become a score by the
 * very rules of the round: trimming, floors, cut-off; bonus and deductions stay what they were, since nobody objected to them.
 * Until the chair signs they may be recorded again. 422 where somebody of the old panel is among them, or the marks cannot stand.
 */
export async function recordReEvaluation(tx: Tx, actor: Actor, input: Input): Promise<ReEvaluationEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'recordReEvaluation', plan);
  if (plan.state !== 're-evaluation') throw planNotNow(plan, 'record-re-evaluation');
  const known = await tx.manager.findOneBy(ReEvaluationEntity, { planId: plan.id });
  if (known?.signedAt != null) throw refused('re-evaluation.signed-already', []);
  const objection = await tx.manager.findOneBy(ObjectionEntity, { planId: plan.id, state: 'upheld' });
  if (objection === null) throw notFound();
  const result = await evaluate(tx, plan, input);
  const { chairId, sheets } = input;
  const kept = { chairId, sheets, result, contentHash: contentHash({ planId: plan.id, chairId, sheets, result }) };
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

/** The chair of the new panel signs sheets and result by their hash; from then on they stand, and the committee can decide. */
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
  const signed = await changeRecord(tx.manager, ReEvaluationEntity, known, { signedAt: tx.now });
  await record(tx, signed, 'ReEvaluationSigned');
  return signed;
}

/** What the new marks come to, by the rules and with the bonuses the committee's ranking was made with. */
async function evaluate(tx: Tx, plan: PlanEntity, { chairId, sheets }: Input): Promise<NewResult> {
  const policy = await policyOf(tx.manager, await roundOf(tx, plan.roundId));
  const evaluators = [...new Set(sheets.map(({ personId }) => personId))];
  const people = await tx.manager.countBy(PersonEntity, { id: In(evaluators) });
  if (people !== evaluators.length) throw invalid([{ field: 'sheets', code: 're-evaluation.unknown-person' }]);
  const given = policy.stages === undefined ? sheets.map(({ personId }) => personId) : evaluators;
  const oldPanel = await everOnPanel(tx.manager, plan);
  assertNone(newPanelFindings({ evaluators: given, chairId, oldPanel, minimumPanel: policy.scoring.minimumPanel }));
  const conflicts = await conflictsBetween(tx.manager, policy, evaluators, [plan]);
  assertNone(
    evaluators.flatMap((personId) =>
      conflicts(personId, plan.id).map(({ code, source }) => ({
        field: `sheets[${sheets.findIndex((sheet) => sheet.personId === personId)}].personId`,
        code: `conflict.${code}`,
        params: { source },
      })),
    ),
  );
  const released = await releasedAggregate(tx.manager, plan.roundId);
  const before = released?.aggregate.result.plans.find(({ planId }) => planId === plan.id);
  if (released === null || before === undefined) throw notFound();
  const input = { planId: plan.id, label: plan.filedTitle ?? '', bonuses: [], sheets: sheets.map(asInput) };
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

const asInput = ({ personId, stage, marks }: NewSheet) => ({
  evaluator: personId,
  ...(stage === undefined ? {} : { stage }),
  marks: marks.map(({ criterion, mark }) => ({ criterion, mark, comment: null })),
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
