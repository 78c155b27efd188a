import type { Change } from '@daegaejo/plan/rules';
import type { FollowUpSheet } from '../follow-up.query.js';
import { type Effect, shownText } from '../rules/index.js';
import type { EffectView, FollowedChangeView, FollowUpView } from './follow-up.dto.js';

/** 후속조치표 as JSON: amounts as decimal strings, long texts in their beginning. */
export function followUpView({ planId, matrix }: FollowUpSheet): FollowUpView {
  const { from, to, opinions, accounts } = matrix;
  return {
    planId,
    from,
    to,
    rows: matrix.rows.map(({ advice, compared, pending, changes, effect, noChangeFound }) => ({
      opinionId: advice.id,
      phase: advice.phase,
      consultingRound: advice.consultingRound,
      consultant: advice.consultant,
      severity: advice.severity,
      target: advice.target,
      text: advice.text,
      onVersionNo: advice.onVersionNo,
      meetingId: advice.meetingId,
      issuedAt: advice.issuedAt,
      dueAt: advice.dueAt,
      state: advice.state,
      answers: [...advice.answers],
      compared,
      pending,
      changes: changes.map(changeView),
      effect: effectView(effect),
      noChangeFound,
    })),
    opinions,
    difference: effectView(matrix.difference),
    accounts: {
      adopted: effectView(accounts.adopted),
      partlyAdopted: effectView(accounts.partlyAdopted),
      unexplained: effectView(accounts.unexplained),
    },
    unexplained: matrix.unexplained.map((step) => ({ from: step.from, to: step.to, ...changeView(step.change) })),
  };
}

const effectView = ({ won, indicators }: Effect): EffectView => ({
  won: String(won),
  indicators: Object.fromEntries(Object.entries(indicators).map(([code, delta]) => [code, String(delta)])),
});

const changeView = ({ path, section, kind, before, after, delta, unit }: Change): FollowedChangeView => ({
  path,
  section,
  kind,
  before: shownText(before),
  after: shownText(after),
  delta,
  unit,
});
