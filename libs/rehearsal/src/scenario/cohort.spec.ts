import { INDICATOR_CODES, NARRATIVE_HEADS, type BudgetCell, type IndicatorCode } from '@daegaejo/plan/rules';
import { addDays, addYears, isDay, parseScore, seoulDay, sumWon } from '@daegaejo/platform/rules';
import { COMPLEX_TYPES, CONFLICT_RULE_CODES, CONSULTATION_PARTIES, criteriaOf, stagesOf } from '@daegaejo/round/rules';
import organisations from '../../../../config/reference/organisations.json';
import sources from '../../../../config/reference/sources.json';
import { finalContent, fundingLines, preIntakeContent, proposalContent } from './cohort-content.js';
import { marksOf } from './cohort-marks.js';
import { COHORT_YEARS, loadCohort, type Applicant, type Cohort } from './cohort.js';

/** Of every stage, one after the other. */
const marksOfAll = (cohort: Cohort, applicant: Applicant, evaluator: number) =>
  stagesOf(cohort.policy).flatMap(({ code }) => marksOf(cohort, applicant, evaluator, code));
const cohorts = COHORT_YEARS.map((year) => [year, loadCohort(year)] as const);
const winnersOf = (cohort: Cohort): Applicant[] => cohort.applicants.filter(({ outcome }) => outcome === 'preselected');
const pairs = cohorts.flatMap(([year, cohort]) =>
  cohort.applicants.map((applicant) => [`${year} ${applicant.province}`, cohort, applicant] as const),
);
const winnerPairs = pairs.filter(([, , applicant]) => applicant.outcome === 'preselected');
const of = (year: 2020 | 2021, province: string): Applicant =>
  loadCohort(year).applicants.find((applicant) => applicant.province === province) as Applicant;
const total = (cells: readonly BudgetCell[]): bigint => sumWon(cells.map(({ amount }) => BigInt(amount)));
const EOK = 100_000_000n;

/** Every object below `value`, the value itself first. */
function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (value === null || typeof value !== 'object') return [];
  const own = value as Record<string, unknown>;
  return [own, ...Object.values(own).flatMap(objects)];
}

/** "ACT Art.5, DEC 4" cites ACT and DEC. */
const keysIn = (citation: string): string[] => citation.split(', ').map((part) => part.split(' ')[0] ?? '');

describe('the cohorts as data', () => {
  it.each([
    [2020, 11, { 'direct-hires': 15_472, 'support-facilities': 178, 'company-supports': 883 }, 2_562n],
    [2021, 8, { 'direct-hires': 13_448, 'support-facilities': 47, 'company-supports': 4_641 }, 2_600n],
  ] as const)(
    'given %i, then the applicants and the national sums are the published ones',
    (year, count, sums, eok) => {
      const cohort = loadCohort(year);
      const winners = winnersOf(cohort);
      expect(cohort.applicants).toHaveLength(count);
      expect(winners).toHaveLength(cohort.policy.quota);
      for (const code of INDICATOR_CODES)
        expect(winners.reduce((sum, { targets }) => sum + (targets?.[code] ?? 0), 0)).toBe(sums[code as IndicatorCode]);
      expect(sumWon(winners.map(({ firstYearNationalWon }) => BigInt(firstYearNationalWon ?? '0')))).toBe(eok * EOK);
      expect(cohort.securedFirstYear.amountWon).toBe((eok * EOK).toString());
      expect(cohort.securedFirstYear.year).toBe(cohort.policy.fundingYears[0]);
    },
  );

  it.each(cohorts)('given the policy of %i, then it is whole', (_year, { policy }) => {
    for (const { code } of stagesOf(policy))
      expect(criteriaOf(policy, code).reduce((sum, { weight }) => sum + weight, 0)).toBe(10_000);
    const codes = policy.criteria.map(({ code }) => code);
    for (const rule of policy.tieChain) if (rule.by === 'criterion') expect(codes).toContain(rule.criterion);
    for (const rule of policy.conflictRules) expect(CONFLICT_RULE_CODES).toContain(rule);
    for (const type of policy.eligibility.linkedTypes) expect(COMPLEX_TYPES).toContain(type);
    expect(policy.eligibility.requiredConsultations).toEqual(CONSULTATION_PARTIES);
    const { deadlines } = policy.calendar;
    const inOrder = [deadlines['pre-intake'], deadlines.intake, deadlines.scoring, deadlines['final-draft']];
    expect([...inOrder].sort()).toEqual(inOrder);
    for (const at of inOrder) expect(new Date(at).toISOString()).toBe(at);
  });

  it.each(cohorts)('given the calendar of %i, then every agenda leaves the days of the policy', (_year, cohort) => {
    const day = (step: string): string => {
      const at = cohort.calendar.find((entry) => entry.step === step)?.at ?? '';
      return isDay(at) ? at : seoulDay(at);
    };
    for (const [agenda, meeting] of [
      ['agenda-preselection', 'preselected'],
      ['agenda-confirmation', 'confirmed'],
      ['agenda-designation', 'designated'],
    ] as const)
      expect(addDays(day(agenda), cohort.policy.deliberation.agendaDays) <= day(meeting)).toBe(true);
    expect(day('scoring') <= day('agenda-preselection')).toBe(true);
    for (const { step, at } of cohort.calendar)
      if (step in cohort.policy.calendar.deadlines)
        expect(at).toBe(cohort.policy.calendar.deadlines[step as 'pre-intake' | 'intake' | 'scoring' | 'final-draft']);
  });

  it.each(pairs)('given %s, then its sites are well formed and its hub is of age', (_name, cohort, { sites }) => {
    expect(new Set(sites.map(({ key }) => key)).size).toBe(sites.length);
    const hubs = sites.filter(({ role }) => role === 'hub');
    expect(hubs).toHaveLength(1);
    for (const site of sites) {
      expect(COMPLEX_TYPES).toContain(site.complexType);
      expect(site.complexType === 'not-a-complex').toBe(site.role === 'linked-area');
      if (site.role !== 'hub') continue;
      const started = site.constructionStartedOn ?? '9999-12-31';
      const age = cohort.policy.eligibility.hubMinimumYears;
      expect(addYears(started, age) <= cohort.policy.calendar.announcedOn).toBe(true);
      expect(site.complexType === 'national' || site.inStrategicPlan).toBe(true);
    }
  });

  it('given the same policy twice, then the weights differ between the years', () => {
    const [first, second] = cohorts.map(([, { policy }]) => policy.criteria.map(({ weight }) => weight));
    expect(first).not.toEqual(second);
  });
});

/** Sub-projects proposed and confirmed; where only one was published, the other is fictional (30, or four in five). */
const PUBLISHED_COUNTS: { readonly [plan: string]: readonly [number, number] } = {
  '2020 GYEONGBUK': [30, 37],
  '2020 GWANGJU': [33, 26],
  '2020 DAEGU': [47, 44],
  '2020 JEONNAM': [75, 46],
  '2021 GYEONGGI': [37, 32],
  '2021 GYEONGNAM': [30, 45],
  '2021 BUSAN': [35, 28],
  '2021 ULSAN': [31, 27],
  '2021 JEONBUK': [39, 31],
  // fictional throughout
  '2023 JEONNAM': [8, 6],
  '2023 BUSAN': [8, 6],
  '2023 INCHEON': [8, 6],
};

describe('provenance', () => {
  const all = objects([cohorts.map(([, cohort]) => cohort), organisations]);

  it('given anything with a provenance, then it has a source or is marked fictional', () => {
    const bare = all.filter(({ source, fictional }) => fictional === false && typeof source !== 'string');
    expect(bare).toEqual([]);
    for (const [, , applicant] of pairs) {
      expect(applicant.applicantFictional).toBe(applicant.applicantSource === null);
      if (applicant.announcedTotalWon !== null) expect(applicant.moneySources.announced).not.toBeNull();
      if (applicant.confirmedTotalWon !== null) expect(applicant.moneySources.confirmed).not.toBeNull();
      if (applicant.firstYearNationalWon !== null) expect(applicant.moneySources.firstYearNational).not.toBeNull();
    }
  });

  it('given every citation, then its key is in the list of sources, and every listed key is cited', () => {
    const cited = all
      .flatMap(({ source, applicantSource, sourced }) => [source, applicantSource].concat(Object.values(sourced ?? {})))
      .filter((citation): citation is string => typeof citation === 'string')
      .flatMap(keysIn);
    expect([...new Set(cited)].sort()).toEqual(Object.keys(sources).sort());
  });

  it('given figures, then every value is a plain decimal and no list repeats a code', () => {
    for (const [, , { announcedFigures, confirmedFigures }] of pairs)
      for (const figures of [announcedFigures, confirmedFigures]) {
        for (const { value } of figures) expect(value).toMatch(/^\d+(\.\d+)?$/);
        expect(new Set(figures.map(({ code }) => code)).size).toBe(figures.length);
      }
  });
});

describe('plan contents', () => {
  it.each(pairs)('given the proposal of %s, then its cube sums exactly to what was announced', (_name, cohort, a) => {
    const content = proposalContent(cohort, a);
    for (const [source, amount] of Object.entries(a.announcedBySource ?? {}))
      expect(total(content.budget.filter((cell) => cell.source === source))).toBe(BigInt(amount));
    const bySource = Object.values(a.announcedBySource ?? {}).map((amount) => BigInt(amount));
    const expected = bySource.length > 0 ? sumWon(bySource) : BigInt(a.announcedTotalWon ?? 600_000_000_000n);
    expect(total(content.budget)).toBe(expected);
    expect(Object.keys(content.narrative).sort()).toEqual([...NARRATIVE_HEADS].sort());
    expect(content.consultations.map(({ party, result }) => `${party} ${result}`)).toEqual(
      CONSULTATION_PARTIES.map((party) => `${party} agreed`),
    );
    expect(content.subProjects.every(({ fictional }) => fictional)).toBe(true);
    expect(preIntakeContent(cohort, a).subProjects.length).toBeLessThan(content.subProjects.length);
    expect(total(preIntakeContent(cohort, a).budget)).toBeLessThan(expected);
  });

  it('given the total of 경기 that its parts do not sum to, then both stay as they were reported', () => {
    const gyeonggi = of(2021, 'GYEONGGI');
    expect(total(proposalContent(loadCohort(2021), gyeonggi).budget)).toBe(8_726n * EOK);
    expect(gyeonggi.announcedTotalWon).toBe((8_727n * EOK).toString());
    expect(gyeonggi.announcedFigures.find(({ code }) => code === 'total-budget')?.value).toBe('8727');
  });

  it.each(winnerPairs)('given the final plan of %s, then its sums are exact and it shrank', (name, cohort, a) => {
    const proposal = proposalContent(cohort, a);
    const content = finalContent(cohort, a);
    const firstYear = content.budget.filter(
      ({ year, source }) => source === 'national' && year === cohort.policy.fundingYears[0],
    );
    expect(total(firstYear)).toBe(BigInt(a.firstYearNationalWon ?? ''));
    if (a.confirmedTotalWon !== null) expect(total(content.budget)).toBe(BigInt(a.confirmedTotalWon));
    for (const [source, amount] of Object.entries(a.confirmedBySource ?? {}))
      expect(total(content.budget.filter((cell) => cell.source === source))).toBe(BigInt(amount));
    for (const { code, targets } of content.indicators)
      expect(targets.reduce((sum, { value }) => sum + value, 0)).toBe(a.targets?.[code as IndicatorCode]);
    expect([proposal.subProjects.length, content.subProjects.length]).toEqual(PUBLISHED_COUNTS[name] ?? [30, 24]);
    const lines = fundingLines(cohort, a);
    expect(sumWon(lines.map(({ amount }) => BigInt(amount)))).toBe(total(content.budget));
    expect(lines.every(({ amount }) => BigInt(amount) > 0n)).toBe(true);
    expect(new Set(lines.map((l) => `${l.year} ${l.ministry} ${l.source}`)).size).toBe(lines.length);
  });

  it('given a region that lost, then it has no final plan', () => {
    expect(() => finalContent(loadCohort(2020), of(2020, 'CHUNGBUK'))).toThrow(RangeError);
  });
});

it('begins as many sub-projects of 전남 in the first year as were reported to begin', () => {
  const { budget } = finalContent(loadCohort(2020), of(2020, 'JEONNAM'));
  expect(new Set(budget.filter(({ year }) => year === 2021).map(({ subProject }) => subProject)).size).toBe(21);
});

describe('marks', () => {
  const panels = [
    [2020, 7],
    [2020, 5],
    [2021, 9],
    [2021, 5],
  ] as const;

  it.each(panels)('given %i and a panel of %i, then the five real winners lead', (year, size) => {
    const cohort = loadCohort(year);
    const ranked = cohort.applicants
      .map((applicant) => {
        const sums = Array.from({ length: size }, (_, evaluator) =>
          marksOfAll(cohort, applicant, evaluator).reduce((sum, { mark }) => sum + (parseScore(mark) ?? Number.NaN), 0),
        );
        const kept = [...sums].sort((a, b) => a - b).slice(1, -1);
        // the harsh and the lenient evaluator are the two that the trimmed mean leaves out
        expect(Math.min(...sums)).toBe(sums[1]);
        expect(Math.max(...sums)).toBe(sums[2]);
        return { applicant, mean: kept.reduce((sum, value) => sum + value, 0) / kept.length };
      })
      .sort((a, b) => b.mean - a.mean);
    const cutOff = cohort.policy.scoring.cutOff ?? 0;
    expect(ranked.slice(0, 5).every(({ applicant }) => applicant.outcome === 'preselected')).toBe(true);
    expect(ranked.slice(0, 5).every(({ mean }) => mean >= cutOff)).toBe(true);
    expect(ranked.slice(5).some(({ mean }) => mean < cutOff)).toBe(true);
    // no bonus of the policy can lift a loser past a winner
    expect((ranked[4]?.mean ?? 0) - (ranked[5]?.mean ?? 0)).toBeGreaterThan(cohort.policy.bonus.cap);
  });

  it.each(pairs)('given %s, then every mark is a half point between nothing and the most', (_name, cohort, a) => {
    const criteria = stagesOf(cohort.policy).flatMap(({ code }) => criteriaOf(cohort.policy, code));
    for (let evaluator = 0; evaluator < 10; evaluator += 1)
      marksOfAll(cohort, a, evaluator).forEach(({ criterion, mark }, index) => {
        const { code, max } = criteria[index] ?? { code: '', max: 0 };
        const value = parseScore(mark) ?? -1;
        expect(criterion).toBe(code);
        expect(value % 50).toBe(0);
        expect(value >= 0 && value <= max).toBe(true);
      });
  });
});
