import { aPlan } from '../../../../test/support/plan-content.js';
import { loadPolicy } from '../../../../test/support/policy.js';
import { EMPTY_CONTENT, type PlanContent } from './content.js';
import { meterOf } from './meter.js';
import { completenessFindings } from './completeness.js';
import { PLAN_SECTIONS, sectionOfField } from './sections.js';

const policy = loadPolicy();
const meter = (content: PlanContent) => meterOf({ content, policy, kind: 'filed' });
const stateOf = (content: PlanContent, section: string) =>
  meter(content).sections.find((one) => one.section === section);

describe('the completeness meter', () => {
  it('stands at nothing for an empty plan, and names every section', () => {
    const { sections, percent } = meter(EMPTY_CONTENT);
    expect(percent).toBe(0);
    expect(sections.map(({ section }) => section)).toEqual(PLAN_SECTIONS);
    expect(new Set(sections.map(({ state }) => state))).toEqual(new Set(['empty']));
  });

  it('stands at 100 exactly when a filing lacks nothing, whatever stays empty that none needs', () => {
    const plan = aPlan();
    expect(completenessFindings({ content: plan, policy, kind: 'filed' })).toEqual([]);
    expect(meter(plan).percent).toBe(100);
    expect(stateOf(plan, 'reportedFigures')).toEqual({ section: 'reportedFigures', state: 'empty', findings: 0 });
  });

  it.each<[string, Partial<PlanContent>, string, string, number]>([
    ['a theme is missing', { theme: '' }, 'basics', 'incomplete', 1],
    ['a head is blank', { narrative: { ...aPlan().narrative, status: ' ' } }, 'narrative.status', 'empty', 1],
    ['there is a hub and nothing linked', { sites: aPlan().sites.slice(0, 1) }, 'sites', 'incomplete', 1],
    ['a sub-project has no money', { budget: [] }, 'subProjects', 'incomplete', 1],
    ['there is no money', { budget: [] }, 'budget', 'empty', 0],
    ['two indicators are missing', { indicators: aPlan().indicators.slice(0, 1) }, 'indicators', 'incomplete', 2],
  ])('is below 100 while %s', (_case, change, section, state, findings) => {
    const plan = aPlan(change);
    expect(stateOf(plan, section)).toEqual({ section, state, findings });
    expect(meter(plan).percent).toBeLessThan(100);
  });

  it('counts nine heads, title page, sites, sub-projects, budget and indicators alike', () => {
    expect(meter(aPlan({ theme: '' })).percent).toBe(Math.floor((100 * 13) / 14));
  });
});

describe('the section of a field', () => {
  it.each([
    ['title', 'basics'],
    ['theme', 'basics'],
    ['narrative.yearly-plan', 'narrative.yearly-plan'],
    ['sites', 'sites'],
    ['subProjects[3].siteKeys', 'subProjects'],
    ['budget[12].year', 'budget'],
  ])('%s is %s', (field, section) => {
    expect(sectionOfField(field)).toBe(section);
  });
});
