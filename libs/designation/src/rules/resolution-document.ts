import type { Instant } from '@daegaejo/platform/rules';
import type { CommitteeOffice } from '@daegaejo/round/rules';
import type { ItemDecision } from './item.js';
import type { ResolutionOutcome } from './resolution.js';
import type { Ballot } from './roster.js';

/** A member as the resolution names him: there, there by a delegate, or away. */
export interface DocumentMember {
  readonly memberId: string;
  readonly name: string;
  readonly office: CommitteeOffice;
  /** Code of the organisation of an ex-officio member. */
  readonly organisation: string | null;
  /** Code of the ministry he is co-chair of. */
  readonly chairOf: string | null;
  readonly present: boolean;
  readonly delegate: string | null;
}

/** One plan the meeting decided on, with everything that led to it; a decision off the ranking says so, with its reason. */
export interface DocumentItem {
  readonly resolutionId: string;
  readonly planId: string;
  /** Code of the 시·도. */
  readonly province: string;
  readonly rank: number;
  /** Hundredths. */
  readonly finalScore: number;
  readonly outcome: ResolutionOutcome;
  readonly reserveOrder: number | null;
  readonly votes: { readonly for: number; readonly against: number; readonly abstain: number };
  readonly ballots: readonly { readonly memberId: string; readonly vote: Ballot }[] | null;
  readonly recused: readonly { readonly memberId: string; readonly kind: string; readonly reason: string }[];
  readonly deviates: boolean;
  readonly reason: string | null;
}

/** What the meeting decided on an item of its agenda that gives no plan its result, with the votes and who took no part. */
export interface DocumentDecision {
  readonly itemNo: number;
  readonly planId: string | null;
  readonly title: string;
  readonly decision: ItemDecision;
  /** null: nothing was voted on. */
  readonly votes: DocumentItem['votes'] | null;
  readonly ballots: DocumentItem['ballots'];
  readonly recused: DocumentItem['recused'];
  readonly reason: string | null;
}

/** 의결서: what a meeting resolved, whole. Its hash is what the co-chairs sign. */
export interface ResolutionContent {
  readonly roundId: string;
  readonly meetingId: string;
  readonly agendaSentAt: Instant;
  readonly heldAt: Instant;
  readonly urgentReason: string | null;
  /** Code of the ministry whose co-chair took the chair. */
  readonly chair: string;
  readonly chairReason: string | null;
  readonly members: number;
  readonly present: number | null;
  readonly roll: readonly DocumentMember[];
  readonly topics: readonly string[];
  /** Absent where there are none, as in every draft from before they were kept: what was signed keeps its hash. */
  readonly decisions?: readonly DocumentDecision[];
  /** Who closed it, where it is not the co-chair in the chair; absent otherwise. */
  readonly closedById?: string;
  readonly items: readonly DocumentItem[];
  readonly minutes: string;
}

export interface DocumentSignature {
  readonly ministryId: string;
  readonly personId: string;
}

/** `stale`: what the meeting says today is not what was drafted. */
export type DocumentState = 'waiting' | 'signed' | 'stale';

/**
 * How a drafted resolution stands: stale where the meeting's records changed since (its hash is another one now), signed once every
 * owner ministry's co-chair signed it and no person signed twice (convention, after the two co-chairs of 특별법 제5조).
 */
export function documentState(subject: {
  readonly contentHash: string;
  /** Hash of what the records say now. */
  readonly currentHash: string;
  readonly owners: readonly string[];
  readonly signatures: readonly DocumentSignature[];
}): { readonly state: DocumentState; readonly waiting: readonly string[] } {
  const { owners, signatures } = subject;
  const waiting = owners.filter((owner) => !signatures.some(({ ministryId }) => ministryId === owner));
  if (subject.contentHash !== subject.currentHash) return { state: 'stale', waiting };
  const people = new Set(signatures.map(({ personId }) => personId));
  const whole = waiting.length === 0 && people.size === signatures.length;
  return { state: whole ? 'signed' : 'waiting', waiting };
}

/** Four eyes: a person signs once, and a ministry once. Which rule a signature would break; null = none. */
export function signatureFault(
  signatures: readonly DocumentSignature[],
  own: DocumentSignature,
): 'same-person' | 'same-ministry' | null {
  if (signatures.some(({ personId }) => personId === own.personId)) return 'same-person';
  return signatures.some(({ ministryId }) => ministryId === own.ministryId) ? 'same-ministry' : null;
}
