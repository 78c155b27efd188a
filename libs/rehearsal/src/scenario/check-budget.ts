import { type Check, checked } from './checked.js';
import type { PlayRound } from './play-round.js';
import type { Stage } from './stage.js';

interface Sums {
  readonly key: string;
  readonly enacted: string;
}

interface Budget {
  readonly rows: readonly { readonly year: number; readonly source: string; readonly enacted: string }[];
  readonly total: { readonly enacted: string };
  readonly byMinistry: readonly Sums[];
  readonly bySource: readonly Sums[];
  readonly nationalByYear: readonly Sums[];
}

interface SubProjects {
  readonly items: readonly {
    readonly status: string;
    readonly national: Readonly<Record<string, string>>;
    readonly province: string;
    readonly enacted: string;
  }[];
}

/** What was reported of the first year of single regions: sub-projects and 억원 at a stage. */
const REGIONS: {
  readonly [year: number]: readonly {
    readonly province: string;
    readonly what: string;
    readonly draft?: readonly [number, string];
    readonly enacted: readonly [number, string];
    readonly total?: string;
    readonly unfunded: number | null;
    readonly source: string;
  }[];
} = {
  2020: [
    {
      province: 'JEONNAM',
      what: '전남',
      draft: [18, '60900000000'],
      enacted: [21, '80900000000'],
      total: '157500000000',
      unfunded: 25,
      source: 'N20JN1–4',
    },
    {
      province: 'INCHEON',
      what: '인천',
      enacted: [19, '36300000000'],
      total: '69300000000',
      unfunded: null,
      source: 'N20IC, N20IC2; 국비는 가상',
    },
  ],
  2021: [{ province: 'ULSAN', what: '울산', enacted: [12, '37200000000'], unfunded: null, source: 'N21US1–3' }],
};
const FIRST_YEAR: { readonly [year: number]: readonly [number, string, string] } = {
  2020: [2021, '256200000000', '보도자료 2021-10-14'],
  2021: [2022, '260000000000', 'N22a, N22b'],
};

/** Reads the budget of a round as the auditor would, and compares: secured money, sums, and the sub-projects to be tried again. */
export async function checkBudget(stage: Stage, round: PlayRound): Promise<Check[]> {
  const { year } = round.cohort;
  const wanted = FIRST_YEAR[year];
  if (wanted === undefined) return [];
  const [moneyYear, national, source] = wanted;
  const budget = (await stage.act('auditor', 'GET', `/rounds/${round.id}/budget`)) as unknown as Budget;
  const path = `/rounds/${round.id}/budget/sub-projects?year=${moneyYear}`;
  const { items } = (await stage.act('auditor', 'GET', path)) as unknown as SubProjects;
  const sum = (rows: readonly { readonly enacted: string }[]): string =>
    String(rows.reduce((all, { enacted }) => all + BigInt(enacted), 0n));
  const total = budget.total.enacted;
  const ofYear = budget.rows.filter((row) => row.year === moneyYear && row.source === 'national');
  const secured = budget.nationalByYear.find(({ key }) => key === String(moneyYear))?.enacted;
  return [
    checked(`${year} ${moneyYear}년 국회확정 국비(원)`, national, secured, source),
    checked(`${year} ${moneyYear}년 국회확정 국비: 부처별의 합(원)`, national, sum(ofYear), source),
    checked(`${year} 국회확정: 부처별의 합 = 재원별의 합(원)`, sum(budget.byMinistry), sum(budget.bySource), '계산'),
    checked(`${year} 국회확정: 부처별의 합 = 총액(원)`, total, sum(budget.byMinistry), '계산'),
    ...(REGIONS[year] ?? []).flatMap((region) => regionChecks(`${year} ${region.what}`, region, items)),
  ];
}

function regionChecks(
  what: string,
  region: NonNullable<(typeof REGIONS)[number]>[number],
  items: SubProjects['items'],
): Check[] {
  const own = items.filter(({ province }) => province === region.province);
  const at = (stage: string): string => {
    const funded = own.filter(({ national }) => national[stage] !== '0');
    return `${funded.length} / ${funded.reduce((all, { national }) => all + BigInt(national[stage] ?? '0'), 0n)}`;
  };
  const { draft, enacted, total, unfunded, source } = region;
  return [
    ...(draft === undefined
      ? []
      : [checked(`${what} 첫해 정부안: 사업 수 / 국비(원)`, draft.join(' / '), at('government-draft'), source)]),
    checked(`${what} 첫해 확정: 사업 수 / 국비(원)`, enacted.join(' / '), at('enacted'), source),
    ...(total === undefined
      ? []
      : [
          checked(
            `${what} 첫해 확정 총액(원)`,
            total,
            own.reduce((all, of) => all + BigInt(of.enacted), 0n),
            source,
          ),
        ]),
    ...(unfunded === null
      ? []
      : [
          checked(
            `${what} 첫해 미반영(재도전) 사업`,
            unfunded,
            own.filter(({ status }) => status === 'not-funded').length,
            source,
          ),
        ]),
  ];
}
