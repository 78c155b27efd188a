import {
  authorise,
  displayNamesOf,
  organisationsById,
  loadPerson,
  PersonEntity,
  readAddressBook,
} from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import {
  isRehearsal,
  type Locale,
  notFound,
  type Page,
  pageById,
  type PageQuery,
  type Reading,
} from '@daegaejo/platform';
import { type DutySources, readRound } from '@daegaejo/round';
import { roundReminders } from '../duty-context.js';
import type { DutyHolderView, HandoverView, OpenDutiesView, RoundDutyView } from './http/handover.dto.js';
import { byUrgency, dutyTitle } from '../rules/index.js';
import { addressed, holdingsIn } from './holdings.js';
import { mayKnowHolders } from './name-holder.js';
import { openDutiesOf } from './open-duties.js';
import { DutyHolderEntity, HandoverEntity } from './store/handover.entity.js';

/** Who is and was named in a round; a province sees its own. */
export async function listDutyHolders(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<DutyHolderView>> {
  await readRound(manager, actor, roundId);
  const select = manager.createQueryBuilder(DutyHolderEntity, 'holder').where('holder.roundId = :roundId', { roundId });
  const own = actor.grants.map(({ organisationId }) => organisationId);
  if (!mayKnowHolders(actor, { roundId, organisationId: '' })) {
    const known = own.filter((organisationId) => mayKnowHolders(actor, { roundId, organisationId }));
    authorise(actor, 'listDutyHolders', { roundId, provinceId: known[0] ?? null });
    select.andWhere('holder.organisationId IN (:...known)', { known });
  }
  return pageById(select, 'holder', query, holderView);
}

export const holderView = ({ openKey: _openKey, version: _version, ...shown }: DutyHolderEntity): DutyHolderView =>
  shown;

/** Everything that is open in a round, with whom it is: nobody named means everybody of the role. The most urgent first. */
export async function listRoundDuties(
  reading: Reading,
  actor: Actor,
  sources: DutySources,
  roundId: string,
  locale: Locale,
): Promise<RoundDutyView[]> {
  const round = await readRound(reading.manager, actor, roundId);
  authorise(actor, 'listRoundDuties', { roundId });
  const duties = await sources.open((await roundReminders(reading, round)).context);
  const owners = duties.flatMap((duty) => duty.owners);
  const book = await readAddressBook(reading.manager, round.id, owners);
  const holdings = await holdingsIn(reading.manager, round.id);
  const withOf = duties.map((duty) => addressed(duty, holdings, book));
  const nameOf = await displayNamesOf(
    reading.manager,
    withOf.flatMap(({ responsible }) => responsible),
  );
  return duties
    .map(({ key, kind, subjectId, clock, at, params }, place) => ({
      key,
      kind,
      subjectId,
      clock,
      at,
      title: dutyTitle(kind, params, locale),
      responsible: (withOf[place]?.responsible ?? []).map((id) => ({ personId: id, name: nameOf.get(id) ?? '' })),
      people: (withOf[place]?.told.length ?? 0) + (withOf[place]?.others.length ?? 0),
    }))
    .sort(byUrgency);
}

/** What somebody would leave behind if he left now. Changes nothing. */
export async function getOpenDuties(
  reading: Reading,
  actor: Actor,
  sources: DutySources,
  personId: string,
): Promise<OpenDutiesView> {
  authorise(actor, 'getOpenDuties');
  const { id, version } = await loadPerson(reading.manager, personId);
  const duties = await openDutiesOf(reading, sources, id);
  return { personId: id, version, duties };
}

/** Handovers from or to somebody, in the order they came. */
export async function listHandovers(
  { manager }: Reading,
  actor: Actor,
  personId: string,
  query: PageQuery,
): Promise<Page<HandoverView>> {
  authorise(actor, 'listHandovers');
  if (!(await manager.existsBy(PersonEntity, { id: personId }))) throw notFound();
  const select = manager
    .createQueryBuilder(HandoverEntity, 'handover')
    .where('(handover.personId = :personId OR handover.successorId = :personId)', { personId });
  return pageById(select, 'handover', query, handoverView);
}

export async function getHandover(
  { manager }: Reading,
  actor: Actor,
  operation: Extract<OperationId, 'getHandover' | 'exportHandoverPdf'>,
  id: string,
): Promise<HandoverEntity> {
  authorise(actor, operation);
  const handover = await manager.findOneBy(HandoverEntity, { id });
  if (handover === null) throw notFound();
  return handover;
}

export const handoverView = (row: HandoverEntity): HandoverView => ({
  ...row,
  duties: [...row.duties],
  endedRoles: [...row.endedRoles],
  givenRoles: [...row.givenRoles],
});

/** What a handover sheet needs beside the record: names, and whether it is of a rehearsal. */
export interface HandoverSheet {
  readonly handover: HandoverEntity;
  readonly personOf: (id: string | null) => string;
  readonly organisationOf: (id: string | null) => string;
  readonly rehearsal: boolean;
}

export async function readHandoverSheet(reading: Reading, actor: Actor, id: string): Promise<HandoverSheet> {
  const { manager } = reading;
  const handover = await getHandover(reading, actor, 'exportHandoverPdf', id);
  const { personId, successorId, decidedBy, fromOrganisationId, toOrganisationId, endedRoles } = handover;
  const people = await displayNamesOf(manager, [personId, decidedBy, ...(successorId === null ? [] : [successorId])]);
  const organisations = await organisationsById(
    manager,
    [fromOrganisationId, toOrganisationId, ...endedRoles.map(({ organisationId }) => organisationId)].flatMap(
      (one) => one ?? [],
    ),
  );
  return {
    handover,
    personOf: (one) => (one === null ? '-' : (people.get(one) ?? one)),
    organisationOf: (one) => (one === null ? '-' : (organisations.get(one)?.shortName ?? one)),
    rehearsal: await isRehearsal(manager),
  };
}
