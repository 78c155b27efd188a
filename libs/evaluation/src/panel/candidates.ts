import { authorise, holdersOf, loadPerson } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, invalid, lockRow, Problem, refused, stale, type Tx } from '@daegaejo/platform';
import { addYears, type Day, seoulDay } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import { excludeFromPlans, recheckConflicts } from './recheck-conflicts.js';
import {
  type CandidateFacts,
  candidateFindings,
  enteringFindings,
  PROFILE_YEARS,
  type QualificationCode,
  type StrikeGround,
} from '../rules/index.js';
import { readCandidate } from '../store/candidates.js';
import { EvaluatorProfileEntity } from '../store/panel.entity.js';

export interface CandidateInput {
  readonly personId: string;
  readonly fields: readonly string[];
  readonly industry: boolean;
  readonly department: string | null;
  readonly qualification: QualificationCode;
  readonly experienceYears: number | null;
  /** null = two years from today. */
  readonly validUntil: Day | null;
}

/**
 * The secretariat enters or refreshes somebody's profile in the candidate pool (평가위원 후보군). Whatever he evaluates now is
 * looked at again with what the profile says.
 */
export async function setCandidate(
  tx: Tx,
  actor: Actor,
  input: CandidateInput & { expectedVersion: number | null },
): Promise<EvaluatorProfileEntity> {
  authorise(actor, 'setCandidate');
  const { personId, expectedVersion, ...content } = input;
  await lockRow(tx, 'person', personId); // a profile is created once
  await loadPerson(tx.manager, personId);
  const known = await tx.manager.findOneBy(EvaluatorProfileEntity, { personId });
  assertFresh(known, expectedVersion);
  if (!(await holdersOf(tx.manager, 'evaluator', [personId])).has(personId))
    throw invalid([{ field: 'personId', code: 'evaluation.role-needed', params: { role: 'evaluator' } }]);
  if (known !== null && known.struckAt !== null) throw refused('candidate.struck', []);
  const today = seoulDay(tx.now);
  const validUntil = content.validUntil ?? addYears(today, PROFILE_YEARS);
  assertNone(enteringFindings({ ...content, validUntil, struck: false }, today));
  const profile: EvaluatorProfileEntity = {
    personId,
    ...content,
    validUntil,
    struckAt: null,
    strikeReason: null,
    updatedAt: tx.now,
    version: (known?.version ?? 0) + 1,
  };
  if (known === null) await tx.manager.insert(EvaluatorProfileEntity, profile as never);
  else await change(tx, known, profile);
  await record(tx, personId, known === null ? 'CandidateEntered' : 'CandidateRefreshed', { validUntil });
  await recheckConflicts(tx, { personId });
  return profile;
}

/**
 * The secretariat strikes somebody from the pool (풀 제외): for good. He is not invited and not assigned any more, and what he
 * evaluates in a round under way ends by 제척 (convention, after 공통 운영요령 제7조제3항).
 */
export async function strikeCandidate(
  tx: Tx,
  actor: Actor,
  input: { personId: string; ground: StrikeGround; reason: string; expectedVersion: number | null },
): Promise<EvaluatorProfileEntity> {
  const { personId, expectedVersion } = input;
  await lockRow(tx, 'person', personId);
  const known = await readCandidate(tx.manager, actor, personId);
  authorise(actor, 'strikeCandidate');
  if (expectedVersion !== null && expectedVersion !== known.version) throw stale(known.version);
  if (known.struckAt !== null) throw refused('candidate.struck', []);
  const strikeReason = `${input.ground}: ${input.reason}`;
  const struck = { ...known, struckAt: tx.now, strikeReason, updatedAt: tx.now, version: known.version + 1 };
  await change(tx, known, struck);
  await record(tx, personId, 'CandidateStruck', { ground: input.ground }, input.reason);
  await excludeFromPlans(tx, personId, strikeReason);
  return struck;
}

/** Refuses an invitation (422) to somebody whose profile does not carry it; who has no profile is not judged by one. */
export async function assertInvitable(tx: Tx, personId: string): Promise<void> {
  const profile = await tx.manager.findOneBy(EvaluatorProfileEntity, { personId });
  if (profile !== null) assertNone(candidateFindings(factsOf(profile), seoulDay(tx.now)));
}

/** Refuses (409) whoever was struck from the pool. */
export async function assertInPool(manager: EntityManager, personId: string): Promise<void> {
  const profile = await manager.findOneBy(EvaluatorProfileEntity, { personId });
  if (profile !== null && profile.struckAt !== null) throw refused('candidate.struck', []);
}

const factsOf = (profile: EvaluatorProfileEntity): CandidateFacts => ({
  ...profile,
  struck: profile.struckAt !== null,
});

/** 400 where a profile that exists is saved against no version, 412 where it is another one than the caller means. */
function assertFresh(known: EvaluatorProfileEntity | null, expected: number | null): void {
  const version = known?.version ?? 0;
  if (known !== null && expected === null)
    throw new Problem(400, 'request.malformed', {}, { findings: [{ field: 'If-Match', code: 'if-match.required' }] });
  if (expected !== null && expected !== version) throw stale(version);
}

async function change(
  tx: Tx,
  { personId, version }: EvaluatorProfileEntity,
  to: EvaluatorProfileEntity,
): Promise<void> {
  const { affected } = await tx.manager.update(EvaluatorProfileEntity, { personId, version }, to as never);
  if (affected !== 1) throw stale(version + 1);
}

const record = (
  tx: Tx,
  personId: string,
  type: string,
  data: Readonly<Record<string, string>>,
  reason: string | null = null,
): Promise<void> => tx.record({ type, subject: { kind: 'candidate', id: personId }, reason, data });
