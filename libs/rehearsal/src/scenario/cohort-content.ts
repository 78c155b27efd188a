import {
  INDICATOR_CODES,
  type BudgetSource,
  type Consultation,
  type Indicator,
  type IndicatorCode,
  type PlanContent,
  type SubProject,
  type SubProjectKind,
} from '@daegaejo/plan/rules';
import { addDays, seoulDay, type Day } from '@daegaejo/platform/rules';
import type { ConsultationParty } from '@daegaejo/round/rules';
import { budgetCube, confirmedAmounts, proposedAmounts, scaled, splitByYear } from './cohort-budget.js';
import { hubName, narrativeOf } from './cohort-narrative.js';
import { organisationName, type Applicant, type Cohort } from './cohort.js';

interface SubProjectTemplate {
  readonly key: string;
  readonly name: string;
  readonly kind: SubProjectKind;
  readonly ministry: string;
  /** On the hub, or on the hub and every linked site. */
  readonly everywhere: boolean;
}

/** Representative sub-projects, all fictional; a later version of a plan keeps some of an earlier one's keys. */
const TEMPLATES: readonly SubProjectTemplate[] = [
  { key: 'renewal', name: '재생사업지구 기반시설 정비', kind: 'regeneration', ministry: 'MOLIT', everywhere: false },
  { key: 'smart', name: '스마트그린 제조혁신 기반 구축', kind: 'restructuring', ministry: 'MOTIE', everywhere: false },
  { key: 'workforce', name: '산업인력 양성과 고용환경 개선', kind: 'employment', ministry: 'MOEL', everywhere: true },
  { key: 'technology', name: '기업 기술개발 지원', kind: 'sme-technology', ministry: 'MOTIE', everywhere: true },
  { key: 'parking', name: '공영 주차환경 개선', kind: 'parking', ministry: 'MOLIT', everywhere: false },
  { key: 'energy', name: '재생에너지 설비 보급', kind: 'renewable-energy', ministry: 'MOTIE', everywhere: true },
];
const PROPOSED = { preselected: 6, 'not-selected': 4 };
const EARLY_COUNT = 3;
const CONFIRMED_COUNT = 4;
/** Money of the first sketch against the later proposal, in percent. */
const EARLY_PERCENT = 80n;
/** Three-year targets of a proposal where nothing was announced. */
const FICTIONAL_TARGETS: { readonly [I in IndicatorCode]: number } = {
  'direct-hires': 5_000,
  'support-facilities': 30,
  'company-supports': 400,
};
const WEEK = 7;

function subProjectsOf(applicant: Applicant, count: number): SubProject[] {
  const hubs = applicant.sites.filter(({ role }) => role === 'hub').map(({ key }) => key);
  const all = applicant.sites.map(({ key }) => key);
  return TEMPLATES.slice(0, count).map(({ key, name, kind, ministry, everywhere }) => ({
    key,
    name: `${everywhere ? '권역' : hubName(applicant)} ${name}(가상)`,
    kind,
    ministry,
    siteKeys: everywhere ? all : hubs,
    source: null,
    fictional: true,
  }));
}

/** One indicator over the funding years. The yearly split is always fictional; `source` names the total's. */
function indicator(cohort: Cohort, code: IndicatorCode, total: number, source: string | null): Indicator {
  const parts = splitByYear(BigInt(total));
  const targets = cohort.policy.fundingYears.map((year, index) => ({ year, value: Number(parts[index] ?? 0n) }));
  return { code, baseline: null, targets, source, fictional: true };
}

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
  const subProjects = subProjectsOf(applicant, EARLY_COUNT);
  const keys = subProjects.map(({ key }) => key);
  const { direction, status, financing } = narrativeOf(cohort, applicant);
  return {
    title: applicant.title,
    theme: applicant.theme,
    sites: applicant.sites,
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
  const subProjects = subProjectsOf(applicant, PROPOSED[applicant.outcome]);
  const keys = subProjects.map(({ key }) => key);
  return {
    title: applicant.title,
    theme: applicant.theme,
    sites: applicant.sites,
    subProjects,
    budget: budgetCube(keys, cohort.policy.fundingYears, proposedAmounts(applicant)),
    indicators: proposedIndicators(cohort, applicant),
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
  const subProjects = subProjectsOf(applicant, CONFIRMED_COUNT);
  const keys = subProjects.map(({ key }) => key);
  const amounts = confirmedAmounts(applicant);
  return {
    ...proposalContent(cohort, applicant),
    subProjects,
    budget: budgetCube(keys, cohort.policy.fundingYears, amounts, BigInt(firstYearNationalWon)),
    indicators: INDICATOR_CODES.map((code) =>
      indicator(cohort, code, targets[code], targets.sourced[code] ?? targets.source),
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
