import { aPlan } from '../../../../test/support/plan-content.js';
import { carryOver } from './carry-over.js';
import type { PlanContent } from './content.js';

const OLD = [2021, 2022, 2023];
const [indicator] = aPlan().indicators;
const targets = (...years: readonly number[]) => years.map((year) => ({ year, value: year }));
const earlier = (change: Partial<PlanContent> = {}): PlanContent =>
  aPlan({
    budget: [2021, 2023, 2030].map((year) => ({ subProject: 'p1', year, source: 'national', amount: String(year) })),
    indicators: [{ ...indicator!, targets: targets(...OLD), bySite: [{ site: 'hub', targets: targets(2022) }] }],
    reportedFigures: [{ code: 'jobs', label: '일자리', value: '1', unit: '명', source: null, fictional: true }],
    evidence: [
      { kind: 'municipal-consent', organisation: '구미시', status: 'attached', attachmentId: null, note: null },
    ],
    ...change,
  });
const yearsOf = (content: PlanContent) => ({
  budget: content.budget.map(({ year, amount }) => [year, amount]),
  targets: content.indicators[0]?.targets,
  bySite: content.indicators[0]?.bySite,
});

describe('a plan that is carried on', () => {
  it('has its years moved by position, and loses those without a counterpart', () => {
    expect(yearsOf(carryOver(earlier(), OLD, [2022, 2023, 2024]))).toEqual({
      budget: [
        [2022, '2021'],
        [2024, '2023'],
      ],
      targets: [
        { year: 2022, value: 2021 },
        { year: 2023, value: 2022 },
        { year: 2024, value: 2023 },
      ],
      bySite: [{ site: 'hub', targets: [{ year: 2023, value: 2022 }] }],
    });
  });

  it('loses what a shorter round has no year for', () => {
    const { budget, targets: left } = yearsOf(carryOver(earlier(), OLD, [2025]));
    expect(budget).toEqual([[2025, '2021']]);
    expect(left).toEqual([{ year: 2025, value: 2021 }]);
  });

  it('keeps what was written, and leaves out what must be had anew', () => {
    const before = earlier();
    const after = carryOver(before, OLD, OLD);
    expect(after).toEqual({
      title: before.title,
      theme: before.theme,
      sites: before.sites,
      subProjects: before.subProjects,
      narrative: before.narrative,
      budget: before.budget.slice(0, 2),
      indicators: before.indicators,
      consultations: [],
      reportedFigures: [],
    });
  });
});
