import { executionFindings, type ExecutionRules, lightOf } from './index.js';

/** 기반조성 평가관리지침 제44조; weights fictional. */
const RULES: ExecutionRules = {
  lights: [
    { light: 'green', fromBp: 9_000 },
    { light: 'yellow', fromBp: 7_000 },
    { light: 'red', fromBp: 6_000 },
  ],
  weights: { progressBp: 4_000, executionBp: 3_000, indicatorsBp: 3_000 },
  correctiveBelowBp: 6_000,
  twoReds: 'stop',
};

describe('the rules of the yearly review', () => {
  it.each([
    [10_000, 'green'],
    [9_000, 'green'],
    [8_999, 'yellow'],
    [7_000, 'yellow'],
    [6_999, 'red'],
    [6_000, 'red'],
    [5_999, 'failed'],
    [0, 'failed'],
  ])('given %i basis points, then the light is %s', (score, light) => {
    expect(lightOf(score, RULES.lights)).toBe(light);
  });

  it.each<[string, ExecutionRules | undefined, string[]]>([
    ['none', undefined, []],
    ['sound ones', RULES, []],
    [
      'weights that are no whole',
      { ...RULES, weights: { ...RULES.weights, progressBp: 4_001 } },
      ['round.policy.execution-weights'],
    ],
    ['lights the wrong way round', { ...RULES, lights: RULES.lights.toReversed() }, ['round.policy.execution-lights']],
    ['no light', { ...RULES, lights: [] }, ['round.policy.execution-lights']],
    [
      'a light twice',
      { ...RULES, lights: [...RULES.lights, { light: 'red' as const, fromBp: 5_000 }] },
      ['round.policy.execution-lights'],
    ],
  ])('given %s, then their faults are named', (_what, rules, codes) => {
    expect(executionFindings(rules).map(({ code }) => code)).toEqual(codes);
  });
});
