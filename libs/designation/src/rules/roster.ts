import { addYears, type Day, type Finding } from '@daegaejo/platform/rules';
import type { CommitteeOffice, CommitteeRules } from '@daegaejo/round/rules';
import { isWritten } from './resolution.js';

/** A seat on the committee (위원), as far as the rules look at it. */
export interface Seat {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly office: CommitteeOffice;
  /** Whom an ex-officio member sits for; null for one commissioned by name. */
  readonly organisationId: string | null;
  /** The owner ministry this member is co-chair of; null for everybody else. */
  readonly chairMinistryId: string | null;
  readonly termFrom: Day | null;
  /** Last day of the term. */
  readonly termTo: Day | null;
  /** The first day without the member (해촉, 인사이동). */
  readonly endedOn: Day | null;
}

/** Does the member sit on that day: within the term, and not ended? */
export const isSeated = ({ termFrom, termTo, endedOn }: Seat, day: Day): boolean =>
  (termFrom === null || termFrom <= day) && (termTo === null || day <= termTo) && (endedOn === null || day < endedOn);

/**
 * What is wrong with one seat: an ex-officio member has an organisation, a commissioned one a term of at most the
 * policy's years (2 in 시행령 제4조), and a co-chair sits for an owner ministry by office (특별법 제5조).
 */
export function seatFindings(seat: Seat, rules: CommitteeRules | undefined, owners: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const { office, termFrom, termTo, chairMinistryId } = seat;
  if (office === 'ex-officio' && seat.organisationId === null)
    findings.push({ field: 'organisation', code: 'committee.member.organisation' });
  if (office === 'commissioned' && (termFrom === null || termTo === null))
    findings.push({ field: termFrom === null ? 'termFrom' : 'termTo', code: 'committee.member.term' });
  if (termFrom !== null && termTo !== null) {
    if (termTo < termFrom)
      findings.push({ field: 'termTo', code: 'committee.member.term-order', params: { termFrom } });
    const years = rules?.termYears;
    if (years !== undefined && office === 'commissioned' && termTo >= addYears(termFrom, years))
      findings.push({ field: 'termTo', code: 'committee.member.term-length', params: { years } });
  }
  if (chairMinistryId !== null && (office !== 'ex-officio' || !owners.includes(chairMinistryId)))
    findings.push({ field: 'chairMinistry', code: 'committee.member.chair' });
  return findings;
}

/**
 * Is the committee whole on a day: as many members as the policy says (10 to 30 in 특별법 제5조), one co-chair per owner
 * ministry, nobody twice? Whoever does not sit on that day does not count.
 */
export function compositionFindings(
  seats: readonly Seat[],
  day: Day,
  rules: CommitteeRules | undefined,
  owners: readonly string[],
): Finding[] {
  const seated = seats.filter((seat) => isSeated(seat, day));
  const count = seated.length;
  const findings: Finding[] = [];
  if (rules !== undefined && (count < rules.minimum || count > rules.maximum)) {
    const params = { count, minimum: rules.minimum, maximum: rules.maximum, day };
    findings.push({ field: 'members', code: 'committee.size', params });
  }
  const chairs = owners.map((owner) => seated.filter(({ chairMinistryId }) => chairMinistryId === owner).length);
  if (chairs.some((number) => number !== 1))
    findings.push({ field: 'members', code: 'committee.co-chairs', params: { owners: owners.length, day } });
  const people = seated.flatMap(({ personId }) => personId ?? []);
  if (new Set(people).size < people.length) findings.push({ field: 'members', code: 'committee.member.twice' });
  return findings;
}

/** Who is there: the member in person, or by a named delegate (대리출석). */
export interface Attendance {
  readonly memberId: string;
  readonly delegate: string | null;
}

/** A member who sat on the day of a meeting: there, or away. */
export interface RollEntry extends Attendance {
  readonly present: boolean;
}

/** Everybody who sits on that day, and whether he is there, as it is kept of a meeting: it does not change with the committee. */
export const rollOf = (seats: readonly Seat[], attendance: readonly Attendance[], day: Day): RollEntry[] =>
  seats
    .filter((seat) => isSeated(seat, day))
    .map(({ id }) => {
      const there = attendance.find(({ memberId }) => memberId === id);
      return { memberId: id, present: there !== undefined, delegate: there?.delegate ?? null };
    });

/** A list of those present: members who sit on that day, each once, delegates only where the office allows them. */
export function rollFindings(
  seats: readonly Seat[],
  roll: readonly Attendance[],
  day: Day,
  rules: CommitteeRules | undefined,
): Finding[] {
  const delegation = rules?.delegation ?? ['ex-officio'];
  const met = new Set<string>();
  return roll.flatMap(({ memberId, delegate }, index): Finding[] => {
    const field = `attendance[${index}].memberId`;
    const seat = seats.find(({ id }) => id === memberId);
    if (seat === undefined || !isSeated(seat, day))
      return [{ field, code: 'committee.member.not-seated', params: { day } }];
    if (met.has(memberId)) return [{ field, code: 'committee.member.twice' }];
    met.add(memberId);
    if (delegate === null || delegation.includes(seat.office)) return [];
    return [
      { field: `attendance[${index}].delegate`, code: 'committee.delegate.refused', params: { name: seat.name } },
    ];
  });
}

/**
 * Co-chairs take the chair in turn (시행령 제6조): the ministry that chaired the meeting before does so again only with a
 * written reason. With one owner there is nobody to take turns with.
 */
export function chairFindings(
  chair: string,
  last: string | null,
  owners: readonly string[],
  reason: string | null,
): Finding[] {
  if (owners.length < 2 || chair !== last || isWritten(reason)) return [];
  return [{ field: 'chairMinistry', code: 'committee.chair.same-again' }];
}

/** Is the co-chair of that ministry there himself, not by a delegate? */
const isThere = (seats: readonly Seat[], there: readonly Attendance[], chair: string): boolean =>
  seats.some(
    ({ id, chairMinistryId }) =>
      chairMinistryId === chair && there.some(({ memberId, delegate }) => memberId === id && delegate === null),
  );

const presentOn = (roll: readonly RollEntry[]): RollEntry[] => roll.filter((entry) => entry.present);

/** Where the policy asks for it (convention), the co-chair who takes the chair is there in person. */
export function openingFindings(
  seats: readonly Seat[],
  roll: readonly RollEntry[],
  chair: string,
  rules: CommitteeRules | undefined,
): Finding[] {
  if (rules?.chairInPerson !== true || isThere(seats, presentOn(roll), chair)) return [];
  return [{ field: 'attendance', code: 'committee.chair.absent' }];
}

/**
 * Who closes a meeting: the co-chair who took the chair, or another who is named and was there in person. Where the policy asks for
 * it (convention), the first was, too. A meeting without names has nobody to name.
 */
export function closingFindings(
  seats: readonly Seat[],
  meeting: { readonly roll: readonly RollEntry[] | null; readonly chairMinistryId: string },
  closedById: string | null,
  rules: CommitteeRules | undefined,
): Finding[] {
  const there = presentOn(meeting.roll ?? []);
  const field = 'closedById';
  if (closedById !== null) {
    const chair = seats.find(({ id }) => id === closedById)?.chairMinistryId ?? null;
    const inPerson = there.some(({ memberId, delegate }) => memberId === closedById && delegate === null);
    return chair !== null && inPerson ? [] : [{ field, code: 'committee.chair.not-there' }];
  }
  if (rules?.chairInPerson !== true || meeting.roll === null) return [];
  return isThere(seats, there, meeting.chairMinistryId) ? [] : [{ field, code: 'committee.chair.absent' }];
}

/** Who counts for one item of the agenda. */
export interface ItemStanding {
  /** Members the quorum of this item is counted of. */
  readonly members: number;
  /** Members present who may vote on it. */
  readonly voters: readonly string[];
}

/** Whoever is excluded from an item or recuses himself (제척·회피) is counted neither among its members nor its voters (convention). */
export function itemStanding(members: number, present: readonly string[], recused: readonly string[]): ItemStanding {
  const out = new Set(recused);
  return { members: members - out.size, voters: present.filter((id) => !out.has(id)) };
}

export const BALLOTS = ['for', 'against', 'abstain'] as const;
export type Ballot = (typeof BALLOTS)[number];
/** A vote by name: for, against, or abstaining. */
export interface NamedVote {
  readonly memberId: string;
  readonly vote: Ballot;
}

/** A roll-call covers exactly those who may vote on the item, each once. */
export function ballotFindings(voters: readonly string[], ballots: readonly NamedVote[]): Finding[] {
  const met = new Set<string>();
  const findings = ballots.flatMap(({ memberId }, index): Finding[] => {
    const field = `ballots[${index}].memberId`;
    if (!voters.includes(memberId)) return [{ field, code: 'committee.ballot.no-vote' }];
    if (met.has(memberId)) return [{ field, code: 'committee.member.twice' }];
    met.add(memberId);
    return [];
  });
  const missing = voters.filter((id) => !met.has(id)).length;
  if (missing > 0) findings.push({ field: 'ballots', code: 'committee.ballot.missing', params: { count: missing } });
  return findings;
}

/** A roll-call, counted. */
export function countBallots(ballots: readonly NamedVote[]): { for: number; against: number; abstain: number } {
  const count = (wanted: Ballot): number => ballots.filter(({ vote }) => vote === wanted).length;
  return { for: count('for'), against: count('against'), abstain: count('abstain') };
}
