import { seoulDay } from '@daegaejo/platform/rules';
import type { Stage } from './stage.js';
import { checkBudget } from './check-budget.js';
import { type Check, checked } from './checked.js';
import { finalContent } from './cohort-content.js';
import { checkAgreement } from './check-agreement.js';
import { checkPublished } from './check-published.js';
import { checkExecution } from './check-execution.js';
import { checkShrink } from './check-shrink.js';
import type { PlayRound } from './play-round.js';

/** What the published sources say must come out of the two rounds (domain of the programme; press release of 14 October 2021 and others). */
const EXPECTED: {
  readonly [year: number]: {
    regions: string;
    hires: number;
    facilities: number;
    supports: number;
    firstYear: [string, string];
    days: { announced: [string, string]; published: [string, string]; noticed: [string, string] };
    source: string;
  };
} = {
  2020: {
    regions: 'DAEGU GWANGJU GYEONGBUK INCHEON JEONNAM',
    hires: 15_472,
    facilities: 178,
    supports: 883,
    firstYear: ['2021', '256200000000'],
    days: {
      announced: ['2020-03-02', 'N20a (월), 일은 가상'],
      published: ['2020-05-07', 'N20a'],
      noticed: ['2021-03-31', 'GOSI21'],
    },
    source: '보도자료 2021-10-14',
  },
  2021: {
    regions: 'BUSAN GYEONGGI GYEONGNAM JEONBUK ULSAN',
    hires: 13_448,
    facilities: 47,
    supports: 4_641,
    firstYear: ['2022', '260000000000'],
    days: {
      announced: ['2021-01-06', 'N21a'],
      published: ['2021-03-24', 'N21b, N21c'],
      noticed: ['2022-03-30', 'N22b'],
    },
    source: 'N22a, N22b',
  },
  // The successor's first round: three single complexes. Only where and when is sourced; the figures are fictional.
  2023: {
    regions: 'BUSAN INCHEON JEONNAM',
    hires: 830,
    facilities: 9,
    supports: 180,
    firstYear: ['2024', '30000000000'],
    days: {
      announced: ['2023-01-16', '가상'],
      published: ['2023-04-20', 'N23a, N23b'],
      noticed: ['2023-12-21', '가상'],
    },
    source: 'N23a, N23b (지역과 날짜), 수치는 가상',
  },
};

interface Outcome {
  readonly regions: readonly {
    readonly province: string;
    readonly state: string;
    readonly funding: { readonly total: string; readonly byYear: Record<string, string> };
  }[];
  readonly confirmed: Record<string, number>;
  readonly funding: { readonly total: string; readonly nationalByYear: Record<string, string> };
}

/** Sub-projects of the final drafts of a round, each of which needs the word of its ministry on its money. */
const finalSubProjects = ({ cohort, winners }: PlayRound): number =>
  winners.reduce((count, applicant) => count + finalContent(cohort, applicant).subProjects.length, 0);

/** Reads the outcome of a round as the public would, and compares. */
export async function checkRound(stage: Stage, round: PlayRound): Promise<{ checks: Check[]; outcome: Outcome }> {
  const { year } = round.cohort;
  const outcome = (await stage.act(null, 'GET', `/rounds/${round.id}/outcome`)) as unknown as Outcome;
  const wanted = EXPECTED[year];
  if (wanted === undefined) throw new RangeError(`nothing is expected of ${year}`);
  const { state, announcedAt, publishedAt } = await stage.act(null, 'GET', `/rounds/${round.id}`);
  const notices = new Set(
    (await stage.list(null, `/rounds/${round.id}/designations`)).map(({ noticeDate }) => String(noticeDate)),
  );
  const [moneyYear, money] = wanted.firstYear;
  const parts = outcome.regions.reduce((sum, region) => sum + BigInt(region.funding.total), 0n);
  const check = (what: string, expected: unknown, actual: unknown, source = wanted.source): Check =>
    checked(`${year} ${what}`, expected, actual, source);
  const checks = [
    check(
      '지정 지역',
      wanted.regions,
      outcome.regions
        .map(({ province }) => province)
        .sort()
        .join(' '),
    ),
    check(
      '지정된 지역 수',
      round.cohort.policy.quota,
      outcome.regions.filter((region) => region.state === 'designated').length,
    ),
    check('신규고용(직접) 확정', wanted.hires, outcome.confirmed['direct-hires']),
    check('지원시설 확정', wanted.facilities, outcome.confirmed['support-facilities']),
    check('기업지원 확정', wanted.supports, outcome.confirmed['company-supports']),
    check(`${moneyYear}년 국비(원)`, money, outcome.funding.nationalByYear[moneyYear]),
    check('재원 총액 = 지역 합(원)', outcome.funding.total, parts, '계산'),
    check('공고일', wanted.days.announced[0], seoulDay(String(announcedAt)), wanted.days.announced[1]),
    check('예비선정 공표일', wanted.days.published[0], seoulDay(String(publishedAt)), wanted.days.published[1]),
    check('고시일', wanted.days.noticed[0], [...notices].join(' '), wanted.days.noticed[1]),
    check('부처가 재원을 확인한 세부사업 = 최종안 세부사업', finalSubProjects(round), round.wordsOnMoney, '계산'),
    check('회차 단계', 'executing', state, '계산'),
  ];
  return {
    checks: [
      ...checks,
      ...(await checkPublished(stage, round)),
      ...(await checkExecution(stage, round)),
      ...(await checkShrink(stage, round)),
      ...(await checkAgreement(stage, round)),
      ...(await checkBudget(stage, round)),
    ],
    outcome,
  };
}
