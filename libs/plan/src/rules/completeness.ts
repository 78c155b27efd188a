import { type Finding, type NamedRule, runRules } from '@daegaejo/platform/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { INDICATOR_CODES, NARRATIVE_HEADS, type PlanContent } from './content.js';
import { evidenceFindings, linkageFindings } from './evidence.js';
import { amountFindings } from './money.js';
import type { SubmissionKind } from './plan-state.js';

export interface Submission {
  readonly content: PlanContent;
  readonly policy: RoundPolicy;
  readonly kind: SubmissionKind;
}

const ACT_HEADS = '특별법 제11조제2항';
const CONVENTION = 'convention';

/** What every submission needs, the early one included. */
const ALWAYS: readonly NamedRule<Submission>[] = [
  {
    code: 'plan.title.missing',
    source: CONVENTION,
    check: ({ content }) => missingText('title', content.title),
  },
  {
    code: 'plan.theme.missing',
    source: CONVENTION,
    check: ({ content }) => missingText('theme', content.theme),
  },
  {
    code: 'plan.hub.one',
    source: '산업단지 대개조 계획: 거점산단 1',
    check: ({ content }) => {
      const hubs = content.sites.filter((site) => site.role === 'hub').length;
      return hubs === 1 ? [] : [{ field: 'sites', code: 'plan.hub.one', params: { hubs } }];
    },
  },
  {
    code: 'plan.key.twice',
    source: CONVENTION,
    check: ({ content }) => [
      ...twice(
        'sites',
        content.sites.map((site) => site.key),
      ),
      ...twice(
        'subProjects',
        content.subProjects.map((project) => project.key),
      ),
      ...twice(
        'budget',
        content.budget.map((cell) => `${cell.subProject} ${cell.year} ${cell.source}`),
      ),
      ...twice(
        'indicators',
        content.indicators.map((indicator) => indicator.code),
      ),
      ...content.indicators.flatMap(({ bySite = [] }, index) =>
        twice(
          `indicators[${index}].bySite`,
          bySite.map(({ site }) => site),
        ),
      ),
      ...twice(
        'evidence',
        (content.evidence ?? []).map(({ kind, organisation }) => `${kind} ${organisation}`),
      ),
    ],
  },
  {
    code: 'plan.reference',
    source: CONVENTION,
    check: ({ content }) => references(content),
  },
  {
    code: 'plan.budget.cell',
    source: CONVENTION,
    check: ({ content, policy }) => budgetCells(content, policy),
  },
];

/** What a filing (본접수, 최종안) needs on top. */
const FILING: readonly NamedRule<Submission>[] = [
  {
    code: 'plan.linked.missing',
    source: '산업단지 대개조 계획: 거점산단과 연계산단·연계지역',
    check: ({ content, policy }) =>
      (policy.eligibility.linkedSites ?? 'required') === 'required' &&
      !content.sites.some((site) => site.role !== 'hub')
        ? [{ field: 'sites', code: 'plan.linked.missing' }]
        : [],
  },
  {
    code: 'plan.linked.refused',
    source: '회차 정책: 단지 하나만',
    check: ({ content, policy }) =>
      policy.eligibility.linkedSites === 'refused'
        ? content.sites.flatMap(({ role, name }, index) =>
            role === 'hub' ? [] : [{ field: `sites[${index}]`, code: 'plan.linked.refused', params: { name } }],
          )
        : [],
  },
  {
    code: 'plan.narrative.missing',
    source: ACT_HEADS,
    check: ({ content }) =>
      NARRATIVE_HEADS.filter((head) => head !== 'other' && (content.narrative[head] ?? '').trim() === '').map(
        (head) => ({
          field: `narrative.${head}`,
          code: 'plan.narrative.missing',
        }),
      ),
  },
  {
    code: 'plan.sub-projects.missing',
    source: ACT_HEADS,
    check: ({ content }) =>
      content.subProjects.length > 0 ? [] : [{ field: 'subProjects', code: 'plan.sub-projects.missing' }],
  },
  {
    code: 'plan.budget.missing',
    source: '특별법 제11조제2항제9호(재원 확보 방안)',
    check: ({ content }) => {
      const funded = new Set(content.budget.map((cell) => cell.subProject));
      return content.subProjects.flatMap((project, index) =>
        funded.has(project.key)
          ? []
          : [{ field: `subProjects[${index}]`, code: 'plan.budget.missing', params: { name: project.name } }],
      );
    },
  },
  {
    code: 'plan.indicator.missing',
    source: '산업단지 대개조 성과지표: 신규고용, 지원시설, 기업지원',
    check: ({ content }) =>
      INDICATOR_CODES.filter((code) => !content.indicators.some((indicator) => indicator.code === code)).map(
        (indicator) => ({
          field: 'indicators',
          code: 'plan.indicator.missing',
          params: { indicator },
        }),
      ),
  },
  {
    code: 'plan.indicator.years',
    source: CONVENTION,
    check: ({ content, policy }) => indicatorYears(content, policy),
  },
  {
    code: 'plan.linkage.missing',
    source: '회차 정책(연계 근거)',
    check: ({ content, policy }) => (policy.eligibility.linkageRequired === true ? linkageFindings(content) : []),
  },
  {
    code: 'plan.evidence.missing',
    source: '회차 정책(구비서류)',
    check: ({ content, policy }) => evidenceFindings(content, policy.eligibility.requiredEvidence ?? []),
  },
];

/** What keeps a content from being submitted as `kind`; empty = it can go. */
export function completenessFindings(submission: Submission): Finding[] {
  return runRules(submission.kind === 'pre-intake' ? ALWAYS : [...ALWAYS, ...FILING], submission);
}

/** The rules, for the docs and the completeness meter. */
export const COMPLETENESS_RULES = { always: ALWAYS, filing: FILING } as const;

function missingText(field: 'title' | 'theme', text: string): Finding[] {
  return text.trim() === '' ? [{ field, code: `plan.${field}.missing` }] : [];
}

function twice(field: string, keys: readonly string[]): Finding[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [{ field: `${field}[${index}]`, code: 'plan.key.twice', params: { key } }];
    seen.add(key);
    return [];
  });
}

function references({ sites, subProjects, budget, indicators }: PlanContent): Finding[] {
  const siteKeys = new Set(sites.map((site) => site.key));
  const projectKeys = new Set(subProjects.map((project) => project.key));
  return [
    ...subProjects.flatMap((project, index) =>
      project.siteKeys
        .filter((key) => !siteKeys.has(key))
        .map((key) => ({ field: `subProjects[${index}].siteKeys`, code: 'plan.reference', params: { key } })),
    ),
    ...budget.flatMap((cell, index) =>
      projectKeys.has(cell.subProject)
        ? []
        : [{ field: `budget[${index}].subProject`, code: 'plan.reference', params: { key: cell.subProject } }],
    ),
    ...indicators.flatMap(({ bySite = [] }, index) =>
      bySite.flatMap(({ site }, part) =>
        siteKeys.has(site)
          ? []
          : [{ field: `indicators[${index}].bySite[${part}].site`, code: 'plan.reference', params: { key: site } }],
      ),
    ),
  ];
}

function budgetCells({ budget }: PlanContent, policy: RoundPolicy): Finding[] {
  const years = policy.fundingYears.join(', ');
  const outside = budget.flatMap((cell, index): Finding[] =>
    policy.fundingYears.includes(cell.year)
      ? []
      : [{ field: `budget[${index}].year`, code: 'plan.budget.year', params: { years } }],
  );
  return [...outside, ...amountFindings(budget)];
}

function indicatorYears({ indicators }: PlanContent, policy: RoundPolicy): Finding[] {
  return indicators.flatMap((indicator, index) => {
    const years = indicator.targets.map((target) => target.year);
    const wanted = policy.fundingYears;
    const same = years.length === wanted.length && wanted.every((year) => years.includes(year));
    return same
      ? []
      : [{ field: `indicators[${index}].targets`, code: 'plan.indicator.years', params: { years: wanted.join(', ') } }];
  });
}
