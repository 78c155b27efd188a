import { callMeeting, presence, seatCommittee, signResolution } from './act-committee.js';
import { lower, type PlayRound, type Step } from './play-round.js';
import type { Answered } from './stage.js';

interface Ranked {
  readonly planId: string;
  readonly rank: number;
}

/** From the ranking to the end of the objection window: 위원회 심의, 예비선정 공표, 이의신청. */
export function decisionSteps(round: PlayRound): Step[] {
  const held = round.moment('preselected', 10);
  const announced = round.moment('preselected', 14);
  let meeting: Answered | null = null;
  let members: readonly Answered[] = [];
  return [
    {
      at: round.moment('agenda-preselection', 10),
      name: '위원회 안건 송부',
      play: async () => {
        await round.advance('kicox-secretary', 'open-deliberation');
        members = await seatCommittee(round);
        meeting = await callMeeting(round, held);
        await prepareCommittee(round);
      },
    },
    { at: held, name: '위원회 의결', play: () => deliberate(round, (meeting as Answered).id, members) },
    {
      at: announced,
      name: '예비선정 공표',
      play: async () => {
        const title = `${round.cohort.year}년 산업단지 대개조 지역 예비선정`;
        await round.stage.act('molit-officer', 'POST', `/rounds/${round.id}/announcement`, {
          title,
          figures: round.cohort.announcedFigures,
        });
        await round.advance('kicox-secretary', 'open-objections');
      },
    },
    { at: round.after(announced, 3, 10), name: '이의신청 처리', play: () => object(round) },
    {
      at: round.after(announced, 18, 9),
      name: '이의신청 기간 끝, 계획 보완 시작',
      play: () => round.advance('kicox-secretary', 'start-finalising'),
    },
  ];
}

async function deliberate(round: PlayRound, meetingId: string, members: readonly Answered[]): Promise<void> {
  const { stage, cohort } = round;
  const present = Math.floor(cohort.policy.deliberation.members / 2) + 4;
  await stage.refuse(
    `${cohort.year}: 정족수 미달로 개의`,
    { status: 422, code: 'content.invalid' },
    'kicox-secretary',
    'POST',
    `/meetings/${meetingId}/opening`,
    presence(members, 3),
  );
  await stage.act('kicox-secretary', 'POST', `/meetings/${meetingId}/opening`, presence(members, present));
  const votes = { for: present - 1, against: 0, abstain: 1 };
  const ranking = await stage.act('molit-cochair', 'GET', `/rounds/${round.id}/ranking`);
  const ranked = [...(ranking['plans'] as Ranked[])].sort((a, b) => a.rank - b.rank);
  const { quota } = cohort.policy;
  for (const { planId } of ranked.slice(0, quota))
    await stage.act('kicox-secretary', 'POST', `/meetings/${meetingId}/resolutions`, {
      planId,
      outcome: 'preselect',
      votes,
    });
  const [sixth, ...rest] = ranked.slice(quota) as [Ranked, ...Ranked[]];
  const more = { planId: sixth.planId, outcome: 'preselect', votes, reason: '정원을 넘는 추가 선정 시도 (가상)' };
  await stage.refuse(
    `${cohort.year}: 정원(${quota})을 넘는 지역 예비선정`,
    { status: 409, code: 'resolution.quota-full' },
    'kicox-secretary',
    'POST',
    `/meetings/${meetingId}/resolutions`,
    more,
  );
  for (const { planId } of [sixth, ...rest])
    await stage.act('kicox-secretary', 'POST', `/meetings/${meetingId}/resolutions`, {
      planId,
      outcome: 'refuse',
      votes,
    });
  await stage.act('kicox-secretary', 'POST', `/meetings/${meetingId}/closing`, {
    minutes: '가상 회의록: 순위에 따라 의결함.',
  });
  await signResolution(round, meetingId);
}

async function object(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  const loser = cohort.applicants.find(({ outcome }) => outcome === 'not-selected')?.province ?? '';
  const path = `/plans/${round.plan(loser).id}/objections`;
  const objection = await stage.act(`${lower(loser)}-approver`, 'POST', path, {
    ground: 'procedure',
    text: '평가 절차에 대한 이의입니다. (가상)',
  });
  await stage.refuse(
    `${cohort.year}: 이의신청 기간 중 다음 단계`,
    { status: 409, code: 'round.step-held' },
    'kicox-secretary',
    'POST',
    `/rounds/${round.id}/transitions`,
    { action: 'start-finalising' },
  );
  const screened = await stage.act(
    'kicox-secretary',
    'POST',
    `/objections/${objection.id}/screening`,
    { verdict: 'examine', reason: '기간 안에 절차를 다투는 이의신청입니다. (가상)' },
    objection.version,
  );
  await stage.act(
    'kicox-secretary',
    'POST',
    `/objections/${objection.id}/decision`,
    { decision: 'dismiss', reason: '평가계획이 정한 절차대로 진행되었습니다. (가상)' },
    screened.version,
  );
}

/** What goes to the committee with the agenda: the chair's opinion on every plan, and how firm the line is. */
async function prepareCommittee(round: PlayRound): Promise<void> {
  const { stage, cohort, id } = round;
  const chair = `evaluator-${cohort.year}-1`;
  for (const { province } of cohort.applicants)
    await stage.act(chair, 'POST', `/plans/${round.plan(province).id}/summary-opinion`, {
      text: '평가위원회 종합의견: 거점과 연계의 역할 분담을 더 뚜렷이 할 것. (가상)',
    });
  await stage.act('kicox-secretary', 'POST', `/rounds/${id}/analyses`, { purpose: '위원회 심의 자료 (가상)' });
}
