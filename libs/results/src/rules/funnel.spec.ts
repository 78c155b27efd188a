import { PLAN_STATES, type PlanState, VERSION_KINDS, type VersionKind } from '@daegaejo/plan/rules';
import fc from 'fast-check';
import { furthestStep, funnelOf } from './funnel.js';

describe('the funnel of a round', () => {
  it.each<[PlanState, VersionKind[], string | null]>([
    ['draft', [], null],
    ['lapsed', [], null],
    ['withdrawn', ['pre-intake'], 'pre-intake'],
    ['withdrawn', ['pre-intake', 'filed'], 'filed'],
    ['ineligible', ['pre-intake', 'filed'], 'filed'],
    ['under-evaluation', ['pre-intake', 'filed'], 'screened'],
    ['not-selected', ['pre-intake', 'filed'], 'scored'],
    ['reserve', ['pre-intake', 'filed'], 'scored'],
    ['cancelled', ['pre-intake', 'filed', 'preselected'], 'preselected'],
    ['cancelled', ['pre-intake', 'filed', 'preselected', 'final-draft', 'confirmed'], 'confirmed'],
    ['revoked', ['filed', 'confirmed', 'change'], 'designated'],
  ])('given a plan that is %s with %j, then it came as far as %s', (state, kinds, step) => {
    expect(furthestStep({ state, kinds })).toBe(step);
  });

  it('given the round of 2020, then eleven came in, five were designated, six stand apart', () => {
    const selected: FunnelPlans = Array.from({ length: 5 }, () => ({ state: 'designated', kinds: ['filed'] }));
    const others: FunnelPlans = Array.from({ length: 6 }, () => ({ state: 'not-selected', kinds: ['filed'] }));
    const funnel = funnelOf([...selected, ...others]);
    expect(funnel.steps.map(({ count }) => count)).toEqual([11, 11, 11, 11, 5, 5, 5]);
    expect(funnel.exits).toEqual([{ state: 'not-selected', after: 'scored', count: 6 }]);
    expect(funnel.drafts).toBe(0);
  });

  it('never widens, and counts every plan that stands apart', () => {
    const plan = fc.record({
      state: fc.constantFrom(...PLAN_STATES),
      kinds: fc.uniqueArray(fc.constantFrom(...VERSION_KINDS)),
    });
    fc.assert(
      fc.property(fc.array(plan), (plans) => {
        const { steps, exits } = funnelOf(plans);
        for (const [at, { count }] of steps.entries()) expect(count).toBeLessThanOrEqual(steps[at - 1]?.count ?? 1_000);
        const apart = exits.reduce((sum, { count }) => sum + count, 0);
        expect(apart).toBe(plans.filter(({ state }) => exits.some((exit) => exit.state === state)).length);
      }),
    );
  });
});

type FunnelPlans = { state: PlanState; kinds: VersionKind[] }[];
