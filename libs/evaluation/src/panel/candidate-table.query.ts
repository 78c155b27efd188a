import { authorise, holdersOf, PersonEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { cellFindingViews, type Reading, readSentWorkbook, type Say, workbookOf } from '@daegaejo/platform';
import { type FilledSheet, seoulDay } from '@daegaejo/platform/rules';
import { readRound } from '@daegaejo/round';
import { type EntityManager, In } from 'typeorm';
import type { CandidatesChangeView, CandidatesReadingView } from '../http/candidate-table.dto.js';
import {
  candidateForm,
  type CandidateJudgement,
  candidateSheets,
  judgeCandidates,
  type KnownCandidate,
  readCandidateTable,
} from '../rules/index.js';
import { visibleCandidates } from '../store/candidates.js';
import { EvaluatorProfileEntity } from '../store/panel.entity.js';

/** People of one look-up; more would be too many parameters for a store. */
const AT_ONCE = 500;

/** The candidate pool as a workbook, in the order of user names, for those who run the round. */
export async function exportCandidates({ manager }: Reading, actor: Actor, roundId: string): Promise<Buffer> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'exportCandidates', { roundId: round.id });
  const profiles = await visibleCandidates(
    actor,
    manager.createQueryBuilder(EvaluatorProfileEntity, 'profile'),
  ).getMany();
  const people = await inParts(
    profiles.map(({ personId }) => personId),
    (ids) => manager.findBy(PersonEntity, { id: In([...ids]) }),
  );
  const pool = await asCandidates(manager, people, profiles);
  return workbookOf(candidateSheets(pool.sort((a, b) => (a.username < b.username ? -1 : 1))));
}

/** The empty form with its explanations. */
export async function getCandidatesForm({ manager }: Reading, actor: Actor, roundId: string): Promise<Buffer> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getCandidatesForm', { roundId: round.id });
  return workbookOf(candidateForm());
}

/** What a workbook would change in the pool, and everything that is wrong with it, cell by cell. Nothing is stored. */
export async function readCandidatesFile(
  reading: Reading,
  actor: Actor,
  say: Say,
  input: { roundId: string; file: unknown },
): Promise<CandidatesReadingView> {
  const sheets = await candidateSheetsIn(reading, actor, 'readCandidates', input);
  const judgement = await judge(reading.manager, sheets, seoulDay(reading.now));
  return { ...candidatesChangeView(judgement), findings: cellFindingViews(judgement.findings, say) };
}

/** The sheets somebody sends in who may: read before the transaction that needs them. */
export async function candidateSheetsIn(
  { manager }: Reading,
  actor: Actor,
  operation: 'readCandidates' | 'importCandidates',
  { roundId, file }: { roundId: string; file: unknown },
): Promise<FilledSheet[]> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, operation, { roundId: round.id });
  return readSentWorkbook(file);
}

/** Sheets held against the people they name, as they are known now. */
export async function judge(
  manager: EntityManager,
  sheets: readonly FilledSheet[],
  today: string,
): Promise<CandidateJudgement> {
  const table = readCandidateTable(sheets);
  const people = await inParts([...table.rows.keys()], (names) =>
    manager.findBy(PersonEntity, { username: In([...names]) }),
  );
  const profiles = await inParts(
    people.map(({ id }) => id),
    (ids) => manager.findBy(EvaluatorProfileEntity, { personId: In([...ids]) }),
  );
  const known = await asCandidates(manager, people, profiles);
  return judgeCandidates(table, new Map(known.map((one) => [one.username, one])), today);
}

export const candidatesChangeView = ({ added, changed, unchanged }: CandidateJudgement): CandidatesChangeView => ({
  added,
  changed,
  unchanged,
});

async function asCandidates(
  manager: EntityManager,
  people: readonly PersonEntity[],
  profiles: readonly EvaluatorProfileEntity[],
): Promise<KnownCandidate[]> {
  const byPerson = new Map(profiles.map((profile) => [profile.personId, profile]));
  const evaluators = new Set(
    await inParts(
      people.map(({ id }) => id),
      async (ids) => [...(await holdersOf(manager, 'evaluator', ids))],
    ),
  );
  return people.map(({ id, username, displayName }) => {
    const profile = byPerson.get(id);
    return {
      personId: id,
      username,
      displayName,
      isEvaluator: evaluators.has(id),
      profile: profile === undefined ? null : { ...profile, struck: profile.struckAt !== null },
    };
  });
}

async function inParts<T, R>(all: readonly T[], load: (part: readonly T[]) => Promise<readonly R[]>): Promise<R[]> {
  const loaded: R[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE)
    loaded.push(...(await load(all.slice(start, start + AT_ONCE))));
  return loaded;
}
