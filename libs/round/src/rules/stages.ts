import { formatScore } from '@daegaejo/platform/rules';
import type { Criterion, Stage } from './criterion.js';
import type { RoundPolicy } from './policy.js';

/** Code of the one stage of a policy that names none, and of criteria and sheets that name none. */
export const MAIN_STAGE = 'main';

/** The part of a policy that says which marks are given when, and what they carry. */
export type Staged = Pick<RoundPolicy, 'criteria' | 'stages'>;

const WHOLE: readonly Stage[] = [{ code: MAIN_STAGE, name: '평가', mode: 'document', share: 10_000 }];

/** The stages of a round in their order; a policy without stages has one, `main`, with the whole total (100.00). */
export const stagesOf = ({ stages }: Pick<RoundPolicy, 'stages'>): readonly Stage[] => stages ?? WHOLE;

/** Code of the stage a criterion is marked in. */
export const stageOf = ({ stage }: Pick<Criterion, 'stage'>): string => stage ?? MAIN_STAGE;

/** The criteria of one stage, in the policy's order. */
export const criteriaOf = ({ criteria }: Pick<RoundPolicy, 'criteria'>, stage: string): readonly Criterion[] =>
  criteria.filter((criterion) => stageOf(criterion) === stage);

/** What a criterion or a group really carries. */
export interface EffectiveWeight {
  readonly code: string;
  /** Of the whole total: hundredths where they are whole ("32.14" is 3214), else the exact points as a fraction "n/d". */
  readonly effective: number | string;
  /** What the call states for a group, in hundredths; a criterion's own statement is its weight within its stage. */
  readonly stated?: number;
}

/** share × weight is in ten-thousandths of a hundredth: both are hundredths of 100.00. */
const PER_HUNDREDTH = 10_000;

/**
 * The exact share of the whole total that each criterion and each group carries: share of the stage × weight in it. A group
 * carries what its criteria carry together, so that one with many criteria may carry more than the call states for it
 * (convention: what is published is what is computed).
 */
export function effectiveWeights(policy: Staged & Pick<RoundPolicy, 'groups'>): {
  readonly criteria: readonly EffectiveWeight[];
  readonly groups: readonly EffectiveWeight[];
} {
  const shares = new Map(stagesOf(policy).map(({ code, share }) => [code, share]));
  const carried = policy.criteria.map((criterion) => ({
    code: criterion.code,
    group: criterion.group,
    parts: (shares.get(stageOf(criterion)) ?? 0) * criterion.weight,
  }));
  return {
    criteria: carried.map(({ code, parts }) => ({ code, effective: inText(parts) })),
    groups: (policy.groups ?? []).map(({ code, weight }) => ({
      code,
      effective: inText(carried.reduce((sum, { group, parts }) => sum + (group === code ? parts : 0), 0)),
      stated: weight,
    })),
  };
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Parts are at most 10,000 × 10,000 × the number of criteria, so ordinary numbers hold them. */
function inText(parts: number): number | string {
  if (parts % PER_HUNDREDTH === 0) return parts / PER_HUNDREDTH;
  const [n, d] = [parts, PER_HUNDREDTH * 100];
  const divisor = gcd(n, d);
  return `${n / divisor}/${d / divisor}`;
}

/** A weight as it is stated and as it works, in points: "32.14", or an exact fraction "2300/81" where it has no two digits. */
export interface WeightInText {
  readonly code: string;
  readonly name: string;
  readonly stated: string;
  readonly effective: string;
}

const weightInText = (weight: number | string): string => (typeof weight === 'number' ? formatScore(weight) : weight);

/** `effectiveWeights` beside what the policy states: of a criterion within its stage, of a group within the whole. */
export function weightsInText(policy: Staged & Pick<RoundPolicy, 'groups'>): {
  readonly criteria: readonly (WeightInText & { readonly stage: string; readonly group: string | null })[];
  readonly groups: readonly WeightInText[];
} {
  const { criteria, groups } = effectiveWeights(policy);
  return {
    criteria: policy.criteria.map((criterion, index) => ({
      code: criterion.code,
      name: criterion.name,
      stage: stageOf(criterion),
      group: criterion.group ?? null,
      stated: formatScore(criterion.weight),
      effective: weightInText(criteria[index]?.effective ?? 0),
    })),
    groups: (policy.groups ?? []).map(({ code, name, weight }, index) => ({
      code,
      name,
      stated: formatScore(weight),
      effective: weightInText(groups[index]?.effective ?? 0),
    })),
  };
}
