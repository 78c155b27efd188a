import { type Finding, formatScore } from '@daegaejo/platform/rules';
import type { Criterion } from './criterion.js';
import type { RoundPolicy } from './policy.js';
import { criteriaOf, effectiveWeights, MAIN_STAGE, stageOf, stagesOf } from './stages.js';

/** 100.00, in hundredths. */
const ALL = 10_000;

/** The scale itself, and the reason why a stated share may differ. */
type Scale = Pick<RoundPolicy, 'criteria' | 'groups' | 'stages' | 'weightException'>;

/** What is wrong with the scale of a policy: its criteria, stages and groups (convention). */
export function rubricFindings(policy: Scale): Finding[] {
  const codes = policy.criteria.map(({ code }) => code);
  return [
    ...weightFindings(policy),
    ...(new Set(codes).size === codes.length ? [] : [{ field: 'criteria', code: 'round.policy.criterion-twice' }]),
    ...policy.criteria.flatMap((criterion, index) => criterionFindings(policy, criterion, `criteria[${index}]`)),
    ...groupFindings(policy),
  ];
}

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/** The weights of every stage sum to 100.00, and so do the shares of the stages: else a weight is not what it says. */
function weightFindings(policy: Scale): Finding[] {
  const { criteria, stages } = policy;
  if (stages === undefined) {
    const sum = sumOf(criteria.map(({ weight }) => weight));
    return sum === ALL ? [] : [{ field: 'criteria', code: 'round.policy.weights', params: { sum: formatScore(sum) } }];
  }
  const findings: Finding[] = [];
  const shares = sumOf(stages.map(({ share }) => share));
  if (shares !== ALL)
    findings.push({ field: 'stages', code: 'round.policy.stage-shares', params: { sum: formatScore(shares) } });
  for (const [index, { code: stage, share }] of stages.entries()) {
    if (share < 0) findings.push({ field: `stages[${index}].share`, code: 'round.policy.below-zero' });
    const own = criteriaOf(policy, stage);
    const sum = sumOf(own.map(({ weight }) => weight));
    if (own.length === 0)
      findings.push({ field: `stages[${index}]`, code: 'round.policy.stage-empty', params: { stage } });
    else if (sum !== ALL)
      findings.push({
        field: `stages[${index}]`,
        code: 'round.policy.stage-weights',
        params: { stage, sum: formatScore(sum) },
      });
  }
  return findings;
}

function criterionFindings(policy: Scale, criterion: Criterion, path: string): Finding[] {
  const { max, floor, group, commentOutside: band, levels = [] } = criterion;
  const findings: Finding[] = [];
  const params = { max: formatScore(max) };
  if (criterion.weight < 0) findings.push({ field: `${path}.weight`, code: 'round.policy.below-zero' });
  if (max <= 0) findings.push({ field: `${path}.max`, code: 'round.policy.no-marks' });
  const stage = stageOf(criterion);
  if (!stagesOf(policy).some(({ code }) => code === stage))
    findings.push({
      field: `${path}.stage`,
      code: 'round.policy.stage-unknown',
      params: { stage, main: MAIN_STAGE },
    });
  if (group !== undefined && !(policy.groups ?? []).some(({ code }) => code === group))
    findings.push({ field: `${path}.group`, code: 'round.policy.group-unknown', params: { group } });
  if (floor !== undefined && (floor < 0 || floor > max))
    findings.push({ field: `${path}.floor`, code: 'round.policy.floor', params });
  if (band !== undefined && (band.low < 0 || band.low > band.high || band.high > max))
    findings.push({ field: `${path}.commentOutside`, code: 'round.policy.comment-band', params });
  const marks = levels.map(({ mark }) => mark);
  if (marks.some((mark) => mark < 0 || mark > max))
    findings.push({ field: `${path}.levels`, code: 'round.policy.level-range', params });
  if (!isInOrder(marks)) findings.push({ field: `${path}.levels`, code: 'round.policy.level-order' });
  return findings;
}

/** Strictly up or strictly down: 우수 to 미흡, or the other way round. */
function isInOrder(marks: readonly number[]): boolean {
  const steps = marks.slice(1).map((mark, at) => mark - (marks[at] ?? 0));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/**
 * What the call states for a group is what the arithmetic gives it, unless the policy says why not: `weightException`, which
 * the owner ministries sign with it (convention).
 */
function groupFindings(policy: Scale): Finding[] {
  const { groups, weightException } = policy;
  if (groups === undefined) return [];
  const sum = sumOf(groups.map(({ weight }) => weight));
  const findings: Finding[] =
    sum === ALL ? [] : [{ field: 'groups', code: 'round.policy.group-shares', params: { sum: formatScore(sum) } }];
  if (weightException !== undefined) return findings;
  effectiveWeights(policy).groups.forEach(({ code: group, effective, stated = 0 }, index) => {
    if (effective === stated) return;
    findings.push({
      field: `groups[${index}].weight`,
      code: 'round.policy.group-weight',
      params: {
        group,
        stated: formatScore(stated),
        effective: typeof effective === 'number' ? formatScore(effective) : effective,
      },
    });
  });
  return findings;
}
