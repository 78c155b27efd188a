import type { Messages } from '@daegaejo/platform';

/** Sentences of the committee: its members, meetings, votes, resolution and reserve list. */
export const COMMITTEE_MESSAGES: Messages = {
  'committee.member.organisation': {
    ko: '당연직 위원에게는 소속 기관이 있어야 합니다.',
    en: 'an ex-officio member sits for an organisation',
  },
  'committee.member.term': {
    ko: '위촉직 위원에게는 임기의 시작일과 종료일이 있어야 합니다.',
    en: 'a commissioned member has a term with a first and a last day',
  },
  'committee.member.term-order': {
    ko: '임기 종료일은 시작일({termFrom}) 이후여야 합니다.',
    en: 'the term cannot end before it begins ({termFrom})',
  },
  'committee.member.term-length': {
    ko: '위촉직의 임기는 {years}년을 넘을 수 없습니다.',
    en: 'the term of a commissioned member is at most {years} years',
  },
  'committee.member.chair': {
    ko: '공동위원장은 공동 소관 부처의 당연직 위원이어야 합니다.',
    en: 'a co-chair sits by office for an owner ministry of the round',
  },
  'committee.member.unknown': { ko: '없는 기관 코드입니다.', en: 'there is no organisation of this code' },
  'committee.member.account': {
    ko: '위원 역할이 있는 계정이어야 합니다.',
    en: 'must be the account of somebody with the role of the committee',
  },
  'committee.member.twice': { ko: '같은 위원이 두 번 있습니다.', en: 'the same member appears twice' },
  'committee.member.ended': {
    ko: '{endedOn}부터 위원이 아닙니다.',
    en: 'The member sits no more since {endedOn}.',
  },
  'committee.member.not-seated': {
    ko: '{day}에 재적 중인 이 회차의 위원이어야 합니다.',
    en: 'must be a member of this round’s committee who sits on {day}',
  },
  'committee.size': {
    ko: '{day}의 위원은 {minimum}명 이상 {maximum}명 이하여야 합니다(지금: {count}명).',
    en: 'on {day} the committee must have {minimum} to {maximum} members, not {count}',
  },
  'committee.co-chairs': {
    ko: '{day}에 공동 소관 부처({owners}곳)마다 공동위원장이 한 명씩 있어야 합니다.',
    en: 'on {day} each of the {owners} owner ministries must have one co-chair',
  },
  'committee.delegate.refused': {
    ko: '{name} 위원의 자격으로는 대리출석할 수 없습니다.',
    en: '{name} cannot send a delegate',
  },
  'committee.chair.same-again': {
    ko: '공동위원장은 번갈아 의장을 맡습니다. 앞 회의와 같은 부처가 다시 맡으려면 사유(chairReason)를 10자 이상 적어야 합니다.',
    en: 'the co-chairs alternate: the ministry that chaired the meeting before needs a reason (chairReason) of at least 10 characters',
  },
  'committee.agenda.empty-item': {
    ko: '안건에는 계획(planId)이나 제목(title)이 있어야 합니다.',
    en: 'an item names a plan (planId) or a topic (title)',
  },
  'committee.chair.other': {
    ko: '다른 공동위원장이 의장을 맡으려면 사유(chairReason)를 10자 이상 적어야 합니다.',
    en: 'the other co-chair takes the chair with a reason (chairReason) of at least 10 characters',
  },
  'committee.chair.absent': {
    ko: '의장인 공동위원장 본인이 출석하여야 합니다. 다른 공동위원장이 맡으면 그 부처(chairMinistry)나 위원(closedById)을 적으십시오.',
    en: 'the co-chair in the chair must be there in person; where the other takes it, name his ministry (chairMinistry) or him (closedById)',
  },
  'committee.chair.not-there': {
    ko: '이 회의에 본인이 출석한 공동위원장이어야 합니다.',
    en: 'must be a co-chair who is at this meeting in person',
  },
  'committee.agenda.no-item': {
    ko: '이 회의의 안건 번호가 아닙니다(안건 {count}건).',
    en: 'is no number of an item of this meeting ({count} item(s))',
  },
  'committee.item.one': {
    ko: '계획(planId)과 안건 번호(itemNo) 가운데 하나를 적어야 합니다.',
    en: 'give either a plan (planId) or the number of a topic (itemNo)',
  },
  'committee.item.plan-waits': {
    ko: '의결을 기다리는 계획입니다. 계획의 의결로 기록하십시오.',
    en: 'The plan waits for its result; record a resolution on the plan.',
  },
  'committee.item.resolved-already': { ko: '이미 의결한 안건입니다.', en: 'The item has its decision already.' },
  'committee.item.no-vote': {
    ko: '보고 접수에는 표결이 없습니다.',
    en: 'a report is noted without a vote',
  },
  'committee.item.vote-missing': {
    ko: '표의 수(votes)나 기명투표(ballots)를 적어야 합니다.',
    en: 'the votes are needed, by a count or by name',
  },
  'committee.item.carried': {
    ko: '출석위원({present}명) 과반수가 찬성한 안건은 부결일 수 없습니다.',
    en: 'an item the majority of those present ({present}) voted for is not rejected',
  },
  'committee.item.reason': {
    ko: '수정한 내용이나 보류한 사유를 {min}자 이상 적어야 합니다.',
    en: 'what was amended, or why it is put off, is written down in at least {min} characters',
  },
  'committee.topics-open': {
    ko: '의결하지 않은 기타 안건이 {count}건 있습니다. 의결하지 못한 안건은 사유를 적어 보류로 기록하십시오.',
    en: '{count} topic(s) of the agenda have no decision; what was not decided is put off, with its reason.',
  },
  'committee.agenda.twice': { ko: '같은 계획이 안건에 두 번 있습니다.', en: 'the plan is on the agenda twice' },
  'committee.agenda.plan': {
    ko: '이 회차에서 위원회의 의결을 기다리는 계획이어야 합니다.',
    en: 'must be a plan of this round that the committee can decide on',
  },
  'committee.agenda.not-on': {
    ko: '이 회의의 안건에 있는 계획이어야 합니다.',
    en: 'must be a plan on the agenda of this meeting',
  },
  'committee.attendance.no-roster': {
    ko: '위원 명부가 없는 회차입니다. 출석 인원(present)과 표의 수(votes)를 적으십시오.',
    en: 'the members of this round are not registered by name; give the number present and a count of votes',
  },
  'committee.attendance.required': { ko: '출석 인원을 적어야 합니다.', en: 'the number present is needed' },
  'committee.attendance.by-name': {
    ko: '위원 명부가 있는 회차입니다. 출석 인원(present) 대신 출석부(attendance)를 적으십시오.',
    en: 'the members of this round are registered by name; give the attendance list instead of a number',
  },
  'committee.ballot.no-vote': {
    ko: '출석하지 않았거나 이 안건에서 회피·제척된 위원입니다.',
    en: 'is not present, or is recused from this item',
  },
  'committee.ballot.missing': {
    ko: '표를 적지 않은 위원이 {count}명 있습니다.',
    en: '{count} member(s) who may vote have no ballot',
  },
  'committee.votes.one-way': {
    ko: '표의 수(votes)와 기명투표(ballots) 가운데 하나만 적어야 합니다.',
    en: 'give either a count of votes or ballots by name',
  },
  'committee.recused-already': {
    ko: '이미 회피·제척으로 적은 위원입니다.',
    en: 'The member is recused from this item already.',
  },
  'committee.items-open': {
    ko: '의결하지 않은 안건이 {count}건 있어 의결서를 쓸 수 없습니다.',
    en: '{count} item(s) of the agenda have no decision; there is no resolution to draft yet.',
  },
  'committee.draft-same': {
    ko: '의결서 제{no}안에서 달라진 것이 없습니다.',
    en: 'Nothing changed since draft {no} of the resolution.',
  },
  'committee.draft-superseded': {
    ko: '이 의결서안을 쓴 뒤 내용이 달라졌습니다. 가장 새 의결서안에 서명해야 합니다.',
    en: 'The records changed since this draft; only the newest draft as it stands can be signed.',
  },
  'committee.other-content': {
    ko: '보신 의결서와 지금 의결서의 내용이 다릅니다. 다시 확인하십시오.',
    en: 'The resolution is not the one you read. Read it again.',
  },
  'committee.four-eyes': {
    ko: '같은 사람이나 같은 부처가 두 번 서명할 수 없습니다. 다른 부처의 공동위원장이 서명해야 합니다.',
    en: 'A person and a ministry sign once; the co-chair of the other ministry must sign.',
  },
  'committee.not-a-co-chair': {
    ko: '지금 재적 중인 공동위원장만 의결서에 서명할 수 있습니다.',
    en: 'Only a co-chair who sits today can sign the resolution.',
  },
  'committee.decided-ahead': {
    ko: '의결일은 오늘({today})보다 뒤일 수 없습니다.',
    en: 'the day of the decision cannot be after today ({today})',
  },
  'committee.cancellation.unknown': {
    ko: '이 회차의 위원회 의결이 아닙니다.',
    en: 'is no decision of this round’s committee on an item',
  },
  'committee.cancellation.item-required': {
    ko: '선정을 취소하려면 그 안건에 대한 위원회의 의결(itemResolutionId)이 있어야 합니다.',
    en: 'a selection is cancelled by the vote of a meeting on that item (itemResolutionId)',
  },
  'committee.cancellation.no-meeting': {
    ko: '{decidedOn}에 이 계획을 안건으로 열린 회의가 없습니다.',
    en: 'no meeting was held on {decidedOn} with this plan on its agenda',
  },
  'committee.cancellation.other-plan': {
    ko: '이 계획에 대한 의결이 아닙니다.',
    en: 'is not a decision on this plan',
  },
  'committee.cancellation.not-carried': {
    ko: '가결된 의결이 아닙니다.',
    en: 'was not carried',
  },
  'committee.cancellation.other-day': {
    ko: '의결일은 회의일({from})부터 의결을 기록한 날({to})까지여야 합니다.',
    en: 'the day of the decision is between the meeting ({from}) and its record ({to})',
  },
  'committee.meeting-unknown': { ko: '이 회차의 회의가 아닙니다.', en: 'is no meeting of this round' },
  'designation.not-on-agenda': {
    ko: '이 회의의 안건에 없는 계획은 의결할 수 없습니다.',
    en: 'The plan is not on the agenda of this meeting.',
  },
  'designation.deferred': {
    ko: '재심의로 미룬 계획이 {count}건 있습니다. 다른 회의에서 의결해야 합니다.',
    en: '{count} plan(s) were put off; another meeting must decide on them',
  },
  'designation.unsigned': {
    ko: '공동위원장의 서명이 끝나지 않은 의결서가 {count}건 있습니다.',
    en: '{count} resolution(s) are not signed by both co-chairs',
  },
  'resolution.defer-reason': {
    ko: '재심의로 미루려면 사유를 {min}자 이상 적어야 합니다.',
    en: 'putting a plan off needs a written reason of at least {min} characters',
  },
  'reserve.order-unasked': {
    ko: '예비후보에게만 순위를 줄 수 있습니다.',
    en: 'only a reserve has a place on the reserve list',
  },
  'reserve.order-taken': {
    ko: '예비후보 {order}순위는 이미 있습니다. 다음 순위는 {next}입니다.',
    en: 'place {order} of the reserve list is taken; the next is {next}',
  },
  'reserve.reason-required': {
    ko: '평가순위({rank}위)와 다르게 예비후보 {order}순위를 주려면 사유를 {min}자 이상 적어야 합니다.',
    en: 'place {order} of the reserve list leaves the ranking (rank {rank}) and needs a written reason of at least {min} characters',
  },
  'reserve.out-of-turn': {
    ko: '예비후보 {next}순위가 먼저입니다. {order}순위를 먼저 올리려면 사유를 {min}자 이상 적어야 합니다.',
    en: 'place {next} comes first; raising place {order} before it needs a written reason of at least {min} characters',
  },
  'reserve.meeting-required': {
    ko: '예비후보의 순위를 바꾸어 올리려면 위원회 회의의 의결이 있어야 합니다.',
    en: 'out of turn a reserve rises only by the decision of a meeting',
  },
};
