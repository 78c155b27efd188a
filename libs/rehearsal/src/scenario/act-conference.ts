import { atSeoul } from '@daegaejo/platform/rules';
import type { PlayRound, Step } from './play-round.js';

/** The conference of 15 October 2021 as the press release of the day before has it: five regions of 2020, in the order they spoke. */
const CONFERENCE = {
  year: 2020,
  releasedOn: '2021-10-14',
  heldOn: '2021-10-15',
  title: '2021 산업단지 대개조 컨퍼런스',
  place: 'aT센터 3층 세계로룸(서울 양재동)',
  hosts: ['국토교통부', '산업통상자원부', '대통령직속 일자리위원회'],
  speakers: ['JEONNAM', 'GYEONGBUK', 'INCHEON', 'GWANGJU', 'DAEGU'],
} as const;

const COHORT_FIGURES = ['confirmed-jobs', 'confirmed-facilities', 'confirmed-supports', 'secured-first-year'];
const CASE_FIGURES = ['confirmed-jobs', 'confirmed-facilities', 'confirmed-supports', 'confirmed-total'];

/** 성과발표: what was achieved, told with the figures behind it; the round of 2020 alone had one (press release of 14 October 2021). */
export function conferenceSteps(round: PlayRound): Step[] {
  if (round.cohort.year !== CONFERENCE.year) return [];
  const at = atSeoul(CONFERENCE.releasedOn, 11);
  return [{ at, name: '성과발표', play: () => hold(round) }];
}

async function hold(round: PlayRound): Promise<void> {
  const { stage, id } = round;
  const { heldOn, title, place, hosts, speakers } = CONFERENCE;
  const draft = (figures: readonly string[]) => ({
    title,
    heldOn,
    place,
    hosts,
    cohorts: [{ roundId: id, figures }],
    cases: speakers.map((province) => ({
      planId: round.plan(province).id,
      title: round.winners.find((winner) => winner.province === province)?.theme ?? province,
      text: '혁신계획과 그간의 추진 방향을 공유함. (가상 요약)',
      figures: CASE_FIGURES,
    })),
  });
  await stage.refuse(
    `${round.cohort.year}: 보고 전의 실적을 성과로 발표`,
    { status: 422, code: 'content.invalid' },
    'kicox-secretary',
    'POST',
    '/conferences',
    draft([...COHORT_FIGURES, 'attained-jobs']),
  );
  const record = await stage.act('kicox-secretary', 'POST', '/conferences', draft(COHORT_FIGURES));
  await stage.act('molit-officer', 'POST', `/conferences/${record.id}/publication`, undefined, record.version);
}
