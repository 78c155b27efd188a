import type { Finding, Instant } from '@daegaejo/platform/rules';
import type { ResolutionOutcome } from './resolution.js';

/** What a new panel is checked against. */
export interface NewPanel {
  readonly evaluators: readonly string[];
  readonly chairId: string;
  /** Everybody who ever sat on the round's panel or was assigned to the plan, whatever became of it. */
  readonly oldPanel: ReadonlySet<string>;
  readonly minimumPanel: number;
}

/**
 * The panel of a re-evaluation is entirely new (기반조성 평가관리지침 제7조제2항제6호, 제27조): as many as the policy asks for at least,
 * each once, nobody of the old one, and its chair is one of them.
 */
export function newPanelFindings({ evaluators, chairId, oldPanel, minimumPanel }: NewPanel): Finding[] {
  const findings: Finding[] = evaluators.flatMap((personId, at): Finding[] => {
    const field = `sheets[${at}].personId`;
    if (evaluators.indexOf(personId) < at) return [{ field, code: 're-evaluation.evaluator-twice' }];
    return oldPanel.has(personId) ? [{ field, code: 're-evaluation.old-panel' }] : [];
  });
  if (evaluators.length < minimumPanel)
    findings.push({
      field: 'sheets',
      code: 're-evaluation.too-few',
      params: { count: evaluators.length, required: minimumPanel },
    });
  if (!evaluators.includes(chairId)) findings.push({ field: 'chairId', code: 're-evaluation.chair-outside' });
  return findings;
}

/** Did the committee decide on the marks of the new panel? Not by what it decided before they were signed, nor by putting it off (재심의). */
export const isDecidedAnew = (
  signedAt: Instant | null,
  decision: { readonly outcome: ResolutionOutcome; readonly resolvedAt: Instant } | null,
): boolean => signedAt !== null && decision !== null && decision.outcome !== 'defer' && decision.resolvedAt >= signedAt;

/** Where a new final score would stand among those of the others: one behind all that are higher; equals share a rank. */
export const rankAmong = (final: number, others: readonly number[]): number =>
  1 + others.filter((other) => other > final).length;
