import type { PlayRound } from './play-round.js';
import type { Answered } from './stage.js';

/**
 * Whom the eight ex-officio directors-general sit for: that there were eight is sourced (N20a, N22d), of which ministries is not. (가상)
 */
const EX_OFFICIO = ['MOLIT', 'MOTIE', 'MOEF', 'MOEL', 'MSS', 'MCST', 'ME', 'JOBS'];
const CHAIRS = ['MOTIE', 'MOLIT'];
const SECRETARY = 'kicox-secretary';

/** Members with fictional names, where the policy knows them by name: two co-chairs, eight by office, the rest commissioned for two years. */
export async function seatCommittee(round: PlayRound): Promise<Answered[]> {
  const { stage, cohort } = round;
  const { committee, members } = cohort.policy.deliberation;
  if (committee === undefined) return [];
  const chairs = [];
  for (const ministry of CHAIRS)
    chairs.push({
      personId: await stage.person(`${ministry.toLowerCase()}-cochair`),
      name: `가상 ${ministry} 공동위원장`,
      office: 'ex-officio',
      organisation: ministry,
      chairMinistry: ministry,
    });
  const officials = EX_OFFICIO.map((organisation) => ({
    name: `가상 ${organisation} 국장`,
    office: 'ex-officio',
    organisation,
  }));
  const experts = Array.from({ length: members - chairs.length - officials.length }, (_, index) => ({
    name: `가상 위촉위원 ${cohort.year}-${index + 1}`,
    office: 'commissioned',
    termFrom: `${cohort.year - 1}-06-01`,
    termTo: `${cohort.year + 1}-05-31`,
  }));
  const seated = await stage.act(SECRETARY, 'POST', `/rounds/${round.id}/committee-members`, {
    members: [...chairs, ...officials, ...experts],
  });
  return seated['items'] as Answered[];
}

/** The agenda goes out, with every plan on it. The co-chairs alternate: who chaired when is not sourced. (가상) */
export async function callMeeting(round: PlayRound, heldAt: string): Promise<Answered> {
  const { stage, cohort } = round;
  return stage.act(SECRETARY, 'POST', `/rounds/${round.id}/meetings`, {
    heldAt,
    chairMinistry: cohort.year === 2021 ? 'MOLIT' : 'MOTIE',
    agenda: cohort.applicants.map(({ province }) => ({ planId: round.plan(province).id })),
  });
}

/** So many there: by name where there are names, one of the officials by a delegate; else by their number. */
export function presence(members: readonly Answered[], present: number): object {
  if (members.length === 0) return { present };
  const official = members.findIndex(({ name }) => name === `가상 ${EX_OFFICIO.at(-1)} 국장`);
  const attendance = members
    .slice(0, present)
    .map(({ id }, index) => (index === official ? { memberId: id, delegate: '가상 과장' } : { memberId: id }));
  return { attendance };
}

/** 의결서: drafted, signed by both co-chairs. In the first round the minutes change in between, and both sign anew. */
export async function signResolution(round: PlayRound, meetingId: string): Promise<void> {
  const { stage, cohort } = round;
  if (cohort.policy.deliberation.signedResolution !== true) return;
  const documents = `/meetings/${meetingId}/resolution-documents`;
  let draft = await stage.act(SECRETARY, 'POST', documents);
  const sign = ({ id, contentHash }: Answered) => [`/resolution-documents/${id}/signatures`, { contentHash }] as const;
  await stage.act('motie-cochair', 'POST', ...sign(draft));
  if (cohort.year === 2020) {
    const again = { status: 403, code: 'committee.four-eyes' };
    await stage.refuse(
      `${cohort.year}: 의결서에 같은 사람이 두 번 서명`,
      again,
      'motie-cochair',
      'POST',
      ...sign(draft),
    );
    await stage.act(SECRETARY, 'PUT', `/meetings/${meetingId}/minutes`, {
      minutes: '가상 회의록: 순위에 따라 의결함. 기권 1명.',
      reason: '기권한 위원 수를 덧붙임 (가상)',
    });
    const changed = { status: 409, code: 'committee.draft-superseded' };
    await stage.refuse(`${cohort.year}: 내용이 바뀐 의결서에 서명`, changed, 'molit-cochair', 'POST', ...sign(draft));
    draft = await stage.act(SECRETARY, 'POST', documents);
    await stage.act('motie-cochair', 'POST', ...sign(draft));
  }
  await stage.act('molit-cochair', 'POST', ...sign(draft));
}
