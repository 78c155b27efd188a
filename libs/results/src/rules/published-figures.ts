import { type AnyIndicator, type PlanContent, targetTotals } from '@daegaejo/plan/rules';
import { sumWon } from '@daegaejo/platform/rules';
import type { FigureCode } from './conference.js';
import { basisPoints, wholePercent } from './ratio.js';
import { announcedValue } from './waterfall.js';

export const QUANTITIES = ['announced', 'confirmed', 'secured', 'attained', 'derived'] as const;
/** 발표, 확정, 확보, 실적, 계산: never one under the name of another. */
export type Quantity = (typeof QUANTITIES)[number];

/** A figure that is told, and where it comes from. */
export interface PublishedFigure {
  readonly code: FigureCode;
  readonly label: string;
  readonly quantity: Quantity;
  /** Whole number or decimal, in text. */
  readonly value: string;
  readonly unit: string;
  /** Records and condition the value comes from. */
  readonly query: string;
  /** As the announcer named it; null for computed ones. */
  readonly reportedSource: string | null;
  readonly fictional: boolean;
}

/** What the figures of a cohort, or of one region of it, are computed from. */
export interface FigureBasis {
  /** Announced figures of the cohort; null where nothing was announced, or for one region. */
  readonly announced: {
    readonly no: number;
    readonly figures: readonly {
      readonly code: string;
      readonly value: string;
      readonly unit: string;
      readonly source: string | null;
      readonly fictional: boolean;
    }[];
  } | null;
  /** Plans as confirmed; null before the cohort was designated. */
  readonly plans: readonly Pick<PlanContent, 'indicators' | 'budget' | 'subProjects'>[] | null;
  /** Regions with a notice. */
  readonly designated: number | null;
  /** National money of the first year of funding; null where none is known. */
  readonly secured: { readonly won: bigint; readonly year: number; readonly from: 'enacted' | 'planned' } | null;
  /** Results after their review, by indicator; null where no year was reviewed. */
  readonly attained: ReadonlyMap<AnyIndicator, number> | null;
}

const ANNOUNCED: readonly (readonly [FigureCode, string, string])[] = [
  ['announced-jobs', 'jobs', '발표한 일자리'],
  ['announced-output', 'output', '발표한 생산 유발'],
  ['announced-next-year-budget', 'next-year-budget', '발표한 다음 해 지원 예산'],
  ['announced-ministries', 'ministries', '발표한 참여 부처'],
];
const TRIAD: readonly (readonly [AnyIndicator, 'jobs' | 'facilities' | 'supports', string, string])[] = [
  ['direct-hires', 'jobs', '신규고용(직접)', '명'],
  ['support-facilities', 'facilities', '지원시설', '개'],
  ['company-supports', 'supports', '기업지원', '건'],
];

/** Every figure the basis carries, in the order of their codes; what it does not carry is left out, never nought. */
export function publishedFigures(basis: FigureBasis): PublishedFigure[] {
  const figures = [...announcedOf(basis), ...confirmedOf(basis), ...securedOf(basis), ...attainedOf(basis)];
  return [...figures, ...shareOf(figures)];
}

function announcedOf({ announced }: FigureBasis): PublishedFigure[] {
  return ANNOUNCED.flatMap(([code, told, label]) => {
    const figure = announced?.figures.find((one) => one.code === told);
    const amount = figure === undefined ? null : announcedValue(figure.value, figure.unit);
    if (announced === null || figure === undefined || amount === null) return [];
    const query = `announcement[no=${announced.no}].figures[${told}] = "${figure.value}${figure.unit}"`;
    const { source: reportedSource, fictional } = figure;
    return [{ code, label, quantity: 'announced' as const, ...amount, query, reportedSource, fictional }];
  });
}

function confirmedOf({ plans, designated }: FigureBasis): PublishedFigure[] {
  if (plans === null || plans.length === 0) return [];
  const figure = (
    code: FigureCode,
    label: string,
    [value, unit]: readonly [string | number | bigint, string],
    query: string,
    fictional: boolean,
  ): PublishedFigure => ({
    code,
    label,
    quantity: 'confirmed',
    value: String(value),
    unit,
    query: `plan_version[confirmed, ${plans.length}].${query}`,
    reportedSource: null,
    fictional,
  });
  const fictional = (part: 'indicators' | 'subProjects', code?: AnyIndicator): boolean =>
    plans.some((plan) => plan[part].some((one) => one.fictional && (!('targets' in one) || one.code === code)));
  const subProjects = plans.flatMap((plan) => plan.subProjects);
  const total = sumWon(plans.flatMap(({ budget }) => budget.map(({ amount }) => BigInt(amount))));
  return [
    ...(designated === null
      ? []
      : [
          {
            ...figure('designated-regions', '지정 지역', [designated, '곳'], '', false),
            query: 'designation[approved]',
          },
        ]),
    ...TRIAD.map(([indicator, name, label, unit]) => {
      const sum = plans.reduce((all, plan) => all + (targetTotals(plan.indicators).get(indicator) ?? 0), 0);
      const query = `indicators[${indicator}].targets: sum`;
      return figure(`confirmed-${name}`, `확정 목표: ${label}`, [sum, unit], query, fictional('indicators', indicator));
    }),
    figure(
      'confirmed-ministries',
      '확정 계획의 소관 부처',
      [new Set(subProjects.map(({ ministry }) => ministry)).size, '개'],
      'subProjects.ministry: distinct',
      fictional('subProjects'),
    ),
    figure(
      'confirmed-sub-projects',
      '확정 세부사업',
      [subProjects.length, '건'],
      'subProjects: count',
      fictional('subProjects'),
    ),
    // the yearly split of the demo is fictional wherever its sub-projects are
    figure('confirmed-total', '확정 총사업비', [total, '원'], 'budget: sum', fictional('subProjects')),
  ];
}

function securedOf({ secured }: FigureBasis): PublishedFigure[] {
  if (secured === null) return [];
  const { won, year, from } = secured;
  const query =
    from === 'enacted'
      ? `budget_line[enacted, ${year}, national]: sum`
      : `funding_plan[newest, ${year}, national]: sum (no enacted budget recorded)`;
  const label = `${year}년 확보 국비`;
  const shared = { unit: '원', query, reportedSource: null, fictional: false };
  return [{ code: 'secured-first-year', label, quantity: 'secured', value: String(won), ...shared }];
}

function attainedOf({ attained }: FigureBasis): PublishedFigure[] {
  if (attained === null) return [];
  return TRIAD.flatMap(([indicator, name, label, unit]) => {
    const value = attained.get(indicator);
    if (value === undefined) return [];
    const query = `indicator_result[${indicator}, reviewed years]: sum`;
    return [
      {
        code: `attained-${name}` as const,
        label: `실적: ${label}`,
        quantity: 'attained' as const,
        value: String(value),
        unit,
        query,
        reportedSource: null,
        fictional: false,
      },
    ];
  });
}

/** What was confirmed of what was announced: two quantities with two definitions, compared and never equated. */
function shareOf(figures: readonly PublishedFigure[]): PublishedFigure[] {
  const valueOf = (code: FigureCode): bigint | null => {
    const value = figures.find((one) => one.code === code)?.value;
    return value === undefined || !/^\d+$/.test(value) ? null : BigInt(value);
  };
  const [confirmed, announced] = [valueOf('confirmed-jobs'), valueOf('announced-jobs')];
  if (confirmed === null || announced === null || announced === 0n) return [];
  const shared = {
    label: '발표한 일자리 대비 확정 목표',
    quantity: 'derived' as const,
    query: 'confirmed-jobs / announced-jobs, half up',
    reportedSource: null,
    fictional: figures.some(({ code, fictional }) => code === 'announced-jobs' && fictional),
  };
  return [
    { ...shared, code: 'confirmed-jobs-share', value: String(basisPoints(confirmed, announced)), unit: '만분율' },
    { ...shared, code: 'confirmed-jobs-percent', value: String(wholePercent(confirmed, announced)), unit: '%' },
  ];
}
