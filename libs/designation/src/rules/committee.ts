import { daysBetween, type Finding, type Instant, seoulDay } from '@daegaejo/platform/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';

/** Votes of one resolution, in persons. */
export interface Votes {
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * Was the agenda sent in time? Days are counted in Asia/Seoul from the day it was sent to the day of the meeting, the
 * hour aside: `agendaDays` (7) normally; for an urgent matter `urgentAgendaDays` (1, the day before), and then with a
 * reason (특별법 시행령 제6조).
 */
export function agendaFindings(
  deliberation: RoundPolicy['deliberation'],
  agendaSentAt: Instant,
  heldAt: Instant,
  urgentReason: string | null,
): Finding[] {
  const days = daysBetween(seoulDay(agendaSentAt), seoulDay(heldAt));
  const { agendaDays, urgentAgendaDays } = deliberation;
  if (days >= agendaDays) return [];
  const field = 'agendaSentAt';
  if (days < urgentAgendaDays)
    return [{ field, code: 'committee.agenda.too-late', params: { days, required: urgentAgendaDays } }];
  if (urgentReason !== null && urgentReason.trim() !== '') return [];
  return [
    { field: 'urgentReason', code: 'committee.agenda.urgent-reason-required', params: { days, required: agendaDays } },
  ];
}

/** 재적위원 과반수: more than half of the members are present (특별법 시행령 제6조). */
export function hasQuorum(members: number, present: number): boolean {
  return present * 2 > members;
}

/** 출석위원 과반수의 찬성: more than half of those present vote for; who abstains counts as present (특별법 시행령 제6조). */
export function isCarried(present: number, votesFor: number): boolean {
  return votesFor * 2 > present;
}

/** Whole persons, not more than there are members, and a quorum (특별법 시행령 제6조). */
export function attendanceFindings({ members, present }: { members: number; present: number }): Finding[] {
  if (!isCount(present) || present > members)
    return [{ field: 'present', code: 'committee.attendance.range', params: { min: 0, max: members } }];
  if (hasQuorum(members, present)) return [];
  const required = Math.floor(members / 2) + 1;
  return [{ field: 'present', code: 'committee.quorum.missing', params: { members, present, required } }];
}

/** Every vote a whole number of persons, and for + against + abstain = present (convention). */
export function voteFindings(votes: Votes): Finding[] {
  const fields = ['present', 'for', 'against', 'abstain'] as const;
  const findings: Finding[] = fields
    .filter((field) => !isCount(votes[field]))
    .map((field) => ({ field, code: 'committee.vote.range', params: { min: 0 } }));
  if (findings.length > 0) return findings;
  const sum = votes.for + votes.against + votes.abstain;
  if (sum === votes.present) return [];
  return [{ field: 'present', code: 'committee.vote.sum', params: { present: votes.present, sum } }];
}
