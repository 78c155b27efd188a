import { type Check, checked } from './checked.js';
import type { PlayRound } from './play-round.js';
import type { Stage } from './stage.js';

/** Confirmed targets of the three years as published, and the years the play reports on. */
const EXPECTED: {
  readonly [year: number]: {
    readonly reported: readonly number[];
    readonly confirmed: readonly (readonly [code: string, label: string, value: number])[];
    readonly closed: boolean;
    readonly source: string;
  };
} = {
  2020: {
    reported: [2021, 2022, 2023],
    confirmed: [
      ['direct-hires', '신규고용(직접)', 15_472],
      ['support-facilities', '지원시설', 178],
      ['company-supports', '기업지원', 883],
    ],
    closed: true,
    source: '보도자료 2021-10-14',
  },
  2021: {
    reported: [2022],
    confirmed: [
      ['direct-hires', '신규고용(직접)', 13_448],
      ['support-facilities', '지원시설', 47],
      ['company-supports', '기업지원', 4_641],
    ],
    closed: false,
    source: 'N22a, N22b',
  },
};

interface Execution {
  readonly regions: readonly {
    readonly years: readonly { readonly year: number; readonly report: string; readonly light: string | null }[];
    readonly final: { readonly verdict: string } | null;
  }[];
}
interface Spending {
  readonly years: readonly { readonly spendingDifferences: readonly object[] }[];
}
interface Row {
  readonly code: string;
  readonly confirmed: number;
  readonly attained: number;
}
interface Attainment {
  readonly cohort: readonly Row[];
  readonly regions: readonly {
    readonly indicators: readonly Row[];
    readonly sites: readonly { readonly indicators: readonly Row[] }[];
  }[];
}

/** Reads how the round's years went, and compares: every report due is accepted, the roll-up has the published targets. */
export async function checkExecution(stage: Stage, round: PlayRound): Promise<Check[]> {
  const { year, policy } = round.cohort;
  const { quota } = policy;
  const wanted = EXPECTED[year];
  if (wanted === undefined) return [];
  const execution = (await stage.act('auditor', 'GET', `/rounds/${round.id}/execution`)) as unknown as Execution;
  const attainment = (await stage.act('auditor', 'GET', `/rounds/${round.id}/attainment`)) as unknown as Attainment;
  const accepted = (of: number): number =>
    execution.regions.filter(({ years }) => years.find((found) => found.year === of)?.report === 'accepted').length;
  const sumOf = (rows: readonly Row[], code: string): number => rows.find((row) => row.code === code)?.attained ?? 0;
  const bySite = attainment.regions.flatMap(({ sites }) =>
    sites.map(({ indicators }) => sumOf(indicators, 'direct-hires')),
  );
  const differing = [];
  // of a later cohort the play goes no further than what was enacted
  for (const winner of wanted.closed ? round.winners : []) {
    const path = `/plans/${round.plan(winner.province).id}/execution`;
    const { years } = (await stage.act('auditor', 'GET', path)) as unknown as Spending;
    differing.push(...years.flatMap(({ spendingDifferences }) => spendingDifferences));
  }
  return [
    ...(wanted.closed ? [checked(`${year} 연차보고와 예산의 집행이 다른 곳`, 0, differing.length, '계산')] : []),
    ...wanted.reported.map((of) => checked(`${year} ${of}년 연차보고 확인된 지역`, quota, accepted(of), '계산')),
    ...wanted.confirmed.map(([code, label, value]) =>
      checked(
        `${year} 성과 집계의 ${label} 확정 목표`,
        value,
        attainment.cohort.find((row) => row.code === code)?.confirmed,
        wanted.source,
      ),
    ),
    checked(
      `${year} 신규고용(직접) 실적 = 입지별 합`,
      sumOf(attainment.cohort, 'direct-hires'),
      bySite.reduce((sum, value) => sum + value, 0),
      '계산',
    ),
    ...(wanted.closed
      ? [
          checked(
            `${year} 최종평가를 받은 지역`,
            quota,
            execution.regions.filter(({ final }) => final !== null).length,
            '계산',
          ),
        ]
      : []),
  ];
}
