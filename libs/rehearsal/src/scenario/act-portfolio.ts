import type { Instant } from '@daegaejo/platform/rules';
import type { PlayRound, Step } from './play-round.js';

const YEAR = 2020;
const HOUR_MS = 3_600_000;
/** What two ministries might give in a year, in won (가상). */
const CEILINGS = { MOLIT: '900000000000', MOTIE: '900000000000' } as const;

/** Before it votes the committee looks at which sets of plans would fit the money; its decision is its own. One round is enough to show it. */
export function portfolioSteps(round: PlayRound): Step[] {
  if (round.cohort.year !== YEAR) return [];
  const at = new Date(Date.parse(round.moment('preselected', 10)) - HOUR_MS).toISOString() as Instant;
  return [{ at, name: '위원회 조합 검토', play: () => weigh(round) }];
}

async function weigh({ stage, id, cohort }: PlayRound): Promise<void> {
  const [first] = cohort.policy.fundingYears;
  await stage.act('molit-cochair', 'POST', `/rounds/${id}/portfolio`, {
    purpose: '심의 자료: 1차 연도 부처별 한도 안의 조합 (가상)',
    ceilings: Object.entries(CEILINGS).map(([ministry, amount]) => ({
      ministry,
      year: first,
      source: 'national',
      amount,
    })),
    regions: [
      { name: '영남권 (가상 기준)', provinces: ['BUSAN', 'DAEGU', 'ULSAN', 'GYEONGBUK', 'GYEONGNAM'], most: 3 },
    ],
    delta: 100,
  });
}
