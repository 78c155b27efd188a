import { type HistoryRecord, insertRecord, type Journal, prepared } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import { HistoryEntryEntity } from './store/history-entry.entity.js';

const LAST_AT = `SELECT "at" FROM "history_entry" ORDER BY "seq" DESC LIMIT 1`;

/** The history as the unit of work's journal: an entry is committed with what it tells of, or not at all. */
export const historyJournal: Journal = {
  async append(manager: EntityManager, record: HistoryRecord): Promise<void> {
    await insertRecord(manager, HistoryEntryEntity, {
      id: record.id,
      at: record.at,
      actorId: record.actorId,
      requestId: record.requestId,
      type: record.type,
      subjectKind: record.subject.kind,
      subjectId: record.subject.id,
      roundId: record.roundId ?? null,
      provinceId: record.provinceId ?? null,
      fromState: record.from ?? null,
      toState: record.to ?? null,
      reason: record.reason ?? null,
      contentHash: record.contentHash ?? null,
      data: record.data ?? null,
      audience: record.audience ?? 'staff',
    });
  },
  async lastAt(manager: EntityManager): Promise<string | null> {
    const { rows } = await prepared<{ at: string }>(manager, LAST_AT);
    return rows[0]?.at ?? null;
  },
};
