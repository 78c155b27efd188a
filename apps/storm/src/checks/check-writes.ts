import type { Sheet } from '../cast.js';
import type { LoggedWrite } from '../client.js';
import type { RunDatabase } from '../database.js';
import { markOf, type WriteKind } from '../writes.js';
import { attemptOf, type Before, type Entry, type Evidence, keyOf } from './evidence.js';
import { groupBy, type Tally } from './tally.js';

/** The history entry every write of a kind leaves; a saved sheet leaves none. */
const ENTRY_OF: { readonly [K in WriteKind]: string | null } = {
  opinion: 'OpinionIssued',
  request: 'RequestIssued',
  submission: 'ScoreSheetSubmitted',
  return: 'ScoreSheetReturned',
  save: null,
};

/** Is every acknowledged write there, once, and nothing that was refused? */
export function checkWrites(log: readonly LoggedWrite[], evidence: Evidence, before: Before, tally: Tally): void {
  const fresh = evidence.entries.filter(({ seq }) => seq > before.seq);
  const entries = groupBy(fresh, (entry) => `${entry.type} ${keyOf(entry)}`);
  const texts = {
    opinion: groupBy(evidence.opinions, ({ text }) => text),
    request: groupBy(evidence.requests, ({ text }) => text),
  };
  for (const write of log) {
    const { key, kind, outcome } = write;
    const own = entries.get(`${ENTRY_OF[kind]} ${key}`) ?? [];
    const records = kind === 'opinion' || kind === 'request' ? (texts[kind].get(markOf(key)) ?? []) : null;
    const found = [...(ENTRY_OF[kind] === null ? [] : [own.length]), ...(records === null ? [] : [records.length])];
    if (found.some((count) => count > 1)) {
      tally.duplicated += 1;
      tally.note(`${kind} ${key} is there ${Math.max(...found)} times`);
    }
    if (outcome.kind === 'refused') tally.fault(`${kind} ${key} was refused: ${outcome.reason}`);
    if (outcome.kind === 'refused' && found.some((count) => count > 0)) tally.withoutWrite += 1;
    if (outcome.kind !== 'acknowledged') continue;
    tally.committed += 1;
    const isThere = found.every((count) => count > 0) && (records === null || records[0]?.id === outcome.answer.id);
    if (!isThere) {
      tally.lost += 1;
      tally.note(`${kind} ${key} was acknowledged as ${outcome.answer.id} and is not there`);
    }
    if (own[0] !== undefined && attemptOf(own[0]) < outcome.attempt) tally.replayed += 1;
  }
  checkNothingElse(log, fresh, tally);
}

/** Every entry of these kinds must be of a write of the log. */
function checkNothingElse(log: readonly LoggedWrite[], fresh: readonly Entry[], tally: Tally): void {
  const keys = new Set(log.map(({ key }) => key));
  const types = new Set(Object.values(ENTRY_OF));
  for (const entry of fresh)
    if (types.has(entry.type) && !keys.has(keyOf(entry) ?? '')) {
      tally.withoutWrite += 1;
      tally.note(`${entry.type} ${entry.id} of request ${entry.requestId}, which nobody made`);
    }
}

/** Is every sheet as its evaluator last knew it, and each handing in kept as a version of its own? */
export async function checkSheets(
  sheets: readonly Sheet[],
  log: readonly LoggedWrite[],
  { database, evidence, tally }: { database: RunDatabase; evidence: Evidence; tally: Tally },
): Promise<void> {
  const rows = new Map(
    (
      await database.rows<Omit<Sheet, 'evaluator'>>('SELECT "id", "state", "version", "overall" FROM "score_sheet"')
    ).map((row) => [row.id, row]),
  );
  const open = new Set(log.flatMap(({ outcome, sheet }) => (outcome.kind === 'open' && sheet ? [sheet.id] : [])));
  for (const { id, state, version, overall } of sheets) {
    const row = rows.get(id);
    if (open.has(id)) continue;
    if (row?.state === state && row.version === version && row.overall === overall) continue;
    if ((row?.version ?? 0) > version) tally.duplicated += 1;
    else tally.lost += 1;
    tally.note(`sheet ${id}: ${row?.state} ${row?.version} ${row?.overall} instead of ${state} ${version} ${overall}`);
  }
  const versions = groupBy(
    await database.rows<{ sheetId: string; no: number; contentHash: string }>(
      'SELECT "sheetId", "no", "contentHash" FROM "score_sheet_version" ORDER BY "sheetId", "no"',
    ),
    ({ sheetId }) => sheetId,
  );
  const submitted = evidence.entries.filter(({ type }) => type === 'ScoreSheetSubmitted');
  for (const [sheetId, entries] of groupBy(submitted, ({ subjectId }) => subjectId)) {
    const kept = (versions.get(sheetId) ?? []).map(({ no, contentHash }) => `${no} ${contentHash}`);
    const told = entries.map(({ contentHash }, index) => `${index + 1} ${contentHash}`);
    if (kept.join() !== told.join()) tally.fault(`sheet ${sheetId}: versions and history do not agree`);
  }
}
