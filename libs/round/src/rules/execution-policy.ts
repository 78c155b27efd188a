import type { Finding } from '@daegaejo/platform/rules';

export const EXECUTION_LIGHTS = ['green', 'yellow', 'red', 'failed'] as const;
/** 신호등: 녹, 황, 적, 불량. */
export type ExecutionLight = (typeof EXECUTION_LIGHTS)[number];

export const HELD_PAYMENTS = ['grants', 'all'] as const;
/** Payments that wait while a region's execution is suspended or stopped: 교부, or 교부 and 집행. */
export type HeldPayments = (typeof HELD_PAYMENTS)[number];

/** What a judgement of a year leads to (convention; the cut and the stop after 기반조성 평가관리지침 제44조). What is absent, nothing follows from. */
export interface ExecutionConsequences {
  /** 중지·중단: payments refused while it stands. */
  readonly heldPayments?: HeldPayments;
  /** 중단: calendar days in which the review of the designation (해제 검토) is to be opened. */
  readonly stopReviewDays?: number;
  /** 감액: by how many basis points of the planned 국비 the request for the next budget is to be lower. */
  readonly reduceBp?: number;
}

export const TWO_REDS = ['stop', 'none'] as const;

/** How the years of execution are judged (연차평가). Absent = years are reported and checked, and nobody gives them a light. */
export interface ExecutionRules {
  /** Lowest score of each light in basis points of the full mark, best first; below the last it is `failed`. */
  readonly lights: readonly { readonly light: Exclude<ExecutionLight, 'failed'>; readonly fromBp: number }[];
  /** What progress, 실집행률 and indicators count, in basis points; 10,000 together. */
  readonly weights: { readonly progressBp: number; readonly executionBp: number; readonly indicatorsBp: number };
  /** 실집행률 in basis points under which a corrective plan (만회대책) is asked for. */
  readonly correctiveBelowBp: number;
  /** What two reds in a row propose. */
  readonly twoReds: (typeof TWO_REDS)[number];
  /** What suspend, stop and reduce lead to; absent = they are recorded, and nothing follows. */
  readonly consequences?: ExecutionConsequences;
}

/** Light of a score in basis points. */
export function lightOf(scoreBp: number, lights: ExecutionRules['lights']): ExecutionLight {
  return lights.find(({ fromBp }) => scoreBp >= fromBp)?.light ?? 'failed';
}

/** What is wrong with the rules: weights that are no whole, lights that do not go down, one twice. */
export function executionFindings(rules: ExecutionRules | undefined): Finding[] {
  if (rules === undefined) return [];
  const { progressBp, executionBp, indicatorsBp } = rules.weights;
  const sum = progressBp + executionBp + indicatorsBp;
  const findings: Finding[] = [];
  if (sum !== 10_000)
    findings.push({ field: 'execution.weights', code: 'round.policy.execution-weights', params: { sum } });
  const order = rules.lights.map(({ light }) => EXECUTION_LIGHTS.indexOf(light));
  const goesDown = rules.lights.every(
    ({ fromBp }, index) =>
      index === 0 || (fromBp < (rules.lights[index - 1]?.fromBp ?? 0) && (order[index] ?? 0) > (order[index - 1] ?? 0)),
  );
  if (!goesDown || rules.lights.length === 0)
    findings.push({ field: 'execution.lights', code: 'round.policy.execution-lights' });
  return findings;
}
