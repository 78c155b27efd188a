import { authorise, loadPerson, OrganisationEntity, RoleGrantEntity } from '@daegaejo/identity';
import { type Actor, isPermitted } from '@daegaejo/identity/rules';
import { changeRecord, invalid, lockRow, notFound, refused, type Reading, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { type DutySources, lockRound, notNow, type RoundEntity } from '@daegaejo/round';
import type { DutyKind } from '@daegaejo/round/rules';
import { type EntityManager, IsNull } from 'typeorm';
import { roundReminders } from '../duty-context.js';
import { holdsOffice, NOT_UNDER_WAY } from '../rules/index.js';
import { DutyHolderEntity } from './store/handover.entity.js';

/** What somebody is named for. */
export interface Scope {
  readonly roundId: string;
  readonly organisationId: string;
  readonly kind: DutyKind | null;
  readonly subjectId: string | null;
}

const openKeyOf = ({ roundId, organisationId, kind, subjectId }: Scope): string =>
  `${roundId} ${organisationId} ${kind ?? '*'} ${subjectId ?? '*'}`;

/**
 * Names the one who answers for duties of an organisation (담당자 지정): for all in the round, for a kind, or for those about one
 * record. Whoever was named for the same before, is no longer. He must hold an office of that organisation.
 */
export async function nameHolder(
  tx: Tx,
  sources: DutySources,
  actor: Actor,
  input: Scope & { readonly personId: string },
): Promise<DutyHolderEntity> {
  await lockRow(tx, 'person', input.personId); // before the round, as a transfer does
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'nameDutyHolder', { roundId: round.id, provinceId: input.organisationId });
  if (NOT_UNDER_WAY.includes(round.state)) throw notNow(round, 'name-duty-holder');
  const findings = await findingsOf(tx, sources, round, input);
  if (findings.length > 0) throw invalid(findings);
  const { personId, ...scope } = input;
  return placeHolder(tx, scope, personId, actor.personId ?? '', null);
}

/** The one named for this scope from now on; the one before him ends. The round is locked. */
export async function placeHolder(
  tx: Tx,
  scope: Scope,
  personId: string,
  namedBy: string,
  handoverId: string | null,
): Promise<DutyHolderEntity> {
  const openKey = openKeyOf(scope);
  const before = await tx.manager.findOneBy(DutyHolderEntity, { openKey });
  if (before !== null && before.personId === personId) return before;
  if (before !== null) await changeRecord(tx.manager, DutyHolderEntity, before, { until: tx.now, openKey: null });
  const holder: DutyHolderEntity = {
    id: tx.newId(),
    roundId: scope.roundId,
    organisationId: scope.organisationId,
    kind: scope.kind,
    subjectId: scope.subjectId,
    personId,
    openKey,
    namedBy,
    since: tx.now,
    until: null,
    handoverId,
    version: 1,
  };
  await tx.manager.insert(DutyHolderEntity, holder);
  await record(tx, 'DutyHolderNamed', holder, before?.personId ?? null);
  return holder;
}

/** Nobody is named any more; everybody of the role answers again. */
export async function endHolder(tx: Tx, actor: Actor, input: { holderId: string }): Promise<DutyHolderEntity> {
  const known = await readHolder(tx.manager, actor, input.holderId);
  await lockRow(tx, 'person', known.personId); // a transfer that passes it on in this moment is waited for
  await lockRound(tx, actor, known.roundId);
  authorise(actor, 'endDutyHolder', { roundId: known.roundId, provinceId: known.organisationId });
  const holder = await tx.manager.findOneByOrFail(DutyHolderEntity, { id: known.id });
  if (holder.until !== null) throw refused('handover.holder-ended', ['nameDutyHolder'], { until: holder.until });
  const ended = await changeRecord(tx.manager, DutyHolderEntity, holder, { until: tx.now, openKey: null });
  await record(tx, 'DutyHolderEnded', ended, null);
  return ended;
}

/** May this reader know who is named for duties of an organisation? Its own people, those who run the round, the auditor. */
export const mayKnowHolders = (actor: Actor, holder: Pick<DutyHolderEntity, 'roundId' | 'organisationId'>): boolean =>
  isPermitted(actor, 'listDutyHolders', { roundId: holder.roundId, provinceId: holder.organisationId });

async function readHolder(manager: EntityManager, actor: Actor, id: string): Promise<DutyHolderEntity> {
  const holder = await manager.findOneBy(DutyHolderEntity, { id });
  if (holder === null || !mayKnowHolders(actor, holder)) throw notFound();
  return holder;
}

async function findingsOf(
  tx: Tx,
  sources: DutySources,
  round: RoundEntity,
  { organisationId, personId, kind, subjectId }: Scope & { readonly personId: string },
): Promise<Finding[]> {
  if (!(await tx.manager.existsBy(OrganisationEntity, { id: organisationId })))
    return [{ field: 'organisationId', code: 'person.organisation-unknown' }];
  const grants = await tx.manager.findBy(RoleGrantEntity, { personId, revokedAt: IsNull() });
  if (!holdsOffice(grants, organisationId, round.id) || (await loadPerson(tx.manager, personId)).disabledAt !== null)
    return [{ field: 'personId', code: 'handover.not-of-organisation' }];
  if (subjectId === null || (await hasDutyAbout(tx, sources, round, kind, subjectId))) return [];
  return [{ field: 'subjectId', code: 'handover.subject-unknown' }];
}

async function hasDutyAbout(
  reading: Reading,
  sources: DutySources,
  round: RoundEntity,
  kind: DutyKind | null,
  subjectId: string,
): Promise<boolean> {
  const { context } = await roundReminders(reading, round, [subjectId]);
  const duties = await sources.open(context, kind === null ? null : [kind]);
  return duties.some((duty) => duty.subjectId === subjectId && (kind === null || duty.kind === kind));
}

const record = (tx: Tx, type: string, holder: DutyHolderEntity, before: string | null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'duty-holder', id: holder.id },
    roundId: holder.roundId,
    data: {
      organisationId: holder.organisationId,
      personId: holder.personId,
      before,
      kind: holder.kind,
      about: holder.subjectId,
      handoverId: holder.handoverId,
    },
  });
