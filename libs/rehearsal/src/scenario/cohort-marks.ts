import { formatScore } from '@daegaejo/platform/rules';
import { criteriaOf } from '@daegaejo/round/rules';
import type { Applicant, Cohort } from './cohort.js';

const STEP = 50; // marks move by 0.50
const HARSH_EVALUATOR = 1;
const LENIENT_EVALUATOR = 2;

/** Points out of 100 around which the panel marks a plan. Fictional: only who won is known, not by how much. */
function level(cohort: Cohort, applicant: Applicant): number {
  const peers = cohort.applicants.filter(({ outcome }) => outcome === applicant.outcome);
  const place = peers.findIndex(({ province }) => province === applicant.province);
  if (applicant.outcome === 'preselected') return 88 - 2 * ((place * 3) % peers.length);
  return 74 - Math.round((20 * place) / Math.max(1, peers.length - 1));
}

/** How far an evaluator stands from the rest of the panel, in points out of 100. */
function temper(evaluatorIndex: number): number {
  if (evaluatorIndex === HARSH_EVALUATOR) return -14;
  if (evaluatorIndex === LENIENT_EVALUATOR) return 9;
  return 0;
}

/** A mark as it is sent; null = abstained, with the reason. */
export interface PlayedMark {
  readonly criterion: string;
  readonly mark: string | null;
  readonly comment?: string;
  readonly reason?: string;
}

/**
 * Marks of one evaluator (0, 1, …) for one plan in one stage, criterion by criterion, in steps of 0.50. Fictional and always the
 * same: evaluator 1 is harsh, evaluator 2 lenient, the others differ by a few half points.
 */
export function marksOf(
  cohort: Cohort,
  applicant: Applicant,
  evaluatorIndex: number,
  stage: string,
): (PlayedMark & { readonly mark: string })[] {
  const points = level(cohort, applicant) + temper(evaluatorIndex);
  const place = cohort.applicants.findIndex(({ province }) => province === applicant.province);
  return criteriaOf(cohort.policy, stage).map(({ code, max, commentOutside }) => {
    const index = cohort.policy.criteria.findIndex((criterion) => criterion.code === code);
    const wobble = ((evaluatorIndex * 3 + index * 5 + place * 2) % 7) - 3;
    const steps = Math.round((max * points) / 100 / STEP) + wobble;
    const mark = formatScore(Math.min(max, Math.max(0, steps * STEP)));
    return commentOutside === undefined ? { criterion: code, mark } : { criterion: code, mark, comment: COMMENT };
  });
}

const COMMENT = '연계 산단과의 역할 분담을 근거로 판단함. (가상)';
