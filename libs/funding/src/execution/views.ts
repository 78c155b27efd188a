import { type EntityManager, In } from 'typeorm';
import type {
  CorrectiveFilingView,
  CorrectiveView,
  ExecutionReviewView,
  FinalEvaluationView,
} from './http/review.dto.js';
import {
  CorrectiveFilingEntity,
  type CorrectivePlanEntity,
  type ExecutionReviewEntity,
  type FinalEvaluationEntity,
} from './store/execution.entity.js';

export const reviewView = (review: ExecutionReviewEntity): ExecutionReviewView => {
  const { id, planId, year, no, reportNo, score, ruleLight, ruleDecision, light, decision, reason, comment } = review;
  return {
    id,
    planId,
    year,
    no,
    reportNo,
    parts: { ...review.parts, indicatorsBp: [...review.parts.indicatorsBp] },
    score,
    ruleLight,
    ruleDecision,
    light,
    decision,
    reason,
    comment,
    panel: [...review.panel],
    heldOn: review.heldOn,
    recordedAt: review.recordedAt,
  };
};

export const finalView = (final: FinalEvaluationEntity): FinalEvaluationView => {
  const { id, planId, no, score, ruleLight, ruleVerdict, light, verdict, reason, comment, recordedAt } = final;
  const parts = { ...final.parts, indicatorsBp: [...final.parts.indicatorsBp] };
  return { id, planId, no, parts, score, ruleLight, ruleVerdict, light, verdict, reason, comment, recordedAt };
};

/** Every filing of these corrective plans, the oldest first. */
export async function filingsOf(
  manager: EntityManager,
  correctives: readonly CorrectivePlanEntity[],
): Promise<readonly CorrectiveFilingEntity[]> {
  if (correctives.length === 0) return [];
  return manager.find(CorrectiveFilingEntity, {
    where: { correctivePlanId: In(correctives.map(({ id }) => id)) },
    order: { no: 'ASC' },
  });
}

/** A corrective plan with those of `filings` that are its own. */
export function correctiveView(
  corrective: CorrectivePlanEntity,
  filings: readonly CorrectiveFilingEntity[],
): CorrectiveView {
  const { id, planId, year, state, dueAt, askedAt, reason, filedAt, decidedAt } = corrective;
  return {
    id,
    planId,
    year,
    state,
    dueAt,
    askedAt,
    reason,
    filedAt,
    decidedAt,
    filings: filings
      .filter(({ correctivePlanId }) => correctivePlanId === id)
      .map(({ no, text, measures, filedAt: at }): CorrectiveFilingView => ({
        no,
        text,
        measures: measures.map((measure) => ({ ...measure })),
        filedAt: at,
      })),
  };
}

/** A corrective plan with every filing of it. */
export async function storedCorrective(
  manager: EntityManager,
  corrective: CorrectivePlanEntity,
): Promise<CorrectiveView> {
  return correctiveView(corrective, await filingsOf(manager, [corrective]));
}
