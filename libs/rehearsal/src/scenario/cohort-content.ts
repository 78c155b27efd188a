import {
  INDICATOR_CODES,
  type BudgetSource,
  type Consultation,
  type Indicator,
  type IndicatorCode,
  type PlanContent,
} from '@daegaejo/plan/rules';
import { addDays, seoulDay, splitWon, type Day } from '@daegaejo/platform/rules';
import type { ConsultationParty } from '@daegaejo/round/rules';
import { budgetCube, confirmedAmounts, proposedAmounts, scaled, splitByYear } from './cohort-budget.js';
import { narrativeOf } from './cohort-narrative.js';
import { subProjectCounts, subProjectsOf } from './cohort-sub-projects.js';
import { organisationName, type Applicant, type Cohort } from './cohort.js';

/** Money of the first sketch against the later proposal, in percent. */
const EARLY_PERCENT = 80n;
/** Three-year targets of a proposal where nothing was announced. */
const FICTIONAL_TARGETS: { readonly [I in IndicatorCode]: number } = {
  'direct-hires': 5_000,
  'support-facilities': 30,
  'company-supports': 400,
};
const WEEK = 7;

/** One indicator over the funding years. The yearly split is always fictional; `source` names the total's. */
function indicator(cohort: Cohort, code: IndicatorCode, total: number, source: string | null): Indicator {
  const parts = splitByYear(BigInt(total));
  const targets = cohort.policy.fundingYears.map((year, index) => ({ year, value: Number(parts[index] ?? 0n) }));
  return { code, baseline: null, targets, source, fictional: true, evidenceRule: EVIDENCE_RULES[code] };
}

/** How results are to be proved: fictional, after what such programmes usually ask. */
const EVIDENCE_RULES: { readonly [I in IndicatorCode]: string } = {
  'direct-hires': '고용보험 피보험자 순증으로 확인 (가상)',
  'support-facilities': '준공·개소 확인서 (가상)',
  'company-supports': '협약서와 완료 확인서 (가상)',
};

/** Counted half on the hub, the rest in equal parts on the linked sites, year by year: fictional. */
function placed(found: Indicator, sites: Applicant['sites']): Indicator {
  const shares = sites.map(({ role }) => (role === 'hub' ? BigInt(sites.length) : 1n));
  const parts = found.targets.map(({ year, value }) => ({ year, parts: splitWon(BigInt(value), shares) }));
  return {
    ...found,
    bySite: sites.map(({ key }, at) => ({
      site: key,
      targets: parts.map(({ year, parts: split }) => ({ year, value: Number(split[at] ?? 0n) })),
    })),
  };
}

/** Every linked site says what links it to the hub; in words, since values were reported for one plan only. */
const linked = (sites: Applicant['sites']): Applicant['sites'] =>
  sites.map((site) =>
    site.role === 'hub'
      ? site
      : { ...site, linkage: { evidence: '거점 기업과의 거래와 공동 과제 (가상)', tradeWon: null } },
  );

function proposedIndicators(cohort: Cohort, applicant: Applicant): Indicator[] {
  const jobs = applicant.announcedFigures.find(({ code }) => code === 'jobs');
  return INDICATOR_CODES.map((code) =>
    code === 'direct-hires' && jobs
      ? indicator(cohort, code, Number(jobs.value), jobs.source)
      : indicator(cohort, code, FICTIONAL_TARGETS[code], null),
  );
}

/** Written consultations of every required party, all agreed, a week before the deadline. Letter numbers are fictional. */
function consultationsOf(cohort: Cohort, applicant: Applicant, deadline: Day): Consultation[] {
  const date = addDays(deadline, -WEEK);
  const national = applicant.sites.some(({ role, complexType }) => role === 'hub' && complexType === 'national');
  const organisations: { readonly [P in ConsultationParty]: string } = {
    'designating-authority': national ? 'MOLIT' : applicant.province,
    'management-authority': national ? 'MOTIE' : applicant.province,
    'management-agency': 'KICOX',
  };
  return cohort.policy.eligibility.requiredConsultations.map((party, index) => ({
    party,
    organisation: organisationName(organisations[party], date),
    letterNumber: `가상-${applicant.province}-${date}-${index + 1}`,
    date,
    result: 'agreed',
  }));
}

/** What the province files at the 예비접수: a smaller, earlier version of its proposal. */
export function preIntakeContent(cohort: Cohort, applicant: Applicant): PlanContent {
  const subProjects = subProjectsOf(applicant, subProjectCounts(applicant).early);
  const keys = subProjects.map(({ key }) => key);
  const { direction, status, financing } = narrativeOf(cohort, applicant);
  return {
    title: applicant.title,
    theme: applicant.theme,
    sites: linked(applicant.sites),
    subProjects,
    budget: budgetCube(keys, cohort.policy.fundingYears, scaled(proposedAmounts(applicant), EARLY_PERCENT)),
    indicators: proposedIndicators(cohort, applicant),
    reportedFigures: [],
    narrative: { direction, status, financing },
    consultations: [],
  };
}

/** What the province files at the 본접수: its budget sums to what was announced, source by source where known. */
export function proposalContent(cohort: Cohort, applicant: Applicant): PlanContent {
  const subProjects = subProjectsOf(applicant, subProjectCounts(applicant).proposed);
  const keys = subProjects.map(({ key }) => key);
  return {
    title: applicant.title,
    theme: applicant.theme,
    sites: linked(applicant.sites),
    subProjects,
    budget: budgetCube(keys, cohort.policy.fundingYears, proposedAmounts(applicant)),
    indicators: proposedIndicators(cohort, applicant).map((found) => placed(found, applicant.sites)),
    reportedFigures: applicant.announcedFigures,
    narrative: narrativeOf(cohort, applicant),
    consultations: consultationsOf(cohort, applicant, seoulDay(cohort.policy.calendar.deadlines.intake)),
  };
}

/** The plan as confirmed after the 사후 컨설팅: fewer sub-projects, confirmed targets. RangeError for a region that lost. */
export function finalContent(cohort: Cohort, applicant: Applicant): PlanContent {
  const { targets, firstYearNationalWon } = applicant;
  if (targets === null || firstYearNationalWon === null)
    throw new RangeError(`${applicant.province} was not preselected in ${cohort.year}`);
  const { confirmed, firstYear } = subProjectCounts(applicant);
  const subProjects = subProjectsOf(applicant, confirmed);
  const keys = subProjects.map(({ key }) => key);
  const amounts = confirmedAmounts(applicant);
  return {
    ...proposalContent(cohort, applicant),
    subProjects,
    budget: budgetCube(keys, cohort.policy.fundingYears, amounts, {
      national: BigInt(firstYearNationalWon),
      begun: firstYear,
    }),
    indicators: INDICATOR_CODES.map((code) =>
      placed(indicator(cohort, code, targets[code], targets.sourced[code] ?? targets.source), applicant.sites),
    ),
    reportedFigures: applicant.confirmedFigures,
    consultations: consultationsOf(cohort, applicant, seoulDay(cohort.policy.calendar.deadlines['final-draft'])),
  };
}

/** One line of the agreement's money: what one ministry's sub-projects get in one year from one source, in won. */
export interface FundingLine {
  readonly year: number;
  readonly ministry: string;
  readonly source: BudgetSource;
  readonly amount: string;
}

/** The confirmed budget summed by year, owner ministry and source; lines of zero are left out. */
export function fundingLines(cohort: Cohort, applicant: Applicant): FundingLine[] {
  const { budget, subProjects } = finalContent(cohort, applicant);
  const ministryOf = new Map(subProjects.map(({ key, ministry }) => [key, ministry]));
  const lines = new Map<string, FundingLine>();
  for (const { subProject, year, source, amount } of budget) {
    const ministry = ministryOf.get(subProject) ?? '';
    const key = `${year} ${ministry} ${source}`;
    const sum = BigInt(lines.get(key)?.amount ?? '0') + BigInt(amount);
    if (sum > 0n) lines.set(key, { year, ministry, source, amount: sum.toString() });
  }
  return [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, line]) => line);
}
