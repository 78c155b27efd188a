import type { Finding } from '@daegaejo/platform/rules';
import { type ExecutionLight, type ExecutionRules, lightOf } from '@daegaejo/round/rules';
import { noScore, scoreOf, type ReviewParts } from './review.js';

export const FINAL_VERDICTS = ['achieved', 'partly-achieved', 'not-achieved'] as const;
/** 목표 달성, 일부 달성, 미달성. */
export type FinalVerdict = (typeof FINAL_VERDICTS)[number];

export interface FinalProposal {
  readonly score: number | null;
  readonly light: ExecutionLight;
  readonly verdict: FinalVerdict;
}

/**
 * Light and verdict of the three years by rule (convention, with the lights of the yearly review): the same score over the
 * whole time; achieved at green, partly at yellow and red, not achieved below.
 */
export function proposeFinal(parts: ReviewParts, rules: ExecutionRules): FinalProposal {
  const score = scoreOf(parts, rules.weights);
  const light = lightOf(score ?? 0, rules.lights);
  const verdict = light === 'green' ? 'achieved' : light === 'failed' ? 'not-achieved' : 'partly-achieved';
  return { score, light, verdict };
}

/** A verdict other than the rules' needs a reason. */
export function finalFindings(
  words: { readonly light: ExecutionLight; readonly verdict: FinalVerdict; readonly reason: string | null },
  proposal: FinalProposal,
): Finding[] {
  if (words.reason !== null) return [];
  const findings: Finding[] = noScore(proposal);
  if (words.light !== proposal.light)
    findings.push({
      field: 'reason',
      code: 'execution.light.reason',
      params: { light: words.light, rule: proposal.light },
    });
  if (words.verdict !== proposal.verdict)
    findings.push({
      field: 'reason',
      code: 'execution.verdict.reason',
      params: { verdict: words.verdict, rule: proposal.verdict },
    });
  return findings;
}
