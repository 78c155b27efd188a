import { type Check, checked } from './checked.js';
import type { PlayRound } from './play-round.js';
import type { Stage } from './stage.js';

/** What is reported to have become of two plans between filing and confirmation: the sub-projects of one, the jobs of the other. */
const REPORTED: {
  readonly [year: number]: {
    readonly province: string;
    readonly target: string;
    readonly what: string;
    readonly from: number;
    readonly to: number;
    readonly source: string;
  };
} = {
  2020: {
    province: 'JEONNAM',
    target: 'subProjects',
    what: '전남 세부사업 수',
    from: 75,
    to: 46,
    source: 'N20JN1, N20JN3',
  },
  2021: {
    province: 'ULSAN',
    target: 'indicators',
    what: '울산 일자리 목표(직접고용)',
    from: 12_000,
    to: 1_545,
    source: 'N21US1, N21US3',
  },
};

interface FollowUp {
  readonly rows: readonly {
    readonly target: string;
    readonly answers: readonly { readonly answer: string }[];
    readonly changes: readonly { readonly path: string; readonly kind: string }[];
    readonly effect: { readonly indicators: Readonly<Record<string, string>> };
  }[];
  readonly difference: { readonly won: string };
  readonly accounts: Readonly<Record<'adopted' | 'partlyAdopted' | 'unexplained', { readonly won: string }>>;
}

/** Follows the reported change of a plan back through the follow-up matrix: how much of it an adopted opinion stands behind. */
export async function checkShrink(stage: Stage, round: PlayRound): Promise<Check[]> {
  const { year } = round.cohort;
  const reported = REPORTED[year];
  if (reported === undefined) return [];
  const { province, target, what, from, to, source } = reported;
  const path = `/plans/${round.plan(province).id}`;
  const versions = await stage.list('auditor', `${path}/figures`);
  const [filed, confirmed] = ['filed', 'confirmed'].map((kind) => versions.find((version) => version['kind'] === kind));
  const matrix = (await stage.act(
    'auditor',
    'GET',
    `${path}/follow-up?from=${filed?.['no']}&to=${confirmed?.['no']}`,
  )) as unknown as FollowUp;
  const row = matrix.rows.find(
    ({ target: asked, answers }) => asked === target && answers.at(-1)?.answer === 'adopted',
  );
  const figureOf = (version: typeof filed): unknown =>
    target === 'subProjects'
      ? version?.['subProjects']
      : (version?.['indicators'] as Record<string, number> | undefined)?.['direct-hires'];
  const followed =
    target === 'subProjects'
      ? (row?.changes ?? []).reduce((sum, { path: at, kind }) => sum + stepOf(at, kind), 0)
      : Number(row?.effect.indicators['direct-hires'] ?? 0);
  const { adopted, partlyAdopted, unexplained } = matrix.accounts;
  const accounted = [adopted, partlyAdopted, unexplained].reduce((sum, { won }) => sum + BigInt(won), 0n);
  return [
    checked(`${year} ${what}: 접수 → 확정`, `${from} → ${to}`, `${figureOf(filed)} → ${figureOf(confirmed)}`, source),
    checked(`${year} ${what}: 후속조치표에서 의견에 따른 변경`, to - from, followed, source),
    checked(`${year} ${what}: 총사업비 증감 = 후속조치표의 합(원)`, matrix.difference.won, accounted, '계산'),
  ];
}

/** A row of the table of sub-projects that came or went. */
function stepOf(path: string, kind: string): number {
  if (!/^subProjects\[[^\]]+\]$/.test(path)) return 0;
  return kind === 'added' ? 1 : kind === 'removed' ? -1 : 0;
}
