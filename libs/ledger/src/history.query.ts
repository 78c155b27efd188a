import { type Page, pageOf, readCursor, type Reading } from '@daegaejo/platform';
import { type Actor, organisationsOf, PROVINCE_ROLES, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { HistoryEntryView, HistoryQuery } from './http/history.dto.js';
import { HistoryEntryEntity } from './store/history-entry.entity.js';

/** Kinds of record about people and the installation: for administrators and auditors, not for the staff of a round. */
const TECHNICAL = ['person', 'installation', 'job'];

/** The history, newest first, as far as the reader may see it. */
export async function listHistory(
  { manager }: Reading,
  actor: Actor,
  query: HistoryQuery,
): Promise<Page<HistoryEntryView>> {
  const limit = query.limit ?? 50;
  const before = readCursor(query.cursor, 1);
  const select = manager
    .createQueryBuilder(HistoryEntryEntity, 'entry')
    .orderBy('entry.seq', 'DESC')
    .limit(limit + 1);
  visibleTo(actor, select);
  if (before !== null) select.andWhere('entry.seq < :before', { before: Number(before[0]) });
  if (query.roundId !== undefined) select.andWhere('entry.roundId = :roundId', { roundId: query.roundId });
  if (query.subjectId !== undefined) select.andWhere('entry.subjectId = :subjectId', { subjectId: query.subjectId });
  if (query.type !== undefined) select.andWhere('entry.type = :type', { type: query.type });
  return pageOf(
    await select.getMany(),
    limit,
    (row) => [String(row.seq)],
    (row) => entryView(row, actor),
  );
}

/** The one scope of history entries: public ones for all, a province's for it, the rest for staff (by round), auditors and administrators. */
function visibleTo(actor: Actor, select: SelectQueryBuilder<HistoryEntryEntity>): void {
  select.andWhere(
    new Brackets((or) => {
      or.where("entry.audience = 'public'");
      const provinces = organisationsOf(actor, PROVINCE_ROLES);
      if (provinces.length > 0)
        or.orWhere("(entry.audience = 'province' AND entry.provinceId IN (:...provinces))", { provinces });
      if (actor.grants.some((grant) => grant.role === 'auditor')) or.orWhere('1 = 1');
      if (actor.grants.some((grant) => grant.role === 'admin'))
        or.orWhere('entry.subjectKind IN (:...technical)', { technical: TECHNICAL });
      const rounds = roundsOf(actor, STAFF_ROLES);
      if (rounds === 'all') or.orWhere('entry.subjectKind NOT IN (:...technical)', { technical: TECHNICAL });
      else if (rounds.length > 0) or.orWhere('entry.roundId IN (:...rounds)', { rounds });
    }),
  );
}

/** Names of the people who acted are for those who run or check the programme. */
function entryView(row: HistoryEntryEntity, actor: Actor): HistoryEntryView {
  const internal = actor.grants.some((grant) => ['auditor', 'admin', ...STAFF_ROLES].includes(grant.role));
  return {
    id: row.id,
    at: row.at,
    type: row.type,
    subject: { kind: row.subjectKind, id: row.subjectId },
    roundId: row.roundId,
    from: row.fromState,
    to: row.toState,
    reason: row.reason,
    contentHash: row.contentHash,
    data: internal ? row.data : null,
    actorId: internal ? row.actorId : null,
    requestId: internal ? row.requestId : null,
  };
}
