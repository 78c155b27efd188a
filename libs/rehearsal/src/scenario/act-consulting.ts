import { seoulDay } from '@daegaejo/platform/rules';
import { lower, type PlayRound } from './play-round.js';

const CONSULTANTS = 3;

export const consultantOf = (index: number): string => `consultant-${(index % CONSULTANTS) + 1}`;

/** An opinion of the play and what the province makes of it; all words are fictional. */
interface PlayedOpinion {
  readonly target: string;
  readonly severity: 'must' | 'should' | 'note';
  readonly text: string;
  readonly answer: { readonly answer: string; readonly reason?: string; readonly changes?: readonly string[] };
}

const LATER = '산정 기준을 본문에 밝히고 최종안에서 다시 조정하겠습니다. (가상)';

const BEFORE: readonly PlayedOpinion[] = [
  {
    target: 'narrative.financing',
    severity: 'must',
    text: '재원 확보 방안에 지방비 확약과 부처별 분담을 적어 주십시오. (가상)',
    answer: { answer: 'adopted', changes: ['budget'] },
  },
  {
    target: 'indicators',
    severity: 'should',
    text: '고용 목표를 직접고용 기준으로 다시 산정해 주십시오. (가상)',
    answer: { answer: 'partly-adopted', reason: LATER },
  },
];

const AFTER: readonly PlayedOpinion[] = [
  {
    target: 'subProjects',
    severity: 'must',
    text: '부처 협의에서 중복되거나 할 수 없다고 한 세부사업은 빼거나 합쳐 주십시오. (가상)',
    answer: { answer: 'adopted' },
  },
  {
    target: 'indicators',
    severity: 'must',
    text: '일자리 목표는 유발효과를 빼고 직접고용만 남기며, 고용보험으로 확인할 수 있게 해 주십시오. (가상)',
    answer: { answer: 'adopted' },
  },
  {
    target: 'budget',
    severity: 'should',
    text: '부처 협의 결과에 맞추어 연차별 국비를 다시 짜 주십시오. (가상)',
    answer: {
      answer: 'partly-adopted',
      reason: '첫해 국비는 확보된 금액에 맞추고 이후 연차는 요구액을 유지합니다. (가상)',
    },
  },
];

/** What somebody else advised in between is adopted. */
const OTHERS = { answer: { answer: 'adopted' } };

/** 사전 컨설팅: a visit to every applicant, and what the consultant made of its first sketch. */
export async function preConsult(round: PlayRound): Promise<void> {
  for (const [index, { province }] of round.cohort.applicants.entries())
    await consult(round, province, {
      phase: 'pre',
      by: 'kicox-secretary',
      consultant: consultantOf(index),
      kind: 'visit',
    });
}

/** 사후 컨설팅: a meeting with every region preselected; the province answers on the spot. */
export async function postConsult(round: PlayRound): Promise<void> {
  for (const [index, { province }] of round.winners.entries()) {
    const consultant = consultantOf(index);
    await consult(round, province, { phase: 'post', by: 'lh-secretary', consultant, kind: 'meeting' });
    await answerOpinions(round, province, consultant);
  }
}

async function consult(
  round: PlayRound,
  province: string,
  { phase, by, consultant, kind }: { phase: 'pre' | 'post'; by: string; consultant: string; kind: string },
): Promise<void> {
  const { stage } = round;
  const path = `/plans/${round.plan(province).id}`;
  await stage.act(by, 'POST', `${path}/consultants`, { personId: await stage.person(consultant), phase });
  const { now } = await stage.act(null, 'GET', '/rehearsal/clock');
  const meeting = await stage.act(consultant, 'POST', `${path}/consulting-meetings`, {
    phase,
    kind,
    heldOn: seoulDay(String(now)),
    place: '가상 회의실',
    attendees: ['컨설턴트 (가상)', '시·도 담당자 (가상)', '관리기관 담당자 (가상)'],
    summary: '계획의 구성과 재원, 성과지표를 함께 살펴봄. (가상)',
  });
  for (const { target, severity, text } of phase === 'pre' ? BEFORE : AFTER)
    await stage.act(consultant, 'POST', `${path}/opinions`, { target, severity, text, meetingId: meeting.id });
}

/** The province answers every waiting opinion; the consultant accepts the answers. */
export async function answerOpinions(round: PlayRound, province: string, consultant: string): Promise<void> {
  const { stage } = round;
  const writer = `${lower(province)}-writer`;
  const opinions = await stage.list(writer, `/plans/${round.plan(province).id}/opinions`);
  for (const { id, version, text } of opinions.filter(({ state }) => state === 'issued')) {
    const { answer } = [...BEFORE, ...AFTER].find((played) => played.text === text) ?? OTHERS;
    const answered = await stage.act(writer, 'POST', `/opinions/${id}/answer`, answer, version);
    await stage.act(consultant, 'POST', `/opinions/${id}/review`, { decision: 'accept' }, answered.version);
  }
}
